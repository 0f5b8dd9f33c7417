"""Registers the app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kontor.accounts"

    def ready(self) -> None:
        from kontor.accounts import frame as ours
        from kontor.accounts.personal import PERSONAL
        from kontor.accounts.retention import KINDS
        from kontor.kit import frame, personal, retention

        retention.register(*KINDS)
        personal.register(*PERSONAL)
        frame.register("account", ours.account, order=10)
        frame.register("account", ours.language, order=30)
