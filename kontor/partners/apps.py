"""Registers the app `partners`."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "kontor.partners"

    def ready(self) -> None:
        from kontor.kit import frame
        from kontor.partners import frame as ours

        frame.register("operator", ours.operator)
