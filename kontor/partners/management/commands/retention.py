"""`manage.py retention`: let go of what is over its time, or with `--dry-run` only count it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kontor.kit.scope import acting_in
from kontor.partners import retaining


class Command(BaseCommand):
    """How long which data is kept is set under /admin/."""

    help = "Lets go of what is older than the retention periods in /admin/ (each night by itself)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only count.")

    def handle(self, *args: Any, **options: Any) -> None:
        with acting_in(retaining.RETAINER):
            if options["dry_run"]:
                for one in retaining.due():
                    self.stdout.write(f"{one.kind.name:16} {one.days:>5} days {one.count:>9} rows")
                return
            for name, count in retaining.enforce().items():
                self.stdout.write(f"{name:16} {count:>9} rows")
