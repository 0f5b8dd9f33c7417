"""Machines and readings that a person has to do with."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import OTHERS, Personal, delete

PERSONAL = (
    Personal(
        "equipment.Holding",
        _("Machines that you registered"),
        ("serial", "registered_at"),
        person=("registered_by__user",),
        why=OTHERS,
    ),
    Personal(
        "equipment.Reading",
        _("Meter readings that you sent"),
        ("value", "read_on", "sent_at"),
        person=("member__user",),
        why=OTHERS,
    ),
    Personal(
        "equipment.Assignment",
        _("Machines that are assigned to you"),
        ("holding__serial",),
        person=("member__user",),
        erase=delete,
    ),
)
