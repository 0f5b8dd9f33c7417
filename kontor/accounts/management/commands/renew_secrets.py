"""`manage.py renew_secrets`: encrypt what is stored with the first of KONTOR_ENCRYPTION_KEYS; then older keys can go."""

from __future__ import annotations

from typing import Any

from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError

from kontor.accounts.second_factor_actions import renew_secrets


class Command(BaseCommand):
    requires_system_checks = ()  # pages do not matter here
    help = "Encrypt stored secrets with the first of KONTOR_ENCRYPTION_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            renewed = renew_secrets()
        except InvalidToken as problem:
            raise CommandError(
                "A secret was encrypted with none of these keys; nothing was changed."
            ) from problem
        self.stdout.write(f"{renewed} secrets renewed.")
