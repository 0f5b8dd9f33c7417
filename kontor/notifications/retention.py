"""How long it is known what people were told."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.retention import Kind
from kontor.notifications.models import Mail, Notification

KINDS = (
    Kind(
        "notifications",
        _("Notifications"),
        days=365,
        older=lambda before: Notification.objects.filter(created_at__lt=before),
    ),
    # Shorter than jobs are tried again, a mail could go out twice.
    Kind(
        "mails",
        _("E-mails that were sent"),
        days=365,
        older=lambda before: Mail.objects.filter(created_at__lt=before),
        least=30,
    ),
)
