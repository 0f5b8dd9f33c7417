"""Registers the app `orders`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdersConfig(AppConfig):
    name = "kontor.orders"

    def ready(self) -> None:
        from kontor.companies import carrying, underway
        from kontor.documents import access
        from kontor.journal import deeds
        from kontor.kit import frame, personal
        from kontor.notifications import kinds
        from kontor.orders import frame as ours
        from kontor.orders import queries
        from kontor.orders.merging import PARTS
        from kontor.orders.personal import PERSONAL

        personal.register(*PERSONAL)
        frame.register("modules", ours.modules, order=30)
        underway.register("orders", queries.has_open_orders)
        carrying.register(*PARTS)
        access.narrow("order", queries.sees_order)
        deeds.register({"order.placed": _("Placed an order")})
        kinds.register(
            "order.confirmed",
            icon="package-check",
            tone="ok",
            words=_("Your order %(number)s is confirmed"),
            choice=kinds.Choice(_("Orders"), _("We have confirmed an order of yours")),
        )
