"""Loading accounts of the operator's former portal from a table (ON-11), line by line with a reason for each refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from kontor.accounts.models import User
from kontor.catalogue.numbers import plain
from kontor.companies.models import Company, Role
from kontor.equipment.models import Machine
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import DomainError
from kontor.kit.scope import acting_in
from kontor.kit.tables import decode, delimiter_of, read_table
from kontor.onboarding.models import LegacyAccount
from kontor.partners.models import ProductArea

LOADER: Final = SystemActor("onboarding.legacy")
NEEDED: Final = ("email", "company_number")
COLUMNS: Final = (*NEEDED, "username", "first_name", "last_name", "role", "serials")
FACTS: Final = ("company_id", "username", "first_name", "last_name", "role", "serials")

type Outcome = Literal["new", "changed", "unchanged", "refused"]


class ColumnsMissing(DomainError):
    """Without these nothing can be loaded."""

    code = "legacy.columns_missing"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a line of the file; `why` says it where it was refused."""

    number: int
    email: str
    outcome: Outcome
    why: str = ""


@dataclass(slots=True)
class Report:
    """All lines, and how many came out how."""

    lines: list[Line] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome == outcome for line in self.lines)


class _Refused(Exception):
    """A line that cannot be loaded, and why."""


def load(content: bytes, *, dry_run: bool = False) -> Report:
    """Load the accounts of a file; the same file once more changes nothing. With `dry_run` nothing is kept.

    Raises `ColumnsMissing`.
    """
    with acting_in(LOADER), transaction.atomic():
        report = Report(list(_lines(content)))
        if dry_run:
            transaction.set_rollback(True)
    return report


def _lines(content: bytes) -> Iterator[Line]:
    text = decode(content)
    titles, *rows = read_table(text, delimiter_of(text)) or [[]]
    names = [title.lower().replace(" ", "_") for title in titles]
    if missing := [name for name in NEEDED if name not in names]:
        raise ColumnsMissing(
            _("Columns are missing: %(names)s. Known are: %(known)s."),
            names=", ".join(missing),
            known=", ".join(COLUMNS),
        )
    areas = [area for area in ProductArea.objects.all() if area.serial_pattern]
    seen: set[str] = set()
    for number, cells in enumerate(rows, start=2):
        row = dict(zip(names, cells, strict=False))
        email = row.get("email", "")
        try:
            if email.lower() in seen:
                raise _Refused(_("The address stands in the file twice."))
            outcome = _load(row, areas)
        except _Refused as refusal:
            yield Line(number, email, "refused", str(refusal))
        else:
            yield Line(number, email, outcome)
        seen.add(email.lower())


def _load(row: Mapping[str, str], areas: list[ProductArea]) -> Outcome:
    email, username = row["email"], row.get("username", "")
    try:
        validate_email(email)
    except ValidationError:
        raise _Refused(_("This is no e-mail address.")) from None
    company = Company.objects.select_related("succeeded_by").filter(number=row["company_number"]).first()
    if company is None:
        raise _Refused(_("There is no company with this number: %s.") % row["company_number"])
    role = row.get("role", "").lower()
    if role and role not in Role.values:
        raise _Refused(_("There is no such role: %(role)s.") % {"role": role})
    known = LegacyAccount.objects.filter(email__iexact=email).first()
    if known is not None and known.taken_over_at is not None:
        return "unchanged"
    if User.objects.filter(email__iexact=email).exists():
        raise _Refused(_("The address has an account here already."))
    if username and _is_taken(username, known):
        raise _Refused(_("Somebody else has this user name: %(name)s.") % {"name": username})
    facts = {
        "company_id": company.today.pk,
        "username": username,
        "first_name": row.get("first_name", "")[:60],
        "last_name": row.get("last_name", "")[:60],
        "role": role,
        "serials": [_serial(text, areas) for text in re.split(r"[,\s]+", row.get("serials", "")) if text],
    }
    return _keep(email, known, facts)


def _keep(email: str, known: LegacyAccount | None, facts: Mapping[str, object]) -> Outcome:
    if known is None:
        made = LegacyAccount.objects.create(email=email, **facts)
        record("legacyaccount.loaded", made, by=LOADER)
        return "new"
    changed = [name for name in FACTS if getattr(known, name) != facts[name]]
    if not changed:
        return "unchanged"
    for name in changed:
        setattr(known, name, facts[name])
    known.save(update_fields=[name.removesuffix("_id") for name in changed])
    record("legacyaccount.changed", known, by=LOADER, fields=changed)
    return "changed"


def _is_taken(username: str, known: LegacyAccount | None) -> bool:
    others = LegacyAccount.objects.filter(username__iexact=username).exclude(pk=known.pk if known else 0)
    return others.exists() or User.objects.filter(username__iexact=username).exists()


def _serial(text: str, areas: list[ProductArea]) -> list[str]:
    """A machine's area and number: as it is known, else by what numbers of the areas look like; `area:number` says it."""
    code, _colon, number = text.rpartition(":")
    bare = plain(number)
    fitting = [
        area for area in areas if code in ("", area.code) and bare and re.fullmatch(area.serial_pattern, bare)
    ]
    if len(fitting) > 1:
        known = set(Machine.objects.filter(serial=bare).values_list("area_id", flat=True))
        fitting = [area for area in fitting if area.pk in known] or fitting
    if not fitting:
        raise _Refused(_("This is a serial number of no product area: %(serial)s.") % {"serial": text})
    if len(fitting) > 1:
        codes = ", ".join(f"{area.code}:{bare}" for area in fitting)
        raise _Refused(
            _("Several product areas have such numbers. Write one of: %(codes)s.") % {"codes": codes}
        )
    return [fitting[0].code, bare]
