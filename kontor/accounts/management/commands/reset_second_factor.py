"""`manage.py reset_second_factor ADDRESS --reason WHY`: for staff who lost theirs, when nobody else can reset it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import User
from kontor.accounts.second_factor_actions import reset_second_factor
from kontor.kit.scope import acting_in


class Command(BaseCommand):
    requires_system_checks = ()  # pages do not matter here
    help = "Take away the second factor of a person, who gets a mail and sets up another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address")
        parser.add_argument("--reason", required=True, help="is kept in the journal")

    def handle(self, *args: Any, **options: Any) -> None:
        with acting_in(CREDENTIALS):
            user = User.objects.filter(email__iexact=options["address"]).first()
            if user is None:
                raise CommandError("Nobody signs in with this address.")
            if not reset_second_factor(user, reason=options["reason"], by=CREDENTIALS):
                raise CommandError("This person has no second factor.")
        self.stdout.write("Reset. The person gets a mail.")
