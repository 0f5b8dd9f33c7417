"""Orders that a person has placed."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import LAW, Personal

PERSONAL = (
    Personal(
        "orders.Order",
        _("Orders"),
        ("number", "placed_at", "customer_reference", "total", "currency", "invoice_email"),
        person=("member__user",),
        why=LAW,
    ),
)
