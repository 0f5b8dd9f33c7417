"""Our side: who runs the portal, who sells, who looks after which customers, and on what terms."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.kit.scope import Scope
from kontor.kit.translated import Translated
from kontor.partners.teams import Absence as Absence
from kontor.partners.teams import Team
from kontor.partners.terms import Consent as Consent
from kontor.partners.terms import Terms as Terms


class Operator(models.Model):
    """The one company that runs this portal: its name, looks and general settings (requirement QU-5)."""

    name = models.CharField(_("name"), max_length=100)
    colour = models.CharField(
        _("colour"), max_length=7, default="#0b5a66", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}\Z")]
    )
    logo = models.FileField(_("logo (SVG or PNG)"), upload_to="operator/", blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=32)
    silver_discount = models.DecimalField(_("silver, % off"), max_digits=4, decimal_places=2, default=0)
    gold_discount = models.DecimalField(_("gold, % off"), max_digits=4, decimal_places=2, default=0)
    platinum_discount = models.DecimalField(_("platinum, % off"), max_digits=4, decimal_places=2, default=0)
    join_days = models.PositiveSmallIntegerField(
        _("working days for a request to join"),
        default=1,
        help_text=_(
            "So long a company's administrators alone decide who joins it. Then the service partner may too: applicants are"
            " promised an answer within two working days."
        ),
    )
    open_registration = models.BooleanField(
        _("open registration"),
        default=True,
        help_text=_(
            "Any company may register at /register/. Off: that page explains how to get an invitation, and whom to call."
        ),
    )
    by_invitation = models.BooleanField(
        _("by invitation"),
        default=True,
        help_text=_(
            "Staff of the partners and of the operator invite companies, from the queue “Invitations”."
        ),
    )
    takes_over_accounts = models.BooleanField(
        _("takes over accounts of a former portal"),
        default=False,
        help_text=_(
            "Whoever types an address that “load_legacy_accounts” has loaded gets a mail, and finds company, role and machines."
        ),
    )
    password_length = models.PositiveSmallIntegerField(
        _("characters of a password"),
        default=12,
        db_default=12,
        validators=[MinValueValidator(8), MaxValueValidator(64)],
        help_text=_("Every new password has at least so many, from 8 to 64. Present ones are kept."),
    )
    second_factor_roles = ArrayField(
        models.CharField(max_length=16),
        verbose_name=_("second factor"),
        default=list,
        blank=True,
        help_text=_("Staff with these roles, ours and partners', set one up before anything else."),
    )

    class Meta:
        verbose_name = _("operator")
        verbose_name_plural = _("operator")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pk=1), name="partners_operator_single"),
            models.CheckConstraint(
                condition=models.Q(password_length__range=(8, 64)), name="partners_operator_password_length"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SellingEntity(models.Model):
    """A legal entity of the operator that sells in one country, in one currency, at its taxes (OP-3).

    Tax rates are percentages. The bulky surcharge is net, once an order, also where shipping is free (SH-8).
    """

    code = models.SlugField(_("code"), max_length=16, unique=True)
    name = models.CharField(_("name"), max_length=100)
    country = models.CharField(_("country"), max_length=2)
    currency = models.CharField(_("currency"), max_length=3)
    organisation_number = models.CharField(_("organisation number"), max_length=32, blank=True)
    vat_number = models.CharField(_("VAT number"), max_length=32, blank=True)
    street = models.CharField(_("street"), max_length=100)
    postcode = models.CharField(_("postcode"), max_length=16)
    city = models.CharField(_("city"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=32)
    email = models.EmailField(_("e-mail"))
    standard_tax = models.DecimalField(_("standard tax, %"), max_digits=4, decimal_places=2)
    reduced_tax = models.DecimalField(_("reduced tax, %"), max_digits=4, decimal_places=2)
    payment_days = models.PositiveSmallIntegerField(_("days to pay an invoice"), default=14)
    bulky_surcharge = models.DecimalField(
        _("surcharge for bulky goods"), max_digits=9, decimal_places=2, default=0
    )
    free_shipping_from = models.DecimalField(
        _("goods from which shipping is free"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    forwarder_name = models.CharField(_("forwarder"), max_length=60, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Oslo")

    class Meta:
        verbose_name = _("selling entity")
        verbose_name_plural = _("selling entities")

    def __str__(self) -> str:
        return self.name


class MeterKind(models.TextChoices):
    """What a machine's meter counts (EQ-3)."""

    HOURS = "hours", _("Operating hours")
    IDLE = "idle", _("Idle hours")
    BLACK = "black", _("Pages, black")
    COLOUR = "colour", _("Pages, colour")
    CYCLES = "cycles", _("Test cycles")


class ProductArea(models.Model):
    """A line of business, such as construction machines; partners and relationships go by it.

    `serial_asked` is whether a registration for this area asks for the serial number of a machine (ON-8).
    `serial_pattern` is what a serial number of this area looks like, as a regular expression over capitals and figures
    without spaces (ON-8); an area without one takes any that makes sense. `meters` are the kinds of meters that its
    machines have (`MeterKind`).
    """

    class SerialAsked(models.TextChoices):
        NO = "no", _("No")
        OPTIONAL = "optional", _("Yes, it may be left empty")
        REQUIRED = "required", _("Yes, it must be given")

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name_nb = models.CharField(_("name, bokmål"), max_length=80)
    name_de = models.CharField(_("name, German"), max_length=80)
    name_en = models.CharField(_("name, English"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    serial_asked = models.CharField(
        _("registrations ask for a serial number"),
        max_length=8,
        choices=SerialAsked,
        default=SerialAsked.NO,
        help_text=_("Needs the form of serial numbers below."),
    )
    serial_pattern = models.CharField(_("form of serial numbers"), max_length=80, blank=True)
    serial_example = models.CharField(_("example of a serial number"), max_length=40, blank=True)
    serial_help_nb = models.CharField(_("where the number stands, bokmål"), max_length=200, blank=True)
    serial_help_de = models.CharField(_("where the number stands, German"), max_length=200, blank=True)
    serial_help_en = models.CharField(_("where the number stands, English"), max_length=200, blank=True)
    meters = ArrayField(models.CharField(max_length=8), verbose_name=_("meters"), default=list, blank=True)
    name = Translated("name")
    serial_help = Translated("serial_help")

    class Meta:
        verbose_name = _("product area")
        verbose_name_plural = _("product areas")
        ordering: ClassVar = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """A service company that looks after customers for the operator.

    Opening hours are on working days, in the partner's own time zone.
    """

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=100)
    country = models.CharField(_("country"), max_length=2)
    contact = models.CharField(_("contact person"), max_length=100, blank=True)
    phone = models.CharField(_("telephone"), max_length=32)
    email = models.EmailField(_("e-mail"))
    street = models.CharField(_("street"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)
    city = models.CharField(_("city"), max_length=60, blank=True)
    opens = models.TimeField(_("opens"), default=dt.time(8))
    closes = models.TimeField(_("closes"), default=dt.time(16))
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Oslo")

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def is_open(self, at: dt.datetime) -> bool:
        """Whether somebody answers the telephone at that moment; public holidays are not known yet."""
        local = at.astimezone(ZoneInfo(self.time_zone))
        return local.weekday() < 5 and self.opens <= local.time() < self.closes


class PartnerArea(models.Model):
    """A partner serves a product area, in the postcodes from … to … of its country (all when empty)."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="areas")
    area = models.ForeignKey(ProductArea, models.CASCADE, related_name="+")
    postcode_from = models.CharField(_("postcode from"), max_length=16, blank=True)
    postcode_to = models.CharField(_("postcode to"), max_length=16, blank=True)

    class Meta:
        verbose_name = _("area served")
        verbose_name_plural = _("areas served")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partner", "area", "postcode_from"], name="partners_partnerarea_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.area}"


class Staff(models.Model):
    """A person on our side: of the operator, who see all companies, or of one partner, who see their own (ST-2)."""

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("Administrator")
        SALES = "sales", _("Sales")
        SERVICE = "service", _("Service")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="staff")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="staff")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="people")
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("staff member")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def scope(self) -> Scope:
        return Scope.of_staff(user=self.user_id, partner=self.partner_id)

    @property
    def signature(self) -> dict[str, Any]:
        return {"user_id": self.user_id}


class Handled(models.Model):
    """Something that waits at the desk: who of our side has taken it, if anybody has (ST-1)."""

    handled_by = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class Retention(models.Model):
    """How many days one kind of data is kept; kinds without a row of their own keep what the portal proposes.

    `kind` is a name of `kontor.kit.retention`.
    """

    kind = models.SlugField(_("kind"), max_length=40, unique=True)
    days = models.PositiveIntegerField(_("days"))

    class Meta:
        verbose_name = _("retention period")
        verbose_name_plural = _("retention periods")

    def __str__(self) -> str:
        return self.kind


class ShippingRate(models.Model):
    """One row of an entity's shipping table: what carriage costs up to a weight, net (SH-8).

    The row without a weight is for whatever is heavier.
    """

    class Carriage(models.TextChoices):
        PARCEL = "parcel", _("Parcel")
        FORWARDER = "forwarder", _("Forwarder")

    entity = models.ForeignKey(SellingEntity, models.CASCADE, related_name="shipping_rates")
    carriage = models.CharField(_("carriage"), max_length=16, choices=Carriage)
    up_to_kg = models.DecimalField(_("up to, kg"), max_digits=12, decimal_places=3, null=True, blank=True)
    price = models.DecimalField(_("price, net"), max_digits=9, decimal_places=2)

    class Meta:
        verbose_name = _("shipping rate")
        verbose_name_plural = _("shipping rates")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entity", "carriage", "up_to_kg"],
                nulls_distinct=False,
                name="partners_shippingrate_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.carriage} {self.up_to_kg}"
