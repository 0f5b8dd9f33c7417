"""Machines, who holds them, what their meters say, and who in a company looks after which."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.catalogue.models import Product
from kontor.companies.models import Address, Company, Member, Role
from kontor.companies.querysets import HandledQuerySet
from kontor.companies.visibility import part_of, sees_company
from kontor.partners.models import Handled, MeterKind, Partner, ProductArea

if TYPE_CHECKING:
    from kontor.companies.actors import Viewer


class Machine(models.Model):
    """A machine as its maker delivered it. It belongs to nobody: a company holds it from one day to another.

    `serial` has capitals and figures only. `drawing` names the line drawing of its family.
    """

    area = models.ForeignKey(ProductArea, models.PROTECT, related_name="+")
    serial = models.CharField(_("serial number"), max_length=40)
    maker = models.CharField(_("maker"), max_length=60, blank=True)
    model = models.CharField(_("model"), max_length=80, blank=True)
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="+")
    drawing = models.CharField(max_length=24, blank=True)
    built_in = models.PositiveSmallIntegerField(_("year of manufacture"), null=True, blank=True)

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["area", "serial"], name="equipment_machine_serial")
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.serial}".strip()


class HoldingQuerySet(HandledQuerySet["Holding"]):
    """Look-ups of machines in somebody's hands, starting from who looks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """As everywhere; where the company says so, a member sees only machines assigned to them (CO-4).

        Elsewhere who sees a part of the company only (CO-12) sees these, what they registered, and what stands at their
        place.
        """
        seen = super().visible_to(viewer)
        if not isinstance(viewer, Member) or sees_all_machines(viewer):
            return seen
        assigned = models.Q(pk__in=Assignment.objects.filter(member=viewer).values("holding"))
        if viewer.company.assigns_equipment:
            return seen.filter(assigned)
        return seen.filter(assigned | part_of(viewer, own=("registered_by",), site="site"))


def sees_all_machines(member: Member) -> bool:
    """Whether a member sees every machine of the company: an administrator does, and all where nothing is assigned and nobody narrowed it."""
    if Role.ADMINISTRATOR in member.roles:
        return True
    return not member.company.assigns_equipment and sees_company(member)


class Holding(Handled):
    """A company has a machine, from a day until another (EQ-1). All that happens with it hangs here.

    It begins as a registration by serial number, which the partner's staff checks; until then there is no `machine`.
    A number that another company holds is accepted all the same, and only staff get to know.
    """

    class Status(models.TextChoices):
        PENDING = "pending", _("Being checked")
        HELD = "held", _("In use")
        DECLINED = "declined", _("Not accepted")
        ENDED = "ended", _("Gone")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(ProductArea, models.PROTECT, related_name="+")
    machine = models.ForeignKey(Machine, models.PROTECT, null=True, related_name="holdings")
    serial = models.CharField(_("serial number"), max_length=40)
    reference = models.CharField(_("your own name for it"), max_length=80, blank=True)
    keywords = ArrayField(
        models.CharField(max_length=40), verbose_name=_("keywords"), default=list, blank=True
    )
    location = models.CharField(_("where it stands"), max_length=120, blank=True)
    site = models.ForeignKey(
        Address, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False
    )
    status = models.CharField(_("state"), max_length=16, choices=Status, default=Status.PENDING)
    held_from = models.DateField(_("yours since"), null=True)
    held_to = models.DateField(_("until"), null=True)
    registered_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", db_constraint=False
    )
    registered_at = models.DateTimeField(_("registered"))
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["area", "serial"],
                condition=models.Q(status="held"),
                name="equipment_holding_one_holder",
            ),
            models.UniqueConstraint(
                fields=["company", "area", "serial"],
                condition=models.Q(status__in=["pending", "held"]),
                name="equipment_holding_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="held") | models.Q(machine__isnull=False, held_from__isnull=False),
                name="equipment_holding_held",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company", "reference", "id"], name="equipment_holding_company"),
            models.Index(fields=["company", "-registered_at", "-id"], name="equipment_holding_newest"),
            models.Index(fields=["company", "location", "id"], name="equipment_holding_location"),
            models.Index(fields=["partner", "status", "registered_at"], name="equipment_holding_partner"),
            models.Index(fields=["decided_at", "id"], name="equipment_holding_decided"),
            models.Index(fields=["partner", "decided_at", "id"], name="equipment_holding_partner_done"),
            models.Index(fields=["registered_at", "id"], name="equipment_holding_registered"),
            models.Index(fields=["partner", "registered_at", "id"], name="equipment_holding_partner_all"),
            models.Index(fields=["machine", "company"], name="equipment_holding_machine"),
            models.Index(
                fields=["registered_at"],
                condition=models.Q(status="pending"),
                name="equipment_holding_waiting",
            ),
            GinIndex(OpClass("serial", name="gin_trgm_ops"), name="equipment_holding_serial"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What the company calls it, else its model, else its number."""
        return self.reference or (self.machine.model if self.machine else "") or self.serial

    def get_absolute_url(self) -> str:
        return reverse("equipment:machine", args=[self.pk])


class Meter(models.Model):
    """A counter of a machine in a company's hands (EQ-3).

    `last_value` and `last_on` repeat the newest reading; the row is what a new reading locks.
    """

    Kind: ClassVar = MeterKind

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    holding = models.ForeignKey(Holding, models.PROTECT, related_name="meters", db_constraint=False)
    kind = models.CharField(_("kind"), max_length=8, choices=MeterKind)
    last_value = models.DecimalField(max_digits=12, decimal_places=1, null=True)
    last_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("meter")
        verbose_name_plural = _("meters")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["holding", "kind"], name="equipment_meter_kind")
        ]
        indexes: ClassVar = [
            models.Index(fields=["company", "last_on", "id"], include=["holding"], name="equipment_meter_due")
        ]

    def __str__(self) -> str:
        return str(MeterKind(self.kind).label)


class Reading(models.Model):
    """What a meter said on a day; appended, never changed. Not below the one before, at most one a day."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    meter = models.ForeignKey(Meter, models.PROTECT, related_name="readings", db_constraint=False)
    value = models.DecimalField(_("reading"), max_digits=12, decimal_places=1)
    read_on = models.DateField(_("date of the reading"))
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meter", "read_on"], name="equipment_reading_once_a_day"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="equipment_reading_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.value} ({self.read_on})"


class Assignment(models.Model):
    """A member looks after a machine; where the company says so, sees only those (CO-4)."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    holding = models.ForeignKey(Holding, models.CASCADE, related_name="assignments", db_constraint=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+", db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "holding"], name="equipment_assignment_once")
        ]
        indexes: ClassVar = [models.Index(fields=["holding"], name="equipment_assignment_holding")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.holding_id}"
