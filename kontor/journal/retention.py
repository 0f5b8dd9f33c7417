"""Of the journal only refused accesses are let go of; all else is kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.journal.models import Entry
from kontor.kit.retention import Kind


def _refused(before: dt.datetime) -> QuerySet[Entry]:
    return Entry.objects.filter(verb="access.refused", at__lt=before)


def _forget(refused: QuerySet[Any]) -> int:
    """By a function of the database: nobody has the right to delete from the journal."""
    last = refused.aggregate(last=Max("at"))["last"]
    if last is None:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT kontor_forget_refusals(%s)", [last])
        (gone,) = cursor.fetchone()
    return int(gone)


KINDS = (Kind("refusals", _("Refused accesses"), days=180, older=_refused, remove=_forget, least=30),)
