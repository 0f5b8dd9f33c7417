"""Registers the app `journal`."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kontor.journal"

    def ready(self) -> None:
        from kontor.journal.personal import PERSONAL
        from kontor.kit import personal

        personal.register(*PERSONAL)
