"""How long sessions that are over are known."""

from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import DeviceSession, NewEmail
from kontor.kit.retention import Kind

KINDS = (
    Kind(
        "sessions",
        _("Sessions that ran out"),
        days=1,
        older=lambda before: Session.objects.filter(expire_date__lt=before),
    ),
    Kind(
        "devices",
        _("Devices on which somebody was signed in"),
        days=180,
        older=lambda before: DeviceSession.objects.filter(ended_at__lt=before),
        least=30,
    ),
    Kind(
        "new_emails",
        _("New e-mail addresses that nobody proved"),
        days=30,
        older=lambda before: NewEmail.objects.filter(expires_at__lt=before),
    ),
)
