"""What the journal knows about a person: numbers only."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import Personal

PERSONAL = (
    Personal(
        "journal.Entry",
        _("What you did"),
        ("at", "verb", "subject", "subject_id"),
        person=("user_id",),
        why=_("It holds numbers only, no names, and shows who was responsible for what."),
    ),
)
