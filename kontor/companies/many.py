"""Many colleagues from a table: reads the lines and says of each whether it can be invited (CO-2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.companies import people, queries
from kontor.companies.models import CompanyRole, Member, Role
from kontor.companies.permissions import Permission, require, rights_of, within_rights
from kontor.kit.errors import DomainError
from kontor.kit.formats import number
from kontor.kit.tables import decode, delimiter_of, read_table, write_table
from kontor.kit.uploads import Kind, check_upload

MAX_BYTES: Final = 500_000
MAX_LINES: Final = 1_000
COLUMNS: Final = ("first_name", "last_name", "email", "title", "roles", "language")
"""In this order where a table has no titles."""
TITLES: Final[Mapping[str, Sequence[str]]] = {
    "first_name": ("firstname", "givenname", "fornavn", "vorname"),
    "last_name": ("lastname", "surname", "familyname", "etternavn", "nachname", "name", "familienname"),
    "email": ("email", "mail", "epost", "epostadresse", "emailadresse", "emailaddress", "address"),
    "title": ("position", "title", "stilling", "funktion", "jobtitle"),
    "roles": ("roles", "role", "roller", "rolle", "rollen"),
    "language": ("language", "språk", "sprache"),
}
LANGUAGES: Final = {
    "nb": "nb", "no": "nb", "norsk": "nb", "norwegian": "nb", "norwegisch": "nb", "bokmål": "nb",
    "de": "de", "tysk": "de", "german": "de", "deutsch": "de",
    "en": "en", "engelsk": "en", "english": "en", "englisch": "en",
}  # fmt: skip


class TooManyPeople(DomainError):
    """More lines than are read at once; none were taken, so that none are cut."""

    code = "many.too_many"
    field = "text"
    message = gettext_lazy(
        "These are %(count)s lines; at most %(limit)s are read at once. Please send them in parts."
    )


class NoText(DomainError):
    """The file holds something else."""

    code = "many.no_text"
    field = "file"
    message = gettext_lazy("This file is no text. Save it anew as CSV and send it again.")


@dataclass(slots=True)
class Line:
    """A line of the table: whom it means, and what stands against inviting them (nothing when empty)."""

    number: int
    cells: list[str]
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    title: str = ""
    language: str = ""
    roles: list[Role] = field(default_factory=list)
    own_role: CompanyRole | None = None
    problem: str = ""

    def role_words(self) -> str:
        own = [self.own_role.name] if self.own_role else []
        return ", ".join([*(str(role.label) for role in self.roles), *own])

    def facts(self) -> dict[str, Any]:
        """As the action `invite` takes it."""
        names = ("first_name", "last_name", "email", "title", "language", "roles", "own_role")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Table:
    """What was sent, understood: the lines, and how they were written."""

    lines: list[Line]
    titles: list[str]
    delimiter: str

    @property
    def good(self) -> list[Line]:
        return [line for line in self.lines if not line.problem]

    @property
    def bad(self) -> list[Line]:
        return [line for line in self.lines if line.problem]

    def text_of(self, lines: Sequence[Line]) -> str:
        """Some of the lines as they were written, under the same titles."""
        titles = [self.titles] if self.titles else []
        return write_table([*titles, *(line.cells for line in lines)], self.delimiter)


def read_upload(upload: UploadedFile[Any]) -> str:
    """The text of a file. Raises `UploadRefused`, `NoText`."""
    check_upload(upload, allowed=(Kind.CSV, Kind.TXT), max_size=MAX_BYTES)
    text = decode(upload.read())
    if "\x00" in text:
        raise NoText()
    return text


def understand(text: str, *, by: Member) -> Table:
    """Every line with its verdict, in a constant number of queries. Raises `TooManyPeople`, `NotAllowed`."""
    require(by, Permission.MANAGE_USERS)
    delimiter = delimiter_of(text)
    rows = read_table(text, delimiter)
    columns = _titles(rows[0]) if rows else None
    titles, rows = (rows[0], rows[1:]) if columns else ([], rows)
    if len(rows) > MAX_LINES:
        raise TooManyPeople(count=number(len(rows)), limit=number(MAX_LINES))
    lines = [
        _line(position, row, columns or COLUMNS)
        for position, row in enumerate(rows, start=2 if titles else 1)
    ]
    _judge(lines, columns or COLUMNS, by)
    return Table(lines, titles, delimiter)


def sample() -> str:
    """A table to fill in, with titles and roles in the reader's language."""
    titles = [_("First name"), _("Last name"), _("E-mail"), _("Position"), _("Roles"), _("Language")]
    language = translation.get_language() or settings.LANGUAGE_CODE
    return write_table(
        [
            titles,
            ["Kari", "Nordmann", "kari.nordmann@example.com", "", str(Role.BUYER.label), language],
            [
                "Max",
                "Muster",
                "max.muster@example.com",
                "",
                f"{Role.SERVICE.label}, {Role.READER.label}",
                language,
            ],
        ],
        ";",
    )


def _titles(row: Sequence[str]) -> Sequence[str] | None:
    """Which column is which, where the first row says so; what is unknown is left aside."""
    if any("@" in cell for cell in row):
        return None
    words = ["".join(sign for sign in cell.casefold() if sign.isalpha()) for cell in row]
    found = [next((name for name, known in TITLES.items() if word in known), "") for word in words]
    return found if "email" in found else None


def _line(position: int, row: list[str], columns: Sequence[str]) -> Line:
    line = Line(position, row)
    for name, cell in zip(columns, row, strict=False):
        if name in ("first_name", "last_name", "email", "title"):
            setattr(line, name, cell)
    return line


def _judge(lines: list[Line], columns: Sequence[str], by: Member) -> None:
    known = _role_words(by)
    domains = queries.domains_of(by)
    members, invited = people.known_addresses(by, {line.email.lower() for line in lines})
    seen: dict[str, int] = {}
    for line in lines:
        cells = dict(zip(columns, line.cells, strict=False))
        email = line.email.lower()
        line.language = _language(cells.get("language", ""), by)
        line.problem = (
            _wrong_person(line)
            or _wrong_roles(line, cells.get("roles", ""), known, by)
            or _wrong_address(email, domains, members, invited)
            or (
                _("The same address stands in line %(number)s.") % {"number": seen[email]}
                if email in seen
                else ""
            )
        )
        if len(line.cells) > len(columns) and any(line.cells[len(columns) :]) and not line.problem:
            line.problem = _("There is more in this line than the titles say.")
        seen.setdefault(email, line.number)


def _wrong_person(line: Line) -> str:
    if not line.first_name or not line.last_name:
        return _("The name is missing.")
    if max(len(line.first_name), len(line.last_name), len(line.title)) > 60:
        return _("A name or a position is longer than 60 characters.")
    try:
        validate_email(line.email)
    except ValidationError:
        return _("This is no e-mail address.") if line.email else _("The e-mail address is missing.")
    return ""


def _wrong_address(email: str, domains: Sequence[str], members: set[str], invited: set[str]) -> str:
    if email.rpartition("@")[2] not in domains:
        endings = ", ".join(f"@{domain}" for domain in domains)
        return _("Only addresses that end with %(endings)s.") % {"endings": endings}
    if email in members:
        return _("Is a user already.")
    return _("Is invited already.") if email in invited else ""


def _wrong_roles(line: Line, words: str, known: Mapping[str, Role | CompanyRole], by: Member) -> str:
    wanted = [word.strip() for word in words.replace("/", ",").replace("+", ",").split(",") if word.strip()]
    if not wanted:
        return _("The role is missing.")
    for word in wanted:
        role = known.get(word.casefold())
        if role is None:
            return _("There is no role %(word)s.") % {"word": word}
        if isinstance(role, Role):
            line.roles = [*line.roles, role] if role not in line.roles else line.roles
        elif line.own_role not in (None, role):
            return _("Only one of your company's own roles at a time.")
        else:
            line.own_role = role
    if not within_rights(by, rights_of(line.roles, line.own_role)):
        return _("You can only give rights that you have yourself.")
    return ""


def _role_words(by: Member) -> dict[str, Role | CompanyRole]:
    """What a role may be called: its code, its name in each language, and the company's own ones."""
    words: dict[str, Role | CompanyRole] = {role.name.casefold(): role for role in people.own_roles(by)}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {str(role.label).casefold(): role for role in Role}
    return words | {role.value: role for role in Role}


def _language(word: str, by: Member) -> str:
    return LANGUAGES.get(word.casefold(), by.company.language)
