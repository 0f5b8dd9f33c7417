"""Registers the app `desk`."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kontor.desk"

    def ready(self) -> None:
        from kontor.desk import frame as ours
        from kontor.kit import frame

        frame.register("modules", ours.modules, order=10)
