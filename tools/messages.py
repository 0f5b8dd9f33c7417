"""The portal's texts in Norwegian and German: `python -m tools.messages extract|compile|check [APP …]`.

Each app has its own catalogues, `kontor/<app>/locale/<language>/LC_MESSAGES/django.po`. The source language is
English, in the code and the templates.

    extract   bring the catalogues up to date with the code; new texts are left empty to be translated, unless
              another app already has them; texts that are no longer used go
    compile   write the `.mo` files that the portal reads, where they are older
    check     fail on what is missing, empty, uncertain, unused, contradictory or has other placeholders
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT: Final = Path(__file__).resolve().parent.parent
LANGUAGES: Final = ("nb", "de")
SHOWN: Final = 25  # problems; the rest is counted
HOME_OF_CONFIG: Final = "kit"  # config/ is no app, so the lowest one keeps its texts
KEYWORDS: Final = {
    name + suffix: arguments
    for name, arguments in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for suffix in ("", "_lazy", "_noop")
} | {"_": None}
STRING: Final = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
TEMPLATE_CALL: Final = re.compile(rf"\b(_|n?p?gettext)\(\s*({STRING}(?:\s*,\s*{STRING})*)", re.DOTALL)
PLACEHOLDER: Final = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|%[sd](?!\w)")

type Id = str | tuple[str, str]
type Key = tuple[str, Id]  # context ("" for none), text or (singular, plural)


@dataclass(slots=True)
class Text:
    """A text of the source, and the files it stands in."""

    key: Key
    files: set[str] = field(default_factory=set)


def main() -> int:
    commands = {"extract": extract, "compile": compile_catalogues, "check": check}
    if sys.argv[1:2] == [] or sys.argv[1] not in commands:
        sys.exit(__doc__)
    only = sys.argv[2:]
    problems = commands[sys.argv[1]]([app for app in apps() if not only or app.name in only])
    for problem in problems[:SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > SHOWN:
        print(f"… and {len(problems) - SHOWN} more", file=sys.stderr)
    return 1 if problems else 0


# ── The source ─────────────────────────────────────────────────────────────────


def apps() -> list[Path]:
    return sorted(path.parent for path in ROOT.glob("kontor/*/apps.py"))


def texts_of(app: Path) -> dict[Key, Text]:
    """Every text of an app's code and templates, in the order of the files."""
    found: dict[Key, Text] = {}
    folders = [app, ROOT / "config"] if app.name == HOME_OF_CONFIG else [app]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            if "tests" in parts or "migrations" in parts:
                continue
            if path.suffix == ".py":
                keys = in_python(path)
            elif path.suffix in {".html", ".txt"} and "templates" in parts:
                keys = in_template(path)
            else:
                continue
            for key in keys:
                found.setdefault(key, Text(key)).files.add(str(path.relative_to(ROOT)))
    return found


def in_python(path: Path) -> Iterator[Key]:
    from babel.messages.extract import extract

    for _, text, _, context in extract("python", io.BytesIO(path.read_bytes()), keywords=KEYWORDS):
        if isinstance(text, tuple):
            yield context or "", (text[0], text[1])
        elif text:
            yield context or "", text


def in_template(path: Path) -> Iterator[Key]:
    """Django turns a template into calls of gettext; only the calls matter, the rest is not even Python."""
    from django.utils.translation.template import templatize

    for call in TEMPLATE_CALL.finditer(templatize(path.read_text(encoding="utf-8"), origin=str(path))):
        strings = [ast.literal_eval(string) for string in re.findall(STRING, call[2], re.DOTALL)]
        match call[1]:
            case "ngettext":
                yield "", (strings[0], strings[1])
            case "pgettext":
                yield strings[0], strings[1]
            case "npgettext":
                yield strings[0], (strings[1], strings[2])
            case _ if strings[0]:
                yield "", strings[0]


# ── The catalogues ─────────────────────────────────────────────────────────────


def catalogue(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileError, read_po

    language = path.parts[-3]
    if not path.exists():
        return Catalog(locale=language)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        sys.exit(f"{path.relative_to(ROOT)}: {error}")


def translations(path: Path) -> dict[Key, str | tuple[str, ...]]:
    """What a catalogue says, empty and uncertain ones too."""
    return {key_of(message): _as_stored(message.string) for message in read(path) if message.id}


def _as_stored(string: str | Sequence[str] | None) -> str | tuple[str, ...]:
    return string or "" if isinstance(string, str | None) else tuple(string)


def key_of(message: object) -> Key:
    context, text = getattr(message, "context", None), getattr(message, "id", "")
    return context or "", tuple(text) if isinstance(text, (list, tuple)) else text


def is_translated(string: str | tuple[str, ...] | None) -> bool:
    return all(string) and len(string) > 0 if isinstance(string, tuple) else bool(string)


def write(path: Path, texts: dict[Key, Text], known: dict[Key, str | tuple[str, ...]]) -> None:
    """A catalogue without dates and line numbers, so that it changes only where a text does."""
    from babel.messages.pofile import normalize

    comments = {key_of(message): message.user_comments for message in read(path) if message.id}
    lines = [
        *('msgid ""', 'msgstr ""', '"Project-Id-Version: Kontor\\n"', f'"Language: {path.parts[-3]}\\n"'),
        *('"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=utf-8\\n"'),
        *('"Content-Transfer-Encoding: 8bit\\n"', '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""),
    ]
    for text in sorted(texts.values(), key=lambda text: min(text.files)):
        context, ids = text.key
        string = known.get(text.key) or (("", "") if isinstance(ids, tuple) else "")
        lines += [f"# {comment}" for comment in comments.get(text.key, [])]
        lines += [f"#: {file}" for file in sorted(text.files)]
        lines += [f"msgctxt {normalize(context)}"] if context else []
        if isinstance(ids, tuple):
            lines += [f"msgid {normalize(ids[0])}", f"msgid_plural {normalize(ids[1])}"]
            lines += [f"msgstr[{number}] {normalize(form)}" for number, form in enumerate(string)]
        else:
            lines += [f"msgid {normalize(ids)}", f"msgstr {normalize(str(string))}"]
        lines.append("")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


# ── The commands ───────────────────────────────────────────────────────────────


def extract(chosen_apps: list[Path]) -> list[str]:
    known: dict[str, dict[Key, str | tuple[str, ...]]] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        for app in reversed(apps()):
            stored = translations(catalogue(app, language))
            known[language] |= {key: string for key, string in stored.items() if is_translated(string)}
    empty = 0
    for app in chosen_apps:
        texts = texts_of(app)
        for language in LANGUAGES:
            path = catalogue(app, language)
            if not texts:
                path.unlink(missing_ok=True)
                continue
            own = translations(path)
            chosen = {
                key: own[key] if is_translated(own.get(key)) else known[language].get(key, "")
                for key in texts
            }
            write(path, texts, chosen)
            missing = sum(not is_translated(string) for string in chosen.values())
            if missing:
                print(f"{path.relative_to(ROOT)}: {missing} to translate")
            empty += missing
    print(f"{empty} texts to translate." if empty else "All texts are translated.")
    return []


def compile_catalogues(chosen_apps: list[Path]) -> list[str]:
    for path in (path for app in chosen_apps for path in app.glob("locale/*/LC_MESSAGES/django.po")):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        from babel.messages.mofile import write_mo

        fresh = compiled.with_suffix(f".{os.getpid()}.mo")  # two demos may start in the same moment
        with fresh.open("wb") as file:
            write_mo(file, read(path))
        fresh.replace(compiled)
    return []


def check(chosen_apps: list[Path]) -> list[str]:
    problems: list[str] = []
    seen: dict[tuple[str, Key], dict[str | tuple[str, ...], str]] = defaultdict(dict)
    for app in chosen_apps:
        texts = texts_of(app)
        for language in LANGUAGES:
            path = catalogue(app, language)
            where = str(path.relative_to(ROOT))
            stored = translations(path)
            fuzzy = {key_of(message) for message in read(path) if message.id and message.fuzzy}
            for key, text in texts.items():
                if key not in stored:
                    problems.append(
                        f"{where}: {shown(key)} ({min(text.files)}) is missing; run `make messages`"
                    )
                elif not is_translated(stored[key]):
                    problems.append(f"{where}: {shown(key)} is not translated")
                elif key in fuzzy:
                    problems.append(f"{where}: {shown(key)} is marked as uncertain (fuzzy)")
                else:
                    seen[language, key].setdefault(stored[key], where)
                    problems += [f"{where}: {shown(key)} {reason}" for reason in mismatches(key, stored[key])]
            for key in stored.keys() - texts.keys():
                problems.append(f"{where}: {shown(key)} is no longer used; run `make messages`")
    for (_, key), said in seen.items():
        if len(said) > 1:
            places = "; ".join(f"“{string}” in {where}" for string, where in said.items())
            problems.append(
                f"{shown(key)} is translated in different ways, of which only one shows: {places}"
            )
    if not problems:
        print(f"All texts are translated ({', '.join(LANGUAGES)}).")
    return problems


def mismatches(key: Key, string: str | tuple[str, ...]) -> Iterator[str]:
    """What a translation may not change: placeholders, and white space at its ends."""
    _, ids = key
    originals = ids if isinstance(ids, tuple) else (ids,)
    forms = string if isinstance(string, tuple) else (string,)
    allowed = {name for original in originals for name in PLACEHOLDER.findall(original)}
    needed = set(PLACEHOLDER.findall(originals[-1]))
    for number, form in enumerate(forms):
        found = set(PLACEHOLDER.findall(form))
        if found - allowed:
            yield f"has unknown placeholders: {', '.join(sorted(found - allowed))}"
        if number == len(forms) - 1 and needed - found:
            yield f"lacks placeholders: {', '.join(sorted(needed - found))}"
        if (form[:1].isspace(), form[-1:].isspace()) != (
            originals[0][:1].isspace(),
            originals[0][-1:].isspace(),
        ):
            yield "begins or ends with white space where the original does not, or the other way round"


def shown(key: Key) -> str:
    context, ids = key
    text = ids[0] if isinstance(ids, tuple) else ids
    short = text if len(text) < 60 else text[:57] + "…"
    return f"“{short}”" + (f" [{context}]" if context else "")


if __name__ == "__main__":
    sys.exit(main())
