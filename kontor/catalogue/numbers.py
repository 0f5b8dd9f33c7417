"""Article numbers as people write them: with spaces, dashes, slashes, small letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 60
_BETWEEN: Final = re.compile(r"[\W_]+")


def plain(number: str) -> str:
    """Only capital letters and digits: "hi-440 718" → "HI440718". Empty when nothing is left or it is too long.

    What numbers are stored and looked up by, so that spelling does not matter.
    """
    text = number[:400] if number.isascii() else unicodedata.normalize("NFKC", number[:400])
    bare = _BETWEEN.sub("", text.upper())
    return bare if len(bare) <= LONGEST else ""


# Signs that are taken for each other on paper and by telephone.
_ALIKE: Final = {"O": "0", "Q": "0", "0": "O", "I": "1", "L": "1", "1": "I"}
LONGEST_GUESSED: Final = 20


def slips(bare: str) -> tuple[list[str], list[str]]:
    """What may have been meant by a mistyped bare number: numbers, and LIKE patterns of numbers.

    One sign too many, two exchanged or one taken for another give numbers; one wrong, one missing, or an end left off
    give patterns. They find in an index what comparing with every number would take long for.
    """
    if not 3 <= len(bare) <= LONGEST_GUESSED:
        return [], [f"{bare}%"] if bare else []
    places = range(len(bare))
    numbers = [bare[:at] + bare[at + 1 :] for at in places]
    numbers += [bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :] for at in places[:-1]]
    numbers += [bare[:at] + _ALIKE[bare[at]] + bare[at + 1 :] for at in places if bare[at] in _ALIKE]
    numbers.append(bare.translate(str.maketrans("OQIL", "0011")))
    patterns = [bare[:at] + "_" + bare[at + 1 :] for at in places]
    patterns += [bare[:at] + "_" + bare[at:] for at in places]
    return list(dict.fromkeys(numbers)), [*patterns, f"{bare}%"]
