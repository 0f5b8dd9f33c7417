"""A company that buys from us, itself; its people and places are in `models.py`."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.partners.models import Partner, SellingEntity


class Tier(models.TextChoices):
    """Loyalty tiers; silver at the start unless agreed otherwise (SH-2)."""

    SILVER = "silver", _("Silver")
    GOLD = "gold", _("Gold")
    PLATINUM = "platinum", _("Platinum")


class CustomerGroup(models.Model):
    """Companies that share a price list, such as building contractors."""

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("customer group")
        verbose_name_plural = _("customer groups")

    def __str__(self) -> str:
        return self.name


class Company(models.Model):
    """A business customer. Its number is the operator's; it buys from one selling entity, in one currency.

    Street, postcode and city are where it has its seat, in `country`; where things go is in the address book (CO-7).
    With `assigns_equipment` its members see only the machines that are assigned to them, administrators all (CO-4).
    `extra_domains` are endings of colleagues' addresses that we allow beside the company's own (CO-2).

    One that was merged into another points on to it (`succeeded_by`), and that one keeps the keys of those whose past
    its members read (`earlier`); docs/decisions/0020-merged-companies.md.
    """

    class Kind(models.TextChoices):
        CUSTOMER = "customer", _("Customer")
        SUPPLIER = "supplier", _("Supplier")
        RESELLER = "reseller", _("Reseller")

    number = models.CharField(_("customer number"), max_length=16, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind of account"), max_length=16, choices=Kind, db_default=Kind.CUSTOMER)
    organisation_number = models.CharField(_("organisation number"), max_length=32, blank=True, db_index=True)
    vat_number = models.CharField(_("VAT number"), max_length=32, blank=True, db_index=True)
    street = models.CharField(_("street"), max_length=100, blank=True, db_default="")
    postcode = models.CharField(_("postcode"), max_length=16, blank=True, db_default="")
    city = models.CharField(_("city"), max_length=60, blank=True, db_default="")
    country = models.CharField(_("country"), max_length=2)
    contact = models.CharField(_("contact person"), max_length=120, blank=True, db_default="")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    currency = models.CharField(_("currency"), max_length=3)
    entity = models.ForeignKey(SellingEntity, models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("usual partner")
    )
    tier = models.CharField(_("tier"), max_length=8, choices=Tier, default=Tier.SILVER)
    group = models.ForeignKey(CustomerGroup, models.PROTECT, null=True, blank=True, related_name="+")
    email = models.EmailField(_("e-mail for invoices"), blank=True)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    assigns_equipment = models.BooleanField(_("members see only machines assigned to them"), db_default=False)
    requires_second_factor = models.BooleanField(_("everybody needs a second factor"), db_default=False)
    extra_domains = ArrayField(
        models.CharField(max_length=253),
        verbose_name=_("further endings of addresses"),
        blank=True,
        db_default=[],
    )
    succeeded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("merged into")
    )
    earlier = ArrayField(models.BigIntegerField(), blank=True, db_default=[], editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(succeeded_by=None)
                | ~models.Q(succeeded_by=models.F("id")) & models.Q(earlier=[]),
                name="companies_company_succeeded",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="companies_company_by_name"),
            models.Index(
                fields=["succeeded_by"],
                condition=models.Q(succeeded_by__isnull=False),
                name="companies_company_succeeded_by",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def today(self) -> Company:
        """The company itself, or the one that it has become part of."""
        return self.succeeded_by or self
