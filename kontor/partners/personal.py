"""What a person has accepted, and who works for us."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import OTHERS, Personal

PERSONAL = (
    Personal(
        "partners.Consent",
        _("What you have accepted"),
        ("terms__kind", "terms__version", "given_at", "occasion"),
        person=("user",),
        why=_("It shows that we were allowed to work together; no name is left with it."),
    ),
    Personal(
        "partners.Staff",
        _("Work for us"),
        ("first_name", "last_name", "role", "phone"),
        person=("user",),
        why=OTHERS,
    ),
)
