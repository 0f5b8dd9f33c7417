"""What a person was told."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import Personal, blank, delete

PERSONAL = (
    Personal(
        "notifications.Notification",
        _("Notifications"),
        ("created_at", "kind", "params", "read_at"),
        person=("user",),
        erase=delete,
    ),
    Personal(
        "notifications.UnwantedMail",
        _("E-mails that you do not want"),
        ("since", "kind"),
        person=("user",),
        erase=delete,
    ),
    Personal(
        "notifications.Mail",
        _("E-mails that were sent to you"),
        ("sent_at", "template"),
        person=("user",),
        erase=blank(user=None),
    ),
)
