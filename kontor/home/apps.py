"""Registers the app `home`."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kontor.home"

    def ready(self) -> None:
        from kontor.home import frame as ours
        from kontor.kit import frame

        frame.register("modules", ours.modules, order=10)
        frame.register("search", ours.search)
