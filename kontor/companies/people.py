"""Reading about the people of a company, whom it has invited, and what its roles allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.db.models.functions import Coalesce, Concat, Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.companies.models import Address, CompanyRole, Invitation, Member, Role
from kontor.companies.permissions import GRANTED, GROUPS, Permission, require
from kontor.journal import deeds
from kontor.journal.models import Entry
from kontor.journal.queries import entries_about
from kontor.kit.keyset import SIZE, Keys, Page, page_of
from kontor.kit.text import Text

COUNTED_UP_TO: Final = 1000
FEW: Final = 5
"""So many open invitations stand above the list of users; the others are one step away."""
LATELY: Final = 10
OWN_ROLE: Final = "own-"
"""How an address names an own role, before its key."""

HISTORY: Final[Mapping[str, tuple[str, Text]]] = {
    "member.added": ("user-plus", gettext_lazy("Came to the company")),
    "member.rights_changed": ("key-round", gettext_lazy("Rights changed")),
    "member.deactivated": ("ban", gettext_lazy("Deactivated")),
    "member.reactivated": ("user-check", gettext_lazy("Active again")),
    "member.reset_started": ("mail", gettext_lazy("Link for a new password sent")),
    "member.look_began": ("eye", gettext_lazy("Our staff looked at the portal as this person")),
    "member.address_confirmed": ("mail-check", gettext_lazy("Address confirmed by our staff")),
    "member.address_changed": ("at-sign", gettext_lazy("E-mail changed by our staff")),
    "member.password_issued": ("key-round", gettext_lazy("Temporary password from our staff")),
    "member.second_factor_reset": ("fingerprint", gettext_lazy("Second factor reset")),
    "member.administrator_replaced": (
        "user-round-cog",
        gettext_lazy("Made administrator in place of a colleague"),
    ),
}


@dataclass(frozen=True, slots=True)
class People:
    """Whom of the company one looks for. `state` is "" (all), active, invited or inactive; `role` a code or an own role."""

    search: str = ""
    state: str = ""
    role: str = ""


def users(member: Member, wanted: People) -> models.QuerySet[Member]:
    """The people of the member's company, as far as they are wanted."""
    found = Member.objects.filter(_has_role(wanted.role), company=member.company_id)
    if wanted.state:
        found = found.filter(is_active=wanted.state == "active")
    if wanted.search:
        found = found.annotate(full=Concat("first_name", models.Value(" "), "last_name")).filter(
            models.Q(full__icontains=wanted.search) | models.Q(user__email__icontains=wanted.search)
        )
    return found


def page_of_users(member: Member, wanted: People, keys: Keys) -> Page[Member]:
    """One page of them, by name."""
    found = users(member, wanted).select_related("user", "own_role", "site")
    return page_of(found, order=("last_name", "first_name", "id"), keys=keys)


def count_users(member: Member, wanted: People) -> int:
    """How many there are, counted to 1,001 and no further."""
    return users(member, wanted).order_by()[: COUNTED_UP_TO + 1].count()


def user_for(member: Member, pk: int) -> Member:
    """One of the company's people, active or not. Raises `Member.DoesNotExist`."""
    related = ("user", "company", "own_role", "site")
    return Member.objects.select_related(*related).get(company=member.company_id, pk=pk)


def colleague_with(member: Member, email: str) -> Member | None:
    """The active member of the company who has this address."""
    return Member.objects.filter(company=member.company_id, is_active=True, user__email__iexact=email).first()


def invitations(member: Member, wanted: People) -> models.QuerySet[Invitation]:
    """The company's invitations that nobody has accepted or withdrawn, also those whose link has run out.

    Raises `NotAllowed` for who does not manage users.
    """
    require(member, Permission.MANAGE_USERS)
    found = Invitation.objects.filter(
        _has_role(wanted.role), company=member.company_id, accepted_at=None, withdrawn_at=None
    )
    if wanted.search:
        found = found.annotate(full=Concat("first_name", models.Value(" "), "last_name")).filter(
            models.Q(full__icontains=wanted.search) | models.Q(email__icontains=wanted.search)
        )
    return found


def page_of_invitations(member: Member, wanted: People, keys: Keys, *, size: int = SIZE) -> Page[Invitation]:
    """One page of them, the newest first."""
    found = invitations(member, wanted).select_related("own_role", "site")
    return page_of(found, order=("-created_at", "-id"), keys=keys, size=size)


def invitation_for(member: Member, pk: int) -> Invitation:
    """One of the company's own, whatever became of it. Raises `Invitation.DoesNotExist`."""
    return Invitation.objects.get(company=member.company_id, pk=pk)


def known_addresses(member: Member, emails: Iterable[str]) -> tuple[set[str], set[str]]:
    """Which of these addresses, in small letters, are members already, and which are invited. Two queries."""
    wanted = list(emails)
    members = Member.objects.annotate(address=Lower("user__email"))
    invited = Invitation.objects.annotate(address=Lower("email"))
    is_open = invited.filter(company=member.company_id, accepted_at=None, withdrawn_at=None)
    in_company = members.filter(company=member.company_id)
    return (
        set(in_company.filter(address__in=wanted).values_list("address", flat=True)),
        set(is_open.filter(address__in=wanted).values_list("address", flat=True)),
    )


def sites(member: Member) -> models.QuerySet[Address]:
    """The places that may say what somebody sees: the company's delivery addresses, by name."""
    return Address.objects.filter(company=member.company_id, kind=Address.Kind.DELIVERY).order_by("name")


def _has_role(role: str) -> models.Q:
    if role.startswith(OWN_ROLE):
        return models.Q(own_role=int(role.removeprefix(OWN_ROLE)))
    return models.Q(roles__contains=[role]) if role else models.Q()


# ── One of them ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Happened:
    """What was done by or to somebody: what, when and by whom."""

    entry: Entry
    icon: str
    words: Text
    who: str = ""


def done_lately(member: Member) -> list[Happened]:
    """What a member did last in the company."""
    done = deeds.deeds_of(member.pk, company_id=member.company_id, most=LATELY)
    return [Happened(entry, "circle", deeds.words_of(entry)) for entry in done]


def history_of(member: Member) -> list[Happened]:
    """What became of a member, newest first, with who did it: colleagues by name, the rest is our side."""
    entries = list(entries_about(member).filter(verb__in=list(HISTORY))[:LATELY])
    keys = {entry.member_id for entry in entries if entry.member_id}
    people = Member.objects.filter(company=member.company_id, pk__in=keys)
    names = {one.pk: one.name for one in people}
    return [
        Happened(entry, *HISTORY[entry.verb], who=names.get(entry.member_id or 0, _("Customer service")))
        for entry in entries
    ]


# ── What each role may do ────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Column:
    """A role in the table of permissions, ours or the company's own, with how many people have it."""

    code: str
    label: Text
    people: int
    permissions: frozenset[str]
    own: CompanyRole | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """A row of the table of permissions: for each role whether it grants it."""

    permission: Permission
    answers: Sequence[tuple[Column, bool]]


def own_roles(member: Member) -> models.QuerySet[CompanyRole]:
    """The roles that the member's company has made, by name."""
    return CompanyRole.objects.filter(company=member.company_id).order_by("name")


def own_role_for(member: Member, pk: int) -> CompanyRole:
    """One of them. Raises `CompanyRole.DoesNotExist`."""
    return own_roles(member).get(pk=pk)


def role_names(member: Member) -> list[tuple[str, Text]]:
    """All roles that somebody of the company can have, ours and its own."""
    return [*Role.choices, *((f"{OWN_ROLE}{role.pk}", role.name) for role in own_roles(member))]


def count_administrators(member: Member) -> int:
    """How many active ones the company has."""
    found = Member.objects.filter(company=member.company_id, is_active=True)
    return found.filter(roles__contains=[Role.ADMINISTRATOR]).count()


def columns(member: Member) -> list[Column]:
    """The same as `role_names`, with what each allows and how many people have it. Two queries."""
    active = Member.objects.filter(company=member.company_id, is_active=True)
    unnested = active.annotate(role=models.Func("roles", function="unnest", output_field=models.CharField()))
    counts = dict(unnested.values_list("role").annotate(count=models.Count("pk")).order_by())
    ours = [
        Column(
            role.value,
            role.label,
            counts.get(role, 0),
            frozenset(one for one in Permission if role in GRANTED[one]),
        )
        for role in Role
    ]
    own = own_roles(member).annotate(people=_people_with())
    return ours + [
        Column(f"{OWN_ROLE}{role.pk}", role.name, role.people, frozenset(role.permissions), role)
        for role in own
    ]


def _people_with() -> Coalesce:
    """How many active people have an own role."""
    active = Member.objects.filter(own_role=models.OuterRef("pk"), is_active=True).order_by()
    counted = active.values("own_role").annotate(count=models.Count("pk")).values("count")
    return Coalesce(models.Subquery(counted), 0)


def permission_table(shown: Sequence[Column]) -> list[tuple[Text, list[Right]]]:
    """The permissions as a person reads them: in groups, one row each, with every role's answer."""
    return [
        (title, [Right(one, [(role, one in role.permissions) for role in shown]) for one in permissions])
        for title, permissions in GROUPS
    ]
