"""People from outside, until somebody has let them in: registrations, rules, invitations, former accounts, messages."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company, Role
from kontor.companies.querysets import HandledQuerySet
from kontor.onboarding.statuses import ContactStatus, InvitationStatus, RegistrationStatus
from kontor.partners.models import Handled, Partner, ProductArea, Terms


class ActivationRule(models.Model):
    """Whom we let in at once, without a person looking at it (ON-7); the first rule in order that fits decides.

    `value` is the domain of a trusted one. With `area` it is for registrations for that product area only. Where a company
    has administrators, they decide (ON-4), unless a rule of effect `JOIN` trusts the company's own domain.
    """

    class Kind(models.TextChoices):
        SERIAL = "serial", _("Known serial number")
        CUSTOMER = "customer", _("Known customer number with postcode")
        DOMAIN = "domain", _("Trusted domain")

    class Effect(models.TextChoices):
        START = "start", _("Active at once where nobody administers the company yet, as its administrator")
        JOIN = "join", _("The same, and active at once with the role below where somebody does")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    value = models.CharField(
        _("domain"),
        max_length=253,
        blank=True,
        help_text=_("Of a trusted domain only: what stands behind the @, such as fjordbygg.example."),
    )
    area = models.ForeignKey(
        ProductArea,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("product area"),
        help_text=_("Only registrations for this area; empty: for any."),
    )
    effect = models.CharField(_("effect"), max_length=8, choices=Effect, default=Effect.START)
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.READER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_on = models.BooleanField(_("on"), default=True)

    class Meta:
        verbose_name = _("rule for activation at once")
        verbose_name_plural = _("rules for activation at once")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="domain") & ~models.Q(value="")
                | ~models.Q(kind="domain") & models.Q(value=""),
                name="onboarding_activationrule_domain",
            ),
            # A number stands on papers that many see: nobody joins colleagues by it alone.
            models.CheckConstraint(
                condition=models.Q(effect="start") | models.Q(kind="domain"),
                name="onboarding_activationrule_join",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What it does, for people."""
        match self.kind:
            case self.Kind.SERIAL:
                does = gettext(
                    "Whoever gives the serial number of a machine that we know and nobody holds is in at once, with a company of"
                    " their own."
                )
            case self.Kind.CUSTOMER:
                does = gettext(
                    "Whoever gives a customer number and the postcode of that customer is in at once, where nobody administers"
                    " the company yet."
                )
            case _ if self.effect == self.Effect.JOIN:
                does = gettext(
                    "Whoever has an address @%(domain)s is in at once: with a company of their own, or in the one whose domain it"
                    " is, where somebody administers it already as “%(role)s”; its administrators are told."
                ) % {"domain": self.value, "role": Role(self.role).label}
            case _:
                does = gettext(
                    "Whoever has an address @%(domain)s is in at once: with a company of their own, or in the one whose domain it"
                    " is, where nobody administers it yet."
                ) % {"domain": self.value}
        if self.area is None:
            return does
        return gettext("%(area)s only: %(sentence)s") % {"area": self.area.name, "sentence": does}


class RegistrationQuerySet(HandledQuerySet["Registration"]):
    """Look-ups of registrations, starting from who looks."""


class Registration(Handled):
    """Somebody whom we do not know asks for an account, for themselves and their company.

    It is filled in step by step and kept from the first; after `DAYS` days without proof of the address it expires.
    `company` is the one that it turned out to belong to, whose administrators then decide (`joins`, ON-4), or the one
    made from it; once it is passed on our staff may decide too. `reason` is what was said with the decision, `rule` the
    one that decided where no person did. `serials` are serial numbers of machines by the code of their area (ON-8).
    What only the applicant knows lies beside it, in `Proof`.
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
    serials = models.JSONField(_("serial numbers"), default=dict)
    customer_number = models.CharField(_("customer number"), max_length=16, blank=True, default="")
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
    rule = models.ForeignKey(ActivationRule, models.SET_NULL, null=True, related_name="+")

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
            models.Index(fields=["status", "proven_at"], name="onboarding_registration_queue"),
            models.Index(fields=["proven_at", "id"], name="onboarding_registration_due"),
            models.Index(fields=["partner", "proven_at", "id"], name="onboarding_registration_p_due"),
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


class CompanyInvitation(Handled):
    """Staff invite the first administrator of a company (ON-10): of one that comes to exist with it, or of `company`.

    The link is personal and lives `DAYS` days from each sending. `handled_by` is who invited. `partner` looks after the
    company in `areas` from then on. Only the hash of the link's token is kept.
    """

    DAYS: ClassVar[int] = 90

    number = models.CharField(_("number"), max_length=16, unique=True)
    status = models.CharField(
        _("state"), max_length=16, choices=InvitationStatus, default=InvitationStatus.SENT
    )
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", verbose_name=_("partner"))
    company = models.ForeignKey(Company, models.PROTECT, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind of account"), max_length=16, choices=Company.Kind)
    email = models.EmailField(_("business e-mail"))
    title = models.CharField(_("title"), max_length=60, blank=True)
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    company_name = models.CharField(_("company"), max_length=120)
    country = models.CharField(_("country"), max_length=2)
    organisation_number = models.CharField(_("organisation number"), max_length=32, blank=True)
    vat_number = models.CharField(_("VAT number"), max_length=32, blank=True)
    street = models.CharField(_("street"), max_length=100)
    postcode = models.CharField(_("postcode"), max_length=16)
    city = models.CharField(_("city"), max_length=60)
    invoice_email = models.EmailField(_("e-mail for invoices"), blank=True)
    areas = ArrayField(models.CharField(max_length=32), verbose_name=_("product areas"), default=list)
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("valid until"))
    closed_at = models.DateTimeField(_("closed"), null=True)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")
    terms_accepted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitation of a company")
        verbose_name_plural = _("invitations of companies")
        indexes: ClassVar = [
            models.Index(fields=["status", "sent_at"], name="onboarding_invitation_queue"),
            models.Index(fields=["partner", "status", "sent_at"], name="onboarding_invitation_partner"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


class LegacyAccount(models.Model):
    """An account of the operator's former portal, until its owner has taken it over (ON-11).

    `serials` are the machines that the file named, as pairs of area and number. `role` may be empty: then whoever comes
    first administers the company. The link in the mail lives `DAYS` days; only the hash of its token is kept.
    """

    DAYS: ClassVar[int] = 14

    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    email = models.EmailField(_("e-mail"))
    username = models.CharField(_("user name"), max_length=150, blank=True)
    first_name = models.CharField(_("first name"), max_length=60, blank=True)
    last_name = models.CharField(_("last name"), max_length=60, blank=True)
    role = models.CharField(_("role"), max_length=16, choices=Role, blank=True)
    serials = models.JSONField(_("serial numbers"), default=list)
    token_hash = models.CharField(max_length=64, unique=True, null=True)
    link_until = models.DateTimeField(null=True)
    loaded_at = models.DateTimeField(auto_now_add=True)
    taken_over_at = models.DateTimeField(null=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("account of the former portal")
        verbose_name_plural = _("accounts of the former portal")
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="onboarding_legacyaccount_email"),
            models.UniqueConstraint(
                Lower("username"), condition=~models.Q(username=""), name="onboarding_legacyaccount_username"
            ),
        ]

    def __str__(self) -> str:
        return self.email


class ContactMessage(Handled):
    """Somebody without an account is stuck and writes to us (ON-14); our staff answer by mail.

    `company` is always empty: who writes is nobody yet. It gets its number from a job, once it is ours to read.
    """

    class About(models.TextChoices):
        NO_MAIL = "no-mail", _("No mail arrives")
        DEAD_LINK = "dead-link", _("A link no longer works")
        REJECTED = "rejected", _("My registration was rejected")
        OLD_ADDRESS = "old-address", _("I have no access to my old address")
        FORGOTTEN = "forgotten", _("I know neither address nor user name")
        OTHER = "other", _("Something else")

    PICTURES: ClassVar[int] = 3
    company: ClassVar[None] = None

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=16, blank=True)
    status = models.CharField(_("state"), max_length=16, choices=ContactStatus, default=ContactStatus.WAITING)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    about = models.CharField(_("what it is about"), max_length=16, choices=About)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    body = models.TextField(_("what happened"))
    sent_at = models.DateTimeField(_("sent"))
    answer = models.TextField(_("answer"), blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True)

    class Meta:
        verbose_name = _("message of somebody without an account")
        verbose_name_plural = _("messages of people without an account")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], condition=~models.Q(number=""), name="onboarding_contactmessage_number"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["status", "sent_at"], name="onboarding_contact_queue")]

    def __str__(self) -> str:
        return self.number or str(self.pk)


class ContactPicture(models.Model):
    """A screenshot that came with a message: made anew from what was sent, and once more small."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(ContactMessage, models.CASCADE, related_name="pictures")
    name = models.CharField(_("name"), max_length=100)
    stored_as = models.CharField(max_length=200)
    small_as = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name
