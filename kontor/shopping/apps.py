"""Registers the app `shopping`."""

from django.apps import AppConfig


class ShoppingConfig(AppConfig):
    name = "kontor.shopping"

    def ready(self) -> None:
        from kontor.companies import carrying
        from kontor.kit import frame, panels, personal
        from kontor.shopping import frame as ours
        from kontor.shopping.merging import PARTS
        from kontor.shopping.panels import in_cart
        from kontor.shopping.personal import PERSONAL

        personal.register(*PERSONAL)
        frame.register("cart", ours.cart)
        frame.register("modules", ours.modules, order=30)
        panels.register("in_cart", in_cart)
        carrying.register(*PARTS)
