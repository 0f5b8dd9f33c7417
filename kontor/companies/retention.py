"""How long invitations that came to nothing, and former values of a profile, are known."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Change, Invitation
from kontor.journal.models import Entry
from kontor.kit.retention import Kind


def _changes(before: dt.datetime) -> QuerySet[Change]:
    entries = Entry.objects.filter(at__lt=before, subject__in=("company", "address", "contact"))
    return Change.objects.filter(entry_id__in=entries.values("pk"))


KINDS = (
    Kind(
        "invitations",
        _("Invitations that ran out or were withdrawn"),
        days=180,
        older=lambda before: Invitation.objects.filter(accepted_at=None, expires_at__lt=before),
    ),
    Kind("changes", _("Former values of profiles, addresses and contact persons"), days=730, older=_changes),
)
