"""Registrations of people from outside, until somebody has let them in (ON-2 to ON-9)."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company
from kontor.companies.querysets import HandledQuerySet
from kontor.onboarding.statuses import RegistrationStatus
from kontor.partners.models import Handled, Partner, Terms


class RegistrationQuerySet(HandledQuerySet["Registration"]):
    """Look-ups of registrations, starting from who looks."""


class Registration(Handled):
    """Somebody whom we do not know asks for an account, for themselves and their company.

    It is filled in step by step and kept from the first; after `DAYS` days without proof of the address it expires.
    `company` is the one that it turned out to belong to, whose administrators then decide (`joins`, ON-4), or the one
    made from it; once it is passed on our staff may decide too. `reason` is what was said with the decision. What only the applicant knows lies beside it, in `Proof`.
    """

    DAYS: ClassVar[int] = 14

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=16, blank=True)
    status = models.CharField(
        _("state"), max_length=16, choices=RegistrationStatus, default=RegistrationStatus.DRAFT
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind of account"), max_length=16, choices=Company.Kind)
    email = models.EmailField(_("business e-mail"))
    title = models.CharField(_("title"), max_length=60, blank=True)
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    knows_colleague = models.BooleanField(_("a colleague has an account"), null=True)
    colleague_email = models.EmailField(_("colleague's e-mail"), blank=True)
    company_name = models.CharField(_("company"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    organisation_number = models.CharField(_("organisation number"), max_length=32, blank=True)
    vat_number = models.CharField(_("VAT number"), max_length=32, blank=True)
    street = models.CharField(_("street"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)
    city = models.CharField(_("city"), max_length=60, blank=True)
    invoice_email = models.EmailField(_("e-mail for invoices"), blank=True)
    areas = ArrayField(models.CharField(max_length=32), verbose_name=_("product areas"), default=list)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")
    terms_accepted_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True)
    proven_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    company = models.ForeignKey(Company, models.PROTECT, null=True, related_name="+")
    joins = models.BooleanField(default=False)
    passed_on_at = models.DateTimeField(null=True)
    question = models.TextField(_("question"), blank=True)
    answer = models.TextField(_("answer"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(null=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], condition=~models.Q(number=""), name="onboarding_registration_number"
            ),
            models.CheckConstraint(
                condition=~models.Q(joins=True) | models.Q(company__isnull=False),
                name="onboarding_registration_joins",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["status", "sent_at"], name="onboarding_registration_queue"),
            models.Index(fields=["sent_at", "id"], name="onboarding_registration_sent"),
            models.Index(fields=["partner", "sent_at", "id"], name="onboarding_registration_p_sent"),
            models.Index(fields=["company", "status"], name="onboarding_registration_joins"),
            models.Index(fields=["expires_at"], name="onboarding_registration_old"),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


class Proof(models.Model):
    """What only the applicant knows, as hashes: the link's token, the mail's code, the password they chose.

    Staff and companies never read this table.
    """

    registration = models.OneToOneField(Registration, models.CASCADE, primary_key=True, related_name="proof")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_sent_at = models.DateTimeField(null=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    password = models.CharField(max_length=128, blank=True)

    def __str__(self) -> str:
        return str(self.registration_id)
