"""Their side: the companies that buy from us and the people in them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kontor.companies.company import Company as Company
from kontor.companies.company import CustomerGroup as CustomerGroup
from kontor.companies.company import Tier as Tier
from kontor.kit.scope import Scope
from kontor.partners.models import Handled, Partner, ProductArea, Staff, Terms


class Role(models.TextChoices):
    """What a member may do; the table of permissions is in `permissions.py` (CO-5)."""

    ADMINISTRATOR = "administrator", _("Administrator")
    BUYER = "buyer", pgettext_lazy("role", "Buyer")
    APPROVER = "approver", _("Approver")
    SERVICE = "service", _("Service")
    ACCOUNTS = "accounts", _("Accounts")
    READER = "reader", _("Reader")


class Sees(models.TextChoices):
    """How much of the company's orders, cases and machines a member sees; the rule is in `visibility.py` (CO-12)."""

    OWN = "own", _("What is their own")
    SITE = "site", _("What is their own or at one place")
    COMPANY = "company", _("The whole company")


class CompanyRole(models.Model):
    """A role that a company has made for itself out of the same permissions (CO-5).

    `permissions` are codes of `permissions.Permission`.
    """

    company = models.ForeignKey(Company, models.CASCADE, related_name="own_roles")
    name = models.CharField(_("name"), max_length=40)
    permissions = ArrayField(models.CharField(max_length=24), verbose_name=_("rights"))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("own role")
        verbose_name_plural = _("own roles")
        constraints: ClassVar = [
            models.UniqueConstraint("company", Lower("name"), name="companies_companyrole_name"),
            models.CheckConstraint(condition=~models.Q(permissions=[]), name="companies_companyrole_rights"),
        ]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person in a company. One person may be a member of several; what they may do is decided per company.

    They may do what any of `roles` or `own_role` allows, with what they see (`sees`, `site`).
    """

    company = models.ForeignKey(Company, models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60)
    title = models.CharField(_("title"), max_length=60, blank=True)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    roles = ArrayField(models.CharField(max_length=16, choices=Role), verbose_name=_("roles"), blank=True)
    own_role = models.ForeignKey(
        CompanyRole, models.PROTECT, null=True, blank=True, related_name="+", db_constraint=False
    )
    sees = models.CharField(
        _("sees"), max_length=8, choices=Sees, default=Sees.COMPANY, db_default=Sees.COMPANY
    )
    site = models.ForeignKey(
        "Address", models.PROTECT, null=True, blank=True, related_name="+", db_constraint=False
    )
    is_active = models.BooleanField(_("active"), default=True)
    inactive_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "company"], name="companies_member_once"),
            models.CheckConstraint(
                condition=~models.Q(roles=[]) | models.Q(own_role__isnull=False),
                name="companies_member_has_role",
            ),
            models.CheckConstraint(
                condition=models.Q(sees="site", site__isnull=False)
                | ~models.Q(sees="site") & models.Q(site=None),
                name="companies_member_site",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["company", "last_name", "first_name", "id"], name="companies_member_company"
            ),
            models.Index(
                fields=["company", "last_name", "first_name", "id"],
                condition=models.Q(is_active=True, roles__contains=[Role.ADMINISTRATOR]),
                name="companies_member_administers",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name; who deleted their account is a former user (CO-9)."""
        return f"{self.first_name} {self.last_name}".strip() or gettext("Former user")

    @property
    def sees_company(self) -> bool:
        """Whether they see all of the company, as administrators do whatever else was set (CO-12)."""
        return self.sees == Sees.COMPANY or Role.ADMINISTRATOR in self.roles

    @property
    def scope(self) -> Scope:
        """With the past of earlier companies where `company` was read along, as for whoever is signed in."""
        earlier = self.company.earlier if Member.company.is_cached(self) else ()
        return Scope.of_member(user=self.user_id, company=self.company_id, earlier=earlier)

    @property
    def signature(self) -> dict[str, Any]:
        return {"user_id": self.user_id, "member_id": self.pk}


class Erasure(models.Model):
    """A person has asked that their account be deleted (CO-9); `done_at` once a job has. What went stands in `counts`."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="erasure")
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("deleted account")
        verbose_name_plural = _("deleted accounts")

    def __str__(self) -> str:
        return str(self.user_id)


class Address(models.Model):
    """A place of a company: where the invoice or where goods go (CO-7)."""

    class Kind(models.TextChoices):
        BILLING = "billing", _("Billing address")
        DELIVERY = "delivery", _("Delivery address")

    company = models.ForeignKey(Company, models.CASCADE, related_name="addresses")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("name of the place"), max_length=100)
    street = models.CharField(_("street"), max_length=100)
    postcode = models.CharField(_("postcode"), max_length=16)
    city = models.CharField(_("city"), max_length=60)
    country = models.CharField(_("country"), max_length=2)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    is_default = models.BooleanField(_("default"), default=False)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "kind", "name"], name="companies_address_name"),
            models.UniqueConstraint(
                fields=["company", "kind"],
                condition=models.Q(is_default=True),
                name="companies_address_default",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.street}, {self.postcode} {self.city}"


class Contact(models.Model):
    """Whom we call in a company for what (CO-7); with a `member` if the person has an account."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    purpose = models.CharField(_("what for"), max_length=80)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    member = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="+", db_constraint=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(phone="", email=""), name="companies_contact_reachable"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["company", "purpose", "name"], name="companies_contact_of")]

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """From what to what a field of the profile, an address or a contact person changed.

    Lies beside the entry of the journal, which holds ids only: this can be forgotten, that cannot.
    """

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    entry_id = models.UUIDField()
    field = models.CharField(max_length=32)
    before = models.CharField(max_length=200, blank=True)
    after = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        indexes: ClassVar = [models.Index(fields=["entry_id"], name="companies_change_entry")]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"


class ChangeReview(Handled):
    """What a company changed of itself, at once (CO-7), for one of ours to look at; what changes meanwhile joins it.

    `entries` are those of the journal, `partner` the usual one of then.
    """

    class Status(models.TextChoices):
        NEW = "new", _("To look at")
        SEEN = "seen", _("Seen")

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.NEW)
    entries = ArrayField(models.UUIDField())
    changed_at = models.DateTimeField(_("changed"))
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("change of a company")
        verbose_name_plural = _("changes of companies")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company"], condition=models.Q(status="new"), name="companies_changereview_one_new"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["changed_at", "id"], name="companies_changereview_age"),
            models.Index(fields=["partner", "changed_at", "id"], name="companies_changereview_p_age"),
            models.Index(fields=["seen_at", "id"], name="companies_changereview_seen"),
            models.Index(
                fields=["changed_at"],
                condition=models.Q(status="new"),
                name="companies_changereview_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company_id} {self.changed_at}"


class Invitation(models.Model):
    """A colleague whom an administrator has added, until they have set a password (CO-2).

    The link lives 90 days. Only its token's hash is kept. With `accepted_at` there is a member.
    """

    DAYS: ClassVar[int] = 90

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    invited_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    email = models.EmailField(_("e-mail"))
    title = models.CharField(_("title"), max_length=60, blank=True)
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60)
    roles = ArrayField(models.CharField(max_length=16, choices=Role), verbose_name=_("roles"), blank=True)
    own_role = models.ForeignKey(
        CompanyRole, models.PROTECT, null=True, related_name="+", db_constraint=False
    )
    sees = models.CharField(
        _("sees"), max_length=8, choices=Sees, default=Sees.COMPANY, db_default=Sees.COMPANY
    )
    site = models.ForeignKey(Address, models.PROTECT, null=True, related_name="+", db_constraint=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints: ClassVar = [
            models.UniqueConstraint(
                "company",
                Lower("email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="companies_invitation_one_open",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


class Relationship(Handled):
    """A partner looks after a company in one product area (CO-8), once its staff has accepted.

    `terms` is the version of the area's terms of use that the company accepted when it asked. `reason` is why it was
    declined or ended.
    """

    class Status(models.TextChoices):
        REQUESTED = "requested", _("Requested")
        ACTIVE = "active", _("Active")
        DECLINED = "declined", _("Declined")
        # Ended too, but the partner still has work to bring to its end, and sees the company until then.
        ENDING = "ending", _("Ended, work under way")
        ENDED = "ended", _("Ended")

    # A company that asks shows itself to the partner it asks.
    SERVED: ClassVar = (Status.REQUESTED, Status.ACTIVE)

    company = models.ForeignKey(Company, models.CASCADE, related_name="relationships")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+")
    area = models.ForeignKey(ProductArea, models.PROTECT, related_name="+")
    status = models.CharField(_("state"), max_length=16, choices=Status)
    since = models.DateField(_("since"), null=True)
    requested_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    requested_at = models.DateTimeField(_("asked"), null=True)
    message = models.CharField(_("message"), max_length=500, blank=True, db_default="")
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("ended"), null=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", db_constraint=False)
    ended_by_staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500, blank=True, db_default="")

    class Meta:
        verbose_name = _("business relationship")
        verbose_name_plural = _("business relationships")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company", "area"],
                condition=models.Q(status="active"),
                name="companies_relationship_one_active",
            ),
            models.UniqueConstraint(
                fields=["company", "area"],
                condition=models.Q(status="requested"),
                name="companies_relationship_one_asked",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="active", since=None), name="companies_relationship_since"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["partner", "status", "company"], name="companies_relationship_served"),
            models.Index(fields=["decided_at", "id"], name="companies_relationship_decided"),
            models.Index(fields=["partner", "decided_at", "id"], name="companies_relationship_p_done"),
            models.Index(fields=["requested_at", "id"], name="companies_relationship_asked"),
            models.Index(fields=["partner", "requested_at", "id"], name="companies_relationship_p_asked"),
            models.Index(
                fields=["requested_at"],
                condition=models.Q(status="requested"),
                name="companies_relationship_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company} – {self.partner} ({self.area})"
