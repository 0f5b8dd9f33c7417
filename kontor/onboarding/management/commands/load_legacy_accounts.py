"""`manage.py load_legacy_accounts FILE.csv`: accounts of a former portal, to be taken over. See docs/guide/ways-in.md."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from kontor.onboarding.legacy import COLUMNS, ColumnsMissing, load


class Command(BaseCommand):
    requires_system_checks = ()  # pages do not matter here
    help = f"Load accounts of a former portal from a CSV file with the columns {', '.join(COLUMNS)}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, keep nothing")
        parser.add_argument(
            "--language",
            default="en",
            choices=[code for code, _ in settings.LANGUAGES],
            help="of the sentences",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                report = load(options["file"].read_bytes(), dry_run=options["dry_run"])
            except OSError as problem:
                raise CommandError(f"{options['file']}: {problem.strerror}") from problem
            except ColumnsMissing as problem:
                raise CommandError(f"{options['file'].name}: {problem}") from problem
            for line in report.lines:
                if line.outcome == "refused":
                    self.stdout.write(f"  line {line.number}: {line.email}: {line.why}")
        told = ", ".join(f"{report.count(one)} {one}" for one in ("new", "changed", "unchanged", "refused"))
        self.stdout.write(f"{len(report.lines)} lines read: {told}")
        if options["dry_run"]:
            self.stdout.write("Nothing was kept.")
