"""One's own data and deleting one's account (CO-9). Found in `actions` like all that writes.

What is there about a person is in `kontor.kit.personal`; only the named system actor `PRIVACY` reads and erases by it,
for the person who is signed in.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import User
from kontor.companies import jobs
from kontor.companies.errors import ErasureNotForStaff
from kontor.companies.managing import check_one_remains, leave, lock
from kontor.companies.models import Erasure, Member
from kontor.journal.actions import record
from kontor.kit import personal
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff

PRIVACY: Final = SystemActor("companies.privacy")
ROWS: Final = 25
"""So many rows of each kind the page shows; the download has all."""


def known_about(user: User, *, rows: int = ROWS) -> list[personal.Section]:
    """What the portal knows about a person, kind by kind."""
    with acting_in(PRIVACY):
        return personal.preview(user, rows=rows)


def package(user: User) -> bytes:
    """All of it as a zip: the data as JSON, and the files that the person sent."""
    content = io.BytesIO()
    with acting_in(PRIVACY), zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        data = {kind.model: rows for kind, rows in personal.export(user)}
        words = {kind.model: str(kind.title) for kind in personal.known() if kind.model in data}
        whole = {"made_at": timezone.now(), "what": words, "data": data}
        packed.writestr("data.json", json.dumps(whole, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        for name, file in personal.files(user):
            packed.writestr(f"files/{name.replace('/', '_')}", file)
    record("account.data_downloaded", user, by=AccountHolder(user.pk))
    return content.getvalue()


@transaction.atomic
def ask_erasure(user: User, *, by: AccountHolder) -> Erasure:
    """Delete one's account: from now on nobody signs in with it; a job erases what need not stay.

    Asked twice it happens once. Raises `LastAdministrator`, `ErasureNotForStaff`.
    """
    with acting_in(PRIVACY):
        user = User.objects.select_for_update().get(pk=user.pk)
        if Staff.objects.filter(user=user).exists():
            raise ErasureNotForStaff()
        if asked := Erasure.objects.filter(user=user).first():
            return asked
        for member in Member.objects.filter(user=user, is_active=True).order_by("company_id"):
            people = lock(member.company_id, member.pk)
            check_one_remains(people.values(), without=people[member.pk])
            leave(people[member.pk], None, by=member, tell=False)
        erasure = Erasure.objects.create(user=user, asked_at=timezone.now())
        user.is_active = False
        user.save(update_fields=["is_active"])
        record("account.erasure_asked", user, by=by)
        jobs.erase_account.defer(user_id=user.pk)
    return erasure
