"""Service cases: what a customer needs from us, and what was said about it (SE-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company, Member
from kontor.companies.querysets import HandledQuerySet
from kontor.companies.visibility import sees_company
from kontor.equipment.models import Holding, sees_all_machines
from kontor.partners.models import Handled, Partner, ProductArea, Staff
from kontor.service.statuses import CaseStatus

if TYPE_CHECKING:
    from kontor.companies.actors import Viewer

# Machines that a case can be about: those in use and those whose registration is being checked.
WITH_COMPANY: Final = (Holding.Status.PENDING, Holding.Status.HELD)


class CaseQuerySet(HandledQuerySet["Case"]):
    """Look-ups of cases, starting from who looks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """As everywhere; who sees only some machines (CO-4) sees their cases, those of none, and their own.

        Who sees a part of the company only (CO-12) does not see those of none.
        """
        seen = super().visible_to(viewer)
        if not isinstance(viewer, Member) or sees_all_machines(viewer):
            return seen
        own = models.Q(opened_by=viewer) | models.Q(contact=viewer)
        of_machines = models.Q(holding__in=Holding.objects.visible_to(viewer))
        general = models.Q(holding=None) if sees_company(viewer) else models.Q()
        return seen.filter(own | of_machines | general)


class Case(Handled):
    """Something a customer wants done, for a machine or in general, until it is solved.

    Whose turn it is follows from `status`. `last_at` is when somebody last wrote, which sorts the lists. `contact` has
    taken it over from the colleague who opened it.
    """

    class Kind(models.TextChoices):
        FAULT = "fault", _("Fault")
        CONSUMABLES = "consumables", _("Consumables")
        MOVE = "move", _("Move or removal")
        METER = "meter", _("Meter correction")
        ACCOUNT = "account", _("Question about the account")
        INVOICE = "invoice", _("Question about an invoice")
        CONTACT = "contact", _("Something else")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(ProductArea, models.PROTECT, null=True, related_name="+")
    number = models.CharField(_("number"), max_length=16, unique=True)
    kind = models.CharField(_("kind of request"), max_length=16, choices=Kind)
    subject = models.CharField(_("subject"), max_length=120)
    holding = models.ForeignKey(
        Holding, models.PROTECT, null=True, blank=True, related_name="cases", db_constraint=False
    )
    status = models.CharField(_("state"), max_length=16, choices=CaseStatus, default=CaseStatus.NEW)
    opened_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    contact = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    opened_at = models.DateTimeField(_("opened"))
    last_at = models.DateTimeField(_("last message"))
    solved_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes: ClassVar = [
            models.Index(fields=["company", "status", "-last_at", "-id"], name="service_case_company_status"),
            models.Index(fields=["company", "-last_at", "-id"], name="service_case_company"),
            models.Index(fields=["partner", "status", "last_at", "id"], name="service_case_partner_status"),
            models.Index(fields=["status", "last_at", "id"], name="service_case_status"),
            models.Index(fields=["holding"], name="service_case_holding"),
            GinIndex(OpClass("subject", name="gin_trgm_ops"), name="service_case_subject"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("service:case", args=[self.number])


class Message(models.Model):
    """What somebody wrote in a case: a member, or staff; a `note` of staff is read by staff only. Never changed."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="messages", db_constraint=False)
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    body = models.TextField(_("message"))
    note = models.BooleanField(default=False)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(member__isnull=False, staff=None, note=False)
                | models.Q(member=None, staff__isnull=False),
                name="service_message_author",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["case", "written_at"], name="service_message_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.written_at}"
