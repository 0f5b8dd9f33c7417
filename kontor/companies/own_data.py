"""What members say about themselves: name, position, telephone (CO-6). Found in `actions` like all that writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.accounts.models import User
from kontor.companies.actors import MEMBERS, Person
from kontor.companies.errors import NameMissing
from kontor.companies.models import Member, Role
from kontor.journal.actions import record
from kontor.kit.scope import acting_in
from kontor.kit.text import Text

FIELDS: Final = ("title", "first_name", "last_name", "phone")


@dataclass(frozen=True, slots=True)
class Own:
    """What stands on the page of one's own account; `said` where somebody else changes it."""

    facts: Sequence[tuple[Text, str]]
    change_url: str = ""
    said: Text = ""


@transaction.atomic
def change_own_data(*, by: Member, **changes: str) -> Member:
    """Put right how one is called and reached in the company one acts for. Raises `NameMissing`."""
    member = Member.objects.select_for_update().get(pk=by.pk)
    clean = {name: changes[name].strip() for name in FIELDS if name in changes}
    for name in ("first_name", "last_name"):
        if clean.get(name) == "":
            raise NameMissing(field=name)
    changed = sorted(name for name, value in clean.items() if getattr(member, name) != value)
    if changed:
        for name in changed:
            setattr(member, name, clean[name])
        member.save(update_fields=changed)
        record("member.own_data_changed", member, by=by, fields=changed)
    return member


def own_data(person: Person, keys: Sequence[int]) -> dict[int, Own]:
    """For the page of one's own account; by member or staff member."""
    facts = [(_("Name"), person.name), (_("Telephone"), person.phone)]
    if isinstance(person, Member):
        facts.insert(1, (_("Position"), person.title))
        return {person.pk: Own(facts, change_url=reverse("companies:change_own_data"))}
    return {person.pk: Own(facts, said=_("An administrator of your side changes name and telephone."))}


def endings_for(user: User) -> set[str]:
    """How the address of a person may end: as it does, as those of the administrators, or as we allow (CO-2).

    In several companies each has to allow it.
    """
    own = _ending(user.email)
    allowed: list[set[str]] = []
    with acting_in(MEMBERS):
        companies = Member.objects.filter(user=user.pk, is_active=True).select_related("company")
        for company in [member.company for member in companies]:
            others = Member.objects.filter(
                company=company, is_active=True, roles__contains=[Role.ADMINISTRATOR]
            )
            emails = others.values_list("user__email", flat=True)
            allowed.append({_ending(email) for email in emails} | set(company.extra_domains))
    return {own} | (set.intersection(*allowed) if allowed else set())


def _ending(email: str) -> str:
    return email.rpartition("@")[2].lower()
