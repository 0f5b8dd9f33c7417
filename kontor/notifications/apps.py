"""Registers the app `notifications`."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "kontor.notifications"

    def ready(self) -> None:
        from kontor.kit import frame, personal, retention
        from kontor.notifications import queries
        from kontor.notifications.personal import PERSONAL
        from kontor.notifications.retention import KINDS

        retention.register(*KINDS)
        personal.register(*PERSONAL)
        frame.register("notifications", queries.bell)
        frame.register("account", queries.account, order=20)
