"""A product family: one set of texts, and a table with a row for each article.

Texts are templates: `{size}` is the row's value in the column `size`, with the decimal mark of the language;
`{hours:n}` groups its thousands. A value `sort~schwarz~black` differs by language. A row may begin with its own
article number and a colon (`440718: RF 330 | …`); without it numbers run on from `start`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kontor.demo.data.texts import LANGUAGES, Texts, grouped

_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_NUMBER = re.compile(r"^(\d{6}): *")


class Fact:
    """One value of a row, as a text in one language says it."""

    def __init__(self, value: str, language: str) -> None:
        choices = value.split("~")
        text = choices[LANGUAGES.index(language)] if len(choices) == len(LANGUAGES) else value
        self.text = text if language == "en" else _POINT.sub(",", text)
        self.language = language

    def __format__(self, spec: str) -> str:
        return grouped(self.text, self.language) if spec == "n" else format(self.text, spec)


@dataclass(frozen=True)
class Article:
    """One row of a family, texts filled in."""

    number: str
    family: "Family"
    maker_number: str
    name: Texts
    description: Texts
    price: Decimal
    """General list price in NOK for `family.per` units."""
    weight: Decimal
    pack: int


@dataclass(frozen=True)
class Family:
    category: str
    maker: str
    part: str
    """Template of the maker's article number."""
    drawing: str
    start: int
    columns: str
    """Names of the table's columns; `price` is needed, `kg` and `pack` are understood, all others are facts."""
    rows: str
    name: Texts
    description: Texts
    step: int = 1
    unit: str = "piece"
    pack: int = 1
    minimum: int = 0
    """0 = one pack."""
    per: int = 1
    kg: str = "0.1"
    """Weight of one unit where the table has no column for it."""
    bulky: bool = False
    forwarder: bool = False
    reduced: bool = False
    warehouse: str = "Trondheim"
    breaks: tuple[int, ...] = (10, 50)
    """Quantities from which the lists are cheaper."""
    lead_days: int = 4
    to_order: bool = False
    """Made or fetched only when ordered: never in stock."""

    def articles(self) -> Iterator[Article]:
        columns = self.columns.split()
        for index, line in enumerate(self.rows.strip().splitlines()):
            own = _NUMBER.match(line.strip())
            number = own[1] if own else str(self.start + self.step * index)
            cells = [cell.strip() for cell in _NUMBER.sub("", line.strip()).split("|")]
            row = dict(zip(columns, cells, strict=True))
            english = {key: Fact(value, "en") for key, value in row.items()}
            yield Article(
                number=f"HI-{number}",
                family=self,
                maker_number=self.part.format(**english, i=index + 1, n=number),
                name=_fill(self.name, row),
                description=_fill(self.description, row),
                price=Decimal(row["price"]),
                weight=Decimal(row.get("kg", self.kg)),
                pack=int(row.get("pack", self.pack)),
            )


def _fill(texts: Texts, row: dict[str, str]) -> Texts:
    return {
        language: texts[language].format(**{key: Fact(value, language) for key, value in row.items()})
        for language in LANGUAGES
    }
