"""`manage.py load KIND FILE.csv`: load what other systems own. See docs/guide/loading.md."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from kontor.erp.actions import KINDS, Outcome, load
from kontor.erp.errors import BadMapping, UnreadableFile
from kontor.erp.loading.mapping import FileMapping
from kontor.erp.loading.staging import Told
from kontor.erp.reasons import sentence

SHOWN: Final = 20


class Command(BaseCommand):
    requires_system_checks = ()  # pages do not matter here
    help = "Load companies, products, prices, orders or customers' article numbers from a CSV file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(KINDS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", type=Path, help="TOML file that says which column means what")
        parser.add_argument(
            "--report", type=Path, help="write a CSV file that tells line by line what was refused"
        )
        parser.add_argument(
            "--pictures", type=Path, help="folder of the products' pictures, by their drawing"
        )
        parser.add_argument(
            "--language",
            default="en",
            choices=[code for code, _ in settings.LANGUAGES],
            help="of the sentences",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        shown: list[str] = []

        def show(told: Told, words: str) -> None:
            if len(shown) < SHOWN:
                said = f" {told.said!r}" if told.said else ""
                shown.append(f"  line {told.line}: {told.field}{said}: {words}")

        with translation.override(options["language"]):
            try:
                mapping = FileMapping.read(options["mapping"]) if options["mapping"] else None
                outcome = load(
                    options["kind"],
                    options["file"],
                    mapping=mapping,
                    pictures=options["pictures"],
                    report=options["report"],
                    each=show,
                )
            except (UnreadableFile, BadMapping) as problem:
                raise CommandError(f"{options['file'].name}: {problem} Nothing was loaded.") from problem
            if options["verbosity"]:
                part = mapping.part(options["kind"]) if mapping else None
                self.own_words = {rule.reason: rule.says for rule in part.refuse if rule.says} if part else {}
                self.summary(outcome, shown, options["report"])

    def summary(self, outcome: Outcome, shown: list[str], report: Path | None) -> None:
        refused = sum(outcome.refused.values())
        self.stdout.write(
            f"{outcome.kind}: {outcome.read} lines read, {outcome.loaded} loaded, {refused} refused, "
            f"in {outcome.seconds:.1f} s"
        )
        if outcome.passed_over:
            self.stdout.write(f"  {outcome.passed_over} passed over, as the mapping says")
        if outcome.same:
            self.stdout.write(f"  {outcome.same} about the same as an earlier line")
        for name, counts in outcome.rows.items():
            self.stdout.write(
                f"  {name}: {counts.new} new, {counts.changed} changed, {counts.unchanged} unchanged"
            )
        self._reasons("Refused", outcome.refused)
        self._reasons("Loaded, but", outcome.noted)
        if outcome.unused_columns:
            self.stdout.write(f"Columns not used: {', '.join(outcome.unused_columns)}")
        if report:
            self.stdout.write(f"Line by line: {report}")
        elif shown:
            self.stdout.write("The first of them:\n" + "\n".join(shown))
            self.stdout.write("All of them with --report FILE.csv")

    def _reasons(self, title: str, reasons: Mapping[str, int]) -> None:
        if reasons:
            self.stdout.write(f"{title}:")
        for why, count in reasons.items():
            self.stdout.write(
                f"  {count:7} {why}: {self.own_words.get(why.split()[0]) or sentence(why.split()[0])}"
            )
