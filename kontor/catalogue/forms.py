"""What a list of products is asked for, as the address says it: search, filters, sort."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from kontor.catalogue.quantities import MOST, QuantityProblem, parse_quantity
from kontor.kit.formats import reader
from kontor.kit.text import Text

LONGEST: Final = 200
MOST_MAKERS: Final = 20

AVAILABILITY: Final[dict[str, Text]] = {
    "stock": pgettext_lazy("availability", "In stock"),
    "soon": pgettext_lazy("availability", "Within 5 days"),
    "made": pgettext_lazy("availability", "Made to order"),
}
SORTS: Final[dict[str, Text]] = {
    "relevance": pgettext_lazy("sort", "Best match"),
    "number": pgettext_lazy("sort", "Article number"),
    "name": pgettext_lazy("sort", "Name"),
    "price": pgettext_lazy("sort", "Your price, lowest first"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which products are wanted and in what order; what makes no sense is left out, `problems` says why in words."""

    text: str = ""
    makers: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    price_from: Decimal | None = None
    price_to: Decimal | None = None
    sort: str = "number"
    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict) -> Selection:
        """The selection of an address; anything may stand in one."""
        text = _clean(query.get("q", ""))
        sort = query.get("sort", "")
        usual = "relevance" if text else "number"
        typed, prices, problems = {}, {}, {}
        for name in ("price_from", "price_to"):
            typed[name] = _clean(query.get(name, ""))[:20]
            prices[name], problem = _price(typed[name])
            if problem:
                problems[name] = problem
        low, high = prices["price_from"], prices["price_to"]
        if low is not None and high is not None and low > high:
            problems["price_to"] = _("This is below the price at the left.")
        makers = dict.fromkeys(_clean(maker)[:60] for maker in query.getlist("maker"))
        return cls(
            text=text,
            makers=tuple(maker for maker in makers if maker)[:MOST_MAKERS],
            availability=tuple(one for one in AVAILABILITY if one in query.getlist("availability")),
            price_from=None if problems else low,
            price_to=None if problems else high,
            sort=sort if sort in SORTS and (text or sort != "relevance") else usual,
            typed=typed,
            problems=problems,
        )

    @property
    def has_price_limits(self) -> bool:
        return self.price_from is not None or self.price_to is not None

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the search and the category narrows the list."""
        return bool(self.makers or self.availability or self.has_price_limits)

    @property
    def count(self) -> int:
        """How many filters are set."""
        return len(self.makers) + len(self.availability) + self.has_price_limits

    @property
    def sorts(self) -> list[tuple[str, Text]]:
        """Ways to sort that make sense; without a search there is no best match."""
        return [(key, word) for key, word in SORTS.items() if self.text or key != "relevance"]

    def within(self, amount: Decimal | None) -> bool:
        """Whether a price lies between the wished ones."""
        if amount is None:
            return False
        return (self.price_from is None or amount >= self.price_from) and (
            self.price_to is None or amount <= self.price_to
        )


def _clean(text: str) -> str:
    """Without signs that no keyboard types, single spaces, not endless."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text[: LONGEST * 2])
    return re.sub(r"\s+", " ", printable).strip()[:LONGEST].rstrip()


def _price(text: str) -> tuple[Decimal | None, str]:
    if not text:
        return None, ""
    try:
        price = parse_quantity(text, reader())
    except QuantityProblem:
        return None, _("This is not a price.")
    if not 0 <= price <= MOST:
        return None, _("A price lies between 0 and 999,999.")
    return price, ""
