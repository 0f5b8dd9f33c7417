"""What a person was about to order."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import Personal, delete

PERSONAL = (
    Personal("shopping.Cart", _("Carts"), ("company__name",), person=("member__user",), erase=delete),
    Personal(
        "shopping.QuickOrder",
        _("Quick orders"),
        ("company__name", "updated_at"),
        person=("member__user",),
        erase=delete,
    ),
)
