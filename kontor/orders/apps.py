"""Registers the app `orders`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdersConfig(AppConfig):
    name = "kontor.orders"

    def ready(self) -> None:
        from kontor.kit import frame
        from kontor.notifications import kinds
        from kontor.orders import frame as ours

        frame.register("modules", ours.modules, order=30)
        kinds.register(
            "order.confirmed", icon="package-check", tone="ok", words=_("Your order %(number)s is confirmed")
        )
