"""The 600 articles: families written out, with numbers, availability and tax."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from stdnum import ean

from kontor.demo.data.catalogue import (
    alloys,
    electrical_test,
    filters,
    fixings,
    fluids,
    hydraulics,
    lamps,
    luminaires,
    mechanical_test,
    office,
    site_supplies,
    steel,
    wear_parts,
    workshop,
)
from kontor.demo.data.catalogue.categories import LEAVES, Category
from kontor.demo.data.catalogue.family import Article, Family
from kontor.demo.data.workdays import later

FAMILIES: tuple[Family, ...] = (
    *filters.FAMILIES,
    *fluids.FAMILIES,
    *wear_parts.FAMILIES,
    *hydraulics.FAMILIES,
    *site_supplies.FAMILIES,
    *electrical_test.FAMILIES,
    *mechanical_test.FAMILIES,
    *office.FAMILIES,
    *luminaires.FAMILIES,
    *lamps.FAMILIES,
    *alloys.FAMILIES,
    *steel.FAMILIES,
    *fixings.FAMILIES,
    *workshop.FAMILIES,
)

# Makers count for themselves: WS-38 is a bonded seal of one and a washer of another, so the number is ambiguous.
_MAKER_NUMBERS = {
    "HI-440718": "NH-77120-10",
    "HI-440731": "NH-77144",
    "HI-449220": "NH-79900-20",
    "HI-464115": "WS-38",
    "HI-748430": "WS-38",
}
# Stock, then working days until more comes and how much; what the screens and tests name.
_STOCK: dict[str, tuple[int, int, int]] = {
    "HI-440718": (42, 0, 0),
    "HI-440731": (18, 0, 0),
    "HI-441002": (3, 8, 24),
    "HI-449220": (7, 0, 0),
    "HI-440650": (12, 0, 0),
    "HI-470046": (26, 0, 0),
    "HI-512045": (0, 6, 60),
    "HI-460734": (14, 0, 0),
    "HI-690112": (64, 0, 0),
    "HI-748120": (8400, 0, 0),
    "HI-748340": (12600, 0, 0),
    "HI-748180": (5200, 0, 0),
    "HI-748185": (1900, 0, 0),
    "HI-201508": (180, 0, 0),
    "HI-201206": (74, 0, 0),
    "HI-205040": (96, 0, 0),
    "HI-330125": (2400, 0, 0),
    "HI-330180": (310, 0, 0),
    "HI-330230": (1150, 0, 0),
    "HI-352416": (38, 0, 0),
    "HI-749010": (14500, 0, 0),
    "HI-748516": (640, 0, 0),
    "HI-601030": (9, 5, 144),
    "HI-748902": (21, 0, 0),
}
KNOWN = frozenset(_STOCK)
"""The articles that the pages of the named accounts show; they sell best."""
# No longer sold; old orders still name them.
INACTIVE = frozenset(
    {
        "HI-442310",
        "HI-464025",
        "HI-516120",
        "HI-802015",
        "HI-805125",
        "HI-900010",
        "HI-902010",
        "HI-330178",
    }
)
# Metal sold by weight or length carries no bar code.
_WITHOUT_GTIN_UNITS = frozenset({"kg", "m"})


@dataclass(frozen=True)
class Product:
    article: Article
    maker_number: str
    gtin: str
    category: Category
    stock: int
    restock_date: date | None
    restock_quantity: int
    lead_days: int
    """Working days to make it, for what is made or fetched only when ordered; otherwise 0."""
    active: bool

    @property
    def number(self) -> str:
        return self.article.number

    @property
    def family(self) -> Family:
        return self.article.family

    @property
    def area(self) -> str:
        return self.category.area

    @property
    def minimum(self) -> int:
        return max(self.family.minimum, self.article.pack)

    @property
    def unit_price(self) -> Decimal:
        """The general list price of one unit in NOK."""
        return self.article.price / self.family.per


def _gtin(article: Article) -> str:
    if article.family.unit in _WITHOUT_GTIN_UNITS:
        return ""
    stem = "200" + article.number.removeprefix("HI-").zfill(9)  # 200–299 is for use within one house
    return stem + ean.calc_check_digit(stem)


def _availability(article: Article, today: date) -> tuple[int, date | None, int, int]:
    """Stock, date and quantity of the next arrival, days to make."""
    family = article.family
    random = Random(f"stock {article.number}")  # a text as seed does not depend on the hash seed
    pack = article.pack
    if article.number in _STOCK:
        stock, days, arriving = _STOCK[article.number]
        return stock, later(today, days) if days else None, arriving, 0
    if family.to_order:
        return 0, None, 0, family.lead_days
    price = article.price / family.per
    usual = max(4, min(3000, int(60000 / float(price + 12)) if family.unit != "kg" else 900))
    stock = max(1, int(usual * random.lognormvariate(-0.4, 0.7)))
    stock = max(pack, stock // pack * pack)
    arriving = max(pack, usual // pack * pack)
    draw = random.random()
    if draw < 0.05:
        return 0, later(today, random.randint(2, 18)), arriving, 0
    if draw < 0.09:
        return 0, None, 0, family.lead_days + random.choice((8, 10, 15))
    if draw < 0.15:
        return pack * random.randint(1, 4), later(today, random.randint(2, 12)), arriving, 0
    return stock, None, 0, 0


@cache
def all_products(today: date) -> tuple[Product, ...]:
    """All articles as of that day, in the order of their numbers."""
    products = []
    for family in FAMILIES:
        for article in family.articles():
            stock, restock_date, arriving, lead_days = _availability(article, today)
            products.append(
                Product(
                    article=article,
                    maker_number=_MAKER_NUMBERS.get(article.number, article.maker_number),
                    gtin=_gtin(article),
                    category=LEAVES[family.category],
                    stock=stock,
                    restock_date=restock_date,
                    restock_quantity=arriving,
                    lead_days=lead_days,
                    active=article.number not in INACTIVE,
                )
            )
    return tuple(sorted(products, key=lambda product: product.number))


HEADER = (
    "number,maker,maker_number,gtin,area,category_nb,category_de,category_en,category,name_nb,name_de,name_en,"
    "description_nb,description_de,description_en,unit,pack_size,min_quantity,weight_kg,bulky,forwarder,tax_class,"
    "drawing,warehouse,stock,restock_date,restock_quantity,lead_days,active"
)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def rows(today: date) -> Iterator[list[str]]:
    """The lines of products.csv."""
    for product in all_products(today):
        article, family, category = product.article, product.family, product.category
        yield [
            product.number,
            family.maker,
            product.maker_number,
            product.gtin,
            category.area,
            category.names["nb"],
            category.names["de"],
            category.names["en"],
            category.path,
            article.name["nb"],
            article.name["de"],
            article.name["en"],
            article.description["nb"],
            article.description["de"],
            article.description["en"],
            family.unit,
            str(article.pack),
            str(product.minimum),
            f"{article.weight:f}",
            _yes(family.bulky),
            _yes(family.forwarder),
            "reduced" if family.reduced else "standard",
            family.drawing,
            family.warehouse,
            str(product.stock),
            product.restock_date.isoformat() if product.restock_date else "",
            str(product.restock_quantity or ""),
            str(product.lead_days or ""),
            _yes(product.active),
        ]
