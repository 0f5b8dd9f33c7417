"""Placed orders: what a company asked us to deliver, at which prices, to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.catalogue.models import Product
from kontor.catalogue.words import counted
from kontor.companies.models import Address, Company, Member
from kontor.companies.querysets import HandledQuerySet
from kontor.companies.visibility import part_of
from kontor.orders.statuses import LineStatus, OrderStatus
from kontor.partners.models import Partner, SellingEntity, Terms

if TYPE_CHECKING:
    from kontor.companies.actors import Viewer


class OrderQuerySet(HandledQuerySet["Order"]):
    """Look-ups of orders, starting from who looks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """As everywhere; who sees a part of the company only sees what they ordered or what goes to their place."""
        return super().visible_to(viewer).filter(part_of(viewer, own=("member",), site="site"))


class Order(models.Model):
    """What a company asked us to deliver.

    Everything on it is a copy: a later change of price, address or terms never alters an order. Amounts are in
    `currency`, net of tax except `total`. Its state is derived from its lines, which only `advance` changes.
    `partner` handles it: the one of its first line's product area, else the company's usual one. `site` is the place in
    the address book that it went to, while that is there; it says who sees the order (CO-12).
    """

    class Channel(models.TextChoices):
        PORTAL = "portal", _("Portal")
        PHONE = "phone", _("Telephone")
        POST = "post", _("Post")
        ERP = "erp", _("Other")

    class Delivery(models.TextChoices):
        PARTS = "parts", _("In parts, as things become ready")
        TOGETHER = "together", _("All at once, in a wished period")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(_("number"), max_length=24, unique=True)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    entity = models.ForeignKey(SellingEntity, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    site = models.ForeignKey(Address, models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    ordered_by = models.CharField(_("ordered by"), max_length=120, blank=True)
    channel = models.CharField(_("came by"), max_length=8, choices=Channel, default=Channel.PORTAL)
    placed_at = models.DateTimeField(_("placed"))
    customer_reference = models.CharField(_("your order number"), max_length=60, blank=True)
    status = models.CharField(_("state"), max_length=16, choices=OrderStatus, default=OrderStatus.PLACED)
    currency = models.CharField(_("currency"), max_length=3)

    ship_name = models.CharField(max_length=100, blank=True)
    ship_street = models.CharField(max_length=100, blank=True)
    ship_postcode = models.CharField(max_length=16, blank=True)
    ship_city = models.CharField(max_length=60, blank=True)
    ship_country = models.CharField(max_length=2, blank=True)
    ship_phone = models.CharField(max_length=32, blank=True)
    bill_name = models.CharField(max_length=120, blank=True)
    bill_street = models.CharField(max_length=100, blank=True)
    bill_postcode = models.CharField(max_length=16, blank=True)
    bill_city = models.CharField(max_length=60, blank=True)
    bill_country = models.CharField(max_length=2, blank=True)
    invoice_email = models.EmailField(blank=True)
    delivery = models.CharField(max_length=8, choices=Delivery, default=Delivery.PARTS)
    wish_from = models.DateField(null=True)
    wish_to = models.DateField(null=True)
    wishes = models.CharField(max_length=300, blank=True)
    payment_days = models.PositiveSmallIntegerField(null=True)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")

    shipping = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    surcharge = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    charges_tax_rate = models.DecimalField(max_digits=4, decimal_places=2, default=0)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    tax = models.DecimalField(max_digits=14, decimal_places=2)
    total = models.DecimalField(max_digits=14, decimal_places=2)
    line_count = models.PositiveIntegerField()

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        indexes: ClassVar = [
            models.Index(fields=["company", "-placed_at", "-id"], name="orders_order_company"),
            models.Index(
                fields=["company", "status", "-placed_at", "-id"], name="orders_order_company_status"
            ),
            models.Index(fields=["partner", "-placed_at", "-id"], name="orders_order_partner"),
            models.Index(
                fields=["partner", "status", "-placed_at", "-id"], name="orders_order_partner_status"
            ),
            models.Index(fields=["-placed_at", "-id"], name="orders_order_placed"),
            models.Index(fields=["status", "-placed_at", "-id"], name="orders_order_status"),
            models.Index(
                fields=["company"],
                include=["id", "number", "customer_reference", "placed_at"],
                name="orders_order_words",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class OrderLine(models.Model):
    """One article of an order, with copies of its text, price, tax and how the price came about.

    `unit_price` is per `per` units and net; `net` is the line's sum, rounded half up. `price_steps` is the
    explanation as `catalogue.pricing` gave it. `promised_date` is the day by which it is to be with the customer.
    `partner` repeats the order's, for row security.
    """

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    order = models.ForeignKey(Order, models.PROTECT, related_name="lines", db_constraint=False)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=40)
    text = models.CharField(max_length=200)
    unit = models.CharField(max_length=8)
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    unit_price = models.DecimalField(max_digits=12, decimal_places=4)
    per = models.PositiveSmallIntegerField(default=1)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    tax_rate = models.DecimalField(max_digits=4, decimal_places=2)
    price_source = models.CharField(max_length=16, blank=True)
    tier = models.CharField(max_length=8, blank=True)
    price_steps = models.JSONField(default=list)
    status = models.CharField(max_length=16, choices=LineStatus, default=LineStatus.PLACED)
    promised_date = models.DateField(null=True)
    shipped_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "position"], name="orders_orderline_position"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="orders_orderline_quantity"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company", "product"], name="orders_orderline_bought"),
            models.Index(
                fields=["company"], include=["order", "number", "text"], name="orders_orderline_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.number}"

    @property
    def unit_words(self) -> str:
        """The unit as it stands after the quantity, in the reader's language."""
        return counted(self.quantity, self.unit)
