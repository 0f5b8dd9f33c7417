"""Registers the app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kontor.accounts"

    def ready(self) -> None:
        from kontor.accounts.personal import PERSONAL
        from kontor.accounts.retention import KINDS
        from kontor.kit import personal, retention

        retention.register(*KINDS)
        personal.register(*PERSONAL)
