"""What is on the screen in a reader's language: looked up as the portal does, so that a better word breaks no test."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils import translation


@dataclass(frozen=True, slots=True)
class Words:
    """`Words("nb")("Add to cart")` is what stands on the button in Norwegian."""

    language: str

    def __call__(self, text: str, **values: object) -> str:
        with translation.override(self.language):
            found = translation.gettext(text)
        assert self.language == "en" or found != text, f"not translated into {self.language}: {text}"
        return found % values if values else found

    def counted(self, one: str, many: str, number: int, **values: object) -> str:
        """A text with a number in it."""
        with translation.override(self.language):
            return translation.ngettext(one, many, number) % ({"number": number} | values)

    def state(self, text: str) -> str:
        """The word for the state of an order."""
        with translation.override(self.language):
            return translation.pgettext("order", text)

    def tier(self, text: str) -> str:
        with translation.override(self.language):
            return translation.pgettext("tier", text)

    @property
    def accept(self) -> str:
        """How the label of the box for the terms begins."""
        text = self(
            'I accept the <a href="%(terms_url)s" target="_blank">terms of sale</a>, version %(version)s of %(date)s.'
        )
        return re.sub(r"<[^>]+>", "", text).partition("%(version)s")[0].strip()

    @property
    def place(self) -> re.Pattern[str]:
        """The button that orders, with whatever amount."""
        return re.compile(
            r".+".join(map(re.escape, self("Place order for %(total)s incl. VAT").split("%(total)s")))
        )


WORDS: Final = {language: Words(language) for language in ("nb", "de", "en")}


def amount(shown: str, language: str) -> Decimal:
    """The figure in words such as "Bestill for 13 248,30 kr inkl. mva."."""
    mark = re.escape("." if language == "en" else ",")
    plain = shown.replace("\xa0", " ").replace("\u202f", " ")
    found = re.search(rf"([-−]?)(\d[\d\s.,'’]*?{mark}\d\d)(?!\d)", plain)
    assert found, shown
    whole, cents = re.sub(r"\D", "", found[2][:-3]), found[2][-2:]
    return Decimal(f"{'-' if found[1] else ''}{whole}.{cents}")
