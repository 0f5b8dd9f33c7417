"""Registers the app `journal`."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kontor.journal"

    def ready(self) -> None:
        from kontor.journal.personal import PERSONAL
        from kontor.journal.retention import KINDS
        from kontor.kit import personal, retention

        retention.register(*KINDS)
        personal.register(*PERSONAL)
