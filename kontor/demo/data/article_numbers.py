"""Customers' own article numbers, which quick order understands."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from kontor.demo.data.price_rows import ON_REQUEST
from kontor.demo.data.products import Product, all_products

HEADER = "company,product,number"

# As the two named companies write them.
_WRITTEN: dict[str, str] = {
    "104233": (
        "HYD-RET-7=HI-440718 HYD-TRYKK-3=HI-440731 BREATH-60=HI-441002 SUGESIL-2=HI-440650 OLJE-46=HI-470046 "
        "OLJE-46-20=HI-470146 SETT-NX220=HI-449220 TANN-45=HI-512045 TAPP-45=HI-512345 SLANGE-34-185=HI-460734 "
        "FETT-EP2=HI-472110 HANSKE-10=HI-685013 DRIKKE-E=HI-690112 SLING-2T=HI-680020"
    ),
    "208117": (
        "RM-FLACH-50=HI-201508 RM-FLACH-40=HI-201506 RM-WINKEL-60=HI-201206 RM-QUAD-40=HI-205040 "
        "RM-ROHR-42=HI-208424 RM-WIG-24=HI-352416 RM-SK-1240=HI-748120 RM-MU-12=HI-748340 RM-ANKER-16=HI-748516 "
        "RM-TS-125=HI-330125 RM-FS-180=HI-330180 RM-NIET-48=HI-749010"
    ),
}
# Others number on: prefix, first number, step, how many, which product areas.
_SCHEMES: tuple[tuple[str, str, int, int, int, str], ...] = (
    ("101512", "ND-{n}", 200100, 10, 30, "lighting office"),
    ("102046", "KB{n}", 4410, 1, 18, "construction"),
    ("105122", "R-{n}-A", 710, 5, 20, "copper"),
    ("108671", "OE {n}", 88001, 1, 26, "office lighting"),
    ("201340", "NK.{n}", 120400, 20, 24, "copper"),
    ("202461", "SB-{n}", 3001, 1, 16, "copper"),
    ("203902", "HT/{n}", 510, 10, 18, "construction"),
)


@cache
def of_companies(today: date) -> dict[str, dict[str, Product]]:
    """Company: its own numbers with the products they mean."""
    products = {product.number: product for product in all_products(today)}
    numbers: dict[str, dict[str, Product]] = {}
    for company, text in _WRITTEN.items():
        pairs = (pair.split("=") for pair in text.split())
        numbers[company] = {own: products[ours] for own, ours in pairs}
    for company, pattern, first, step, count, areas in _SCHEMES:
        candidates = [
            product
            for product in products.values()
            if product.area in areas.split() and product.active and product.number not in ON_REQUEST
        ]
        chosen = Random(f"own numbers {company}").sample(candidates, count)
        numbers[company] = {
            pattern.format(n=first + step * index): product for index, product in enumerate(chosen)
        }
    return numbers


def rows(today: date) -> Iterator[list[str]]:
    """The lines of article-numbers.csv."""
    for company, numbers in of_companies(today).items():
        for number, product in numbers.items():
            yield [company, product.number, number]
