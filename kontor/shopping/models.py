"""What a member is about to order."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.catalogue.models import Product
from kontor.companies.models import Company, Member
from kontor.orders.models import Order


class Cart(models.Model):
    """A member's cart, the same in every browser the member uses (SH-3).

    `checkout` keeps what was typed at the checkout, so that nothing is lost; it goes with the order.
    """

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    member = models.OneToOneField(Member, models.CASCADE, related_name="+", db_constraint=False)
    checkout = models.JSONField(default=dict)
    checkout_saved_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"cart of {self.member_id}"


class CartLine(models.Model):
    """A product in a cart and how many of it."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    cart = models.ForeignKey(Cart, models.CASCADE, related_name="lines", db_constraint=False)
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cart", "product"], name="shopping_cartline_product"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="shopping_cartline_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_id}"


class QuickOrder(models.Model):
    """Lines by article number and quantity that a member typed, pasted or sent as a file (SH-4); one per member."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    member = models.OneToOneField(Member, models.CASCADE, related_name="+", db_constraint=False)
    source = models.CharField(max_length=120, blank=True, help_text="The file's name, or empty.")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"quick order of {self.member_id}"


class Problem(models.TextChoices):
    """Why a line of a quick order cannot go into the cart yet."""

    NO_NUMBER = "no_number", _("An article number is missing.")
    UNKNOWN = "unknown", _("We do not know this number.")
    AMBIGUOUS = "ambiguous", _("Several articles have this number.")
    NOT_SOLD = "not_sold", _("This article is no longer sold.")
    NO_PRICE = "no_price", _("This article has no price yet.")
    NO_QUANTITY = "no_quantity", _("A quantity is missing.")
    NOT_A_NUMBER = "not_a_number", _("The quantity is not a number.")
    NOT_POSITIVE = "not_positive", _("The quantity must be above zero.")
    TOO_MANY = "too_many", _("The quantity is too large.")
    BELOW_MINIMUM = "below_minimum", _("This is below the least quantity.")
    NOT_FULL_PACKS = "not_full_packs", _("This is not a number of full packs.")


class QuickOrderLine(models.Model):
    """One line as it was entered, and what we understood by it. Either `problem` is set or the line can be ordered."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    quick_order = models.ForeignKey(QuickOrder, models.CASCADE, related_name="lines", db_constraint=False)
    position = models.PositiveIntegerField()
    entered_number = models.TextField(blank=True)
    entered_quantity = models.TextField(blank=True)
    product = models.ForeignKey(Product, models.CASCADE, null=True, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    problem = models.CharField(max_length=16, choices=Problem, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["quick_order", "position"], name="shopping_quickorderline_position"
            ),
            models.CheckConstraint(
                condition=~models.Q(problem="") | models.Q(product__isnull=False, quantity__gt=0),
                name="shopping_quickorderline_clear",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["quick_order", "position"],
                condition=~models.Q(problem=""),
                name="shopping_quickorderline_bad",
            )
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.entered_number}"


class PlacedOnce(models.Model):
    """The key of a checkout that became an order, so that the same click, sent again, finds the same order.

    Inserted in the order's own transaction; `request_hash` tells a repeated request from another one.
    """

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    key = models.UUIDField()
    request_hash = models.CharField(max_length=64)
    order = models.ForeignKey(Order, models.CASCADE, related_name="+", db_constraint=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "key"], name="shopping_placedonce_key")
        ]

    def __str__(self) -> str:
        return str(self.key)
