"""Registers the app `notifications`."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "kontor.notifications"

    def ready(self) -> None:
        from kontor.kit import frame
        from kontor.notifications import queries

        frame.register("notifications", queries.bell)
