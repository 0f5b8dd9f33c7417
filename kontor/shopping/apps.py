"""Registers the app `shopping`."""

from django.apps import AppConfig


class ShoppingConfig(AppConfig):
    name = "kontor.shopping"

    def ready(self) -> None:
        from kontor.kit import frame, panels
        from kontor.shopping import frame as ours
        from kontor.shopping.panels import in_cart

        frame.register("cart", ours.cart)
        frame.register("modules", ours.modules, order=30)
        panels.register("in_cart", in_cart)
