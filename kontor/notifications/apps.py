"""Registers the app `notifications`."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "kontor.notifications"

    def ready(self) -> None:
        from kontor.kit import frame, personal
        from kontor.notifications import queries
        from kontor.notifications.personal import PERSONAL

        personal.register(*PERSONAL)
        frame.register("notifications", queries.bell)
