"""Texts in the three languages of the demonstration, and amounts written as each of them writes them."""

from collections.abc import Mapping
from decimal import Decimal

type Texts = Mapping[str, str]

LANGUAGES = ("nb", "de", "en")


def say(nb: str, de: str, en: str) -> Texts:
    """One text in Norwegian bokmål, German and English."""
    return {"nb": nb, "de": de, "en": en}


def grouped(whole: str, language: str) -> str:
    """`12000` with the thousands mark of the language."""
    mark = {"nb": " ", "de": ".", "en": ","}[language]
    if not whole.isdigit() or len(whole) < 4:
        return whole
    return f"{int(whole):,}".replace(",", mark)


def amount(value: Decimal, currency: str, language: str) -> str:
    """An amount within a running text: `NOK 5 000`, `6,90 EUR`, `EUR 6.90`."""
    whole, _, cents = f"{value:.2f}".partition(".")
    point = "." if language == "en" else ","
    figure = grouped(whole, language) + ("" if cents == "00" else point + cents)
    return f"{figure} {currency}" if language == "de" else f"{currency} {figure}"


def kilograms(value: Decimal, language: str) -> str:
    """A weight within a running text: `31,5 kg`."""
    figure = f"{value.normalize():f}"
    return (figure if language == "en" else figure.replace(".", ",")) + " kg"
