"""`manage.py load_demo`: put the demonstration's data into an empty database."""

from __future__ import annotations

import datetime as dt
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from kontor.demo.load import load_demo
from kontor.kit.postgresql.base import OWNER


class Command(BaseCommand):
    requires_system_checks = ()  # pages do not matter here
    help = "Load the demonstration's data, unless the database is in use already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, help="where to write its files (KONTOR_HOME/demo)")
        parser.add_argument(
            "--today", type=dt.date.fromisoformat, help="the day on which the data end (today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        begun = time.monotonic()

        def tell(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(line)

        if load_demo(folder=options["folder"], today=options["today"], tell=tell):
            self.gather_statistics()
            tell(f"Loaded in {time.monotonic() - begun:.1f} s.")

    def gather_statistics(self) -> None:
        """Let the planner know the sizes at once; it would find out by itself a minute later. Only the owner may."""
        if OWNER in connections:
            with connections[OWNER].cursor() as cursor:
                cursor.execute("ANALYZE")
