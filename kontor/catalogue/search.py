"""What a reader means by the words of a search: article numbers first, then words in the reader's language.

Numbers are ours, makers', GTINs and the company's own; a part of one is enough. Words are found by their stem, the
last one also unfinished, and as part of a compound ("filter" in "Rücklauffilter"). Only where the reader's language
has nothing do the others count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from kontor.catalogue.numbers import plain
from kontor.companies.models import Company
from kontor.kit.formats import reader
from kontor.kit.translated import LANGUAGES

MOST_HITS: Final = 10_000
MOST_WORDS: Final = 6
CONFIGURATIONS: Final = {"nb": "norwegian", "de": "german", "en": "english"}

# Each `EXISTS` asks one index; together in one condition they would be answered by reading the whole table.
LOOK_UP: Final = """
    SELECT product_id, min(place), NULL::text[] FROM (
        SELECT product_id, 0 AS place FROM catalogue_articlenumber WHERE plain = %(plain)s
        UNION ALL
        SELECT product_id, 0 FROM catalogue_customerarticlenumber
        WHERE company_id = %(company)s AND plain = %(plain)s
        UNION ALL
        (SELECT product_id, 1 FROM catalogue_articlenumber WHERE plain LIKE %(part)s LIMIT %(most)s)
        UNION ALL
        (SELECT product_id, 1 FROM catalogue_customerarticlenumber
         WHERE company_id = %(company)s AND plain LIKE %(part)s LIMIT %(most)s)
    ) AS numbers GROUP BY product_id
    UNION ALL
    SELECT NULL, NULL, CASE WHEN {own} THEN ARRAY[{own_name}] ELSE array_remove(ARRAY[{others}], NULL) END
"""

# What many products are called is found among a few. What hardly any is, by the index: told to find all PostgreSQL asks
# it, where for the first alone it would read the table, all of it where there is none.
ANY_HIT: Final = """
    EXISTS (SELECT FROM (SELECT * FROM catalogue_product WHERE is_active LIMIT 500) p WHERE {condition})
    OR EXISTS (WITH hit AS MATERIALIZED (SELECT p.is_active FROM catalogue_product p WHERE {condition})
               SELECT FROM hit WHERE hit.is_active)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search text hits: products by `exact` number and by a part of one (`partial`), words in some `languages`."""

    text: str
    exact: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.exact or self.partial or self.languages)

    @property
    def values(self) -> dict[str, Any]:
        """Parameters of `condition` and `place`."""
        return _word_values(self.text) | {
            "exact": list(self.exact),
            "numbers": [*self.exact, *self.partial],
        }

    @property
    def condition(self) -> str:
        """SQL: whether product `p` is hit."""
        parts = ["p.id = ANY (%(numbers)s::bigint[])"] if self.exact or self.partial else []
        parts += [_words_hit(language, self.text) for language in self.languages]
        return f"({' OR '.join(parts)})"

    @property
    def number_place(self) -> str:
        """SQL: as `place`, but words count alike; empty where no number is hit."""
        if not (self.exact or self.partial):
            return ""
        return """CASE WHEN p.id = ANY (%(exact)s::bigint[]) THEN 0 WHEN p.id = ANY (%(numbers)s::bigint[]) THEN 1
                       ELSE 2 END"""

    @property
    def place(self) -> str:
        """SQL: 0 that very number, 1 a part of one, 2 words in the name, 3 words anywhere."""
        named = " OR ".join(_name_hit(language, self.text) for language in self.languages) or "false"
        return f"""CASE WHEN p.id = ANY (%(exact)s::bigint[]) THEN 0 WHEN p.id = ANY (%(numbers)s::bigint[]) THEN 1
                        WHEN {named} THEN 2 ELSE 3 END"""


def look_up(company: Company, text: str) -> Found:
    """What `text` hits for this company. One query."""
    bare = plain(text)
    own = reader()
    values: dict[str, Any] = _word_values(text) | {
        "plain": bare,
        "company": company.pk,
        "most": MOST_HITS,
        "part": _part_of_number(bare),
    }
    others = [
        f"CASE WHEN {_any_hit(language, text)} THEN '{language}' END"
        for language in LANGUAGES
        if language != own
    ]
    sql = LOOK_UP.format(own=_any_hit(own, text), own_name=f"'{own}'", others=", ".join(others))
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    return Found(
        text=text,
        exact=tuple(sorted(one for one, place, _ in rows if one is not None and place == 0)),
        partial=tuple(sorted(one for one, place, _ in rows if one is not None and place == 1)),
        languages=next(tuple(languages) for one, _, languages in rows if one is None),
    )


def _part_of_number(bare: str) -> str:
    """As a LIKE pattern: the beginning of a number, or from five signs on any part: "440718" of "HI-440718".

    It needs a figure, so that "filter" is not taken for a number.
    """
    if len(bare) < 4 or not any(sign.isdigit() for sign in bare):
        return ""
    return f"%{bare}%" if len(bare) >= 5 else f"{bare}%"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)[:MOST_WORDS]


def _word_values(text: str) -> dict[str, Any]:
    values: dict[str, Any] = {"text": text}
    for place, word in enumerate(_words(text)):
        values[f"part{place}"] = f"%{re.sub(r'([%_])', r'\\\1', word)}%"
    return values


def _query(language: str) -> str:
    """SQL: the text as a query of stems, the last one unfinished. PostgreSQL itself takes the text apart."""
    return f"(nullif(plainto_tsquery('{CONFIGURATIONS[language]}', %(text)s)::text, '') || ':*')::tsquery"


def _parts_hit(language: str, text: str) -> str:
    """SQL: whether the name has all words as parts. At least one must be long enough for the index."""
    words = _words(text)
    if not any(len(word) >= 3 for word in words):
        return "false"
    return " AND ".join(f"p.name_{language} ILIKE %(part{place})s" for place in range(len(words)))


def _words_hit(language: str, text: str) -> str:
    """SQL: whether product `p` has the words somewhere, or all of them as parts of its name."""
    return f"(p.words_{language} @@ {_query(language)} OR ({_parts_hit(language, text)}))"


def _any_hit(language: str, text: str) -> str:
    """SQL: whether there is a product for sale with the words."""
    return " OR ".join(
        ANY_HIT.format(condition=condition)
        for condition in (f"p.words_{language} @@ {_query(language)}", _parts_hit(language, text))
    )


def _name_hit(language: str, text: str) -> str:
    """SQL: whether the name has the words, not only the description: the weight A alone counts."""
    ranked = f"ts_rank('{{0,0,0,1}}', p.words_{language}, {_query(language)}) > 0"
    return f"(({_parts_hit(language, text)}) OR {ranked})"
