"""A page of the shop: which products, in what order, at which own prices, and how the list can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext as _

from kontor.catalogue.availability import PLACES, from_places
from kontor.catalogue.categories import Place, Tree, tree
from kontor.catalogue.facets import HOW, STOCK, Counts, Shelf
from kontor.catalogue.forms import Selection
from kontor.catalogue.models import Product
from kontor.catalogue.offer import Offer, offers
from kontor.catalogue.pricing import OwnPrice, own_prices
from kontor.catalogue.queries import suggestions
from kontor.catalogue.search import Found, look_up
from kontor.companies.models import Company, Member
from kontor.kit import formats
from kontor.kit.formats import reader
from kontor.kit.keyset import BETWEEN, SIZE, Keys, Page

# What a row shows; search columns never leave the database.
COLUMNS: Final = ", ".join(
    f"p.{column.attname}"
    for column in Product._meta.concrete_fields
    if not column.attname.startswith("words_")
)

# Keys of at most 26 rows first, then what belongs to them.
ROWS: Final = """
    SELECT {columns}, own.number AS own_number, places.*, page.place
    FROM (SELECT p.id, p.number, {key} AS place FROM catalogue_product p {stock}
          WHERE {condition} ORDER BY {order} LIMIT %(size)s) AS page
    JOIN catalogue_product p ON p.id = page.id
    LEFT JOIN LATERAL (
        SELECT c.number FROM catalogue_customerarticlenumber c
        WHERE c.company_id = %(company)s AND c.product_id = p.id ORDER BY c.number LIMIT 1
    ) AS own ON true
    CROSS JOIN LATERAL ({places}) AS places
    ORDER BY page.place {direction}, page.number {direction}
"""

PLACE_COLUMNS: Final = ("warehouses", "quantities", "restock_dates", "restock_quantities")

# Names sort as the reader's language does: æ ø å after z, ä with a.
NAME_KEYS: Final = {
    "nb": "translate(lower(p.name_nb), 'æäøöåü', '{{||}y')",
    "de": "translate(lower(p.name_de), 'äöüß', 'aous')",
    "en": "lower(p.name_en)",
}
UNPRICED: Final = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of products, and what stands around it. `sort` is how it is sorted, also where that is not as wished."""

    selection: Selection
    tree: Tree
    place: Place | None
    counts: Counts
    sort: str
    page: Page[Offer] = field(default_factory=Page)
    number: int = 1
    similar: Sequence[Product] = ()
    narrow_first: bool = False

    @property
    def has_facets(self) -> bool:
        """Whether there is anything to narrow, or to widen again."""
        return bool(self.counts.total or self.selection.is_filtered or self.selection.problems)

    @property
    def rows(self) -> Iterator[dict[str, Any]]:
        """The page's products in words."""
        return (offer.row for offer in self.page.rows)

    @property
    def trail(self) -> list[Place]:
        return self.tree.trail(self.place)

    @property
    def shown(self) -> str:
        """ "26–50 of 36"; the address carries the page's number beside its key."""
        first = (self.number - 1) * SIZE + 1 if self.page.previous else 1
        total = formats.number(self.counts.total) + ("+" if self.counts.is_capped else "")
        return _("%(first)s–%(last)s of %(total)s") % {
            "first": formats.number(first),
            "last": formats.number(first + len(self.page.rows) - 1),
            "total": total,
        }

    @property
    def previous_number(self) -> int:
        return max(self.number - 1, 1)

    @property
    def next_number(self) -> int:
        return self.number + 1 if self.page.previous else 2

    @property
    def price_limits(self) -> str:
        """The wished prices: "120.00 to 4,800.00", "from 120.00", "up to 4,800.00"."""
        low, high = self.selection.price_from, self.selection.price_to
        values = {"low": formats.amount(low), "high": formats.amount(high)}
        if low is not None and high is not None:
            return _("%(low)s to %(high)s") % values
        return (_("from %(low)s") if high is None else _("up to %(high)s")) % values


def listing(
    member: Member, place_path: str, selection: Selection, keys: Keys, *, page_number: int = 1
) -> Listing | None:
    """The products of a category (all with an empty path) that match; None where there is no such category."""
    places = tree()
    place = places.at(place_path) if place_path else None
    if place_path and place is None:
        return None
    company, wished = member.company, selection.sort
    found = look_up(company, selection.text) if selection.text else None
    if found is not None and not found:
        similar = suggestions(company, selection.text)
        return Listing(selection, places, place, Counts(), wished, similar=similar)
    shelf = Shelf(company, places, place, found)
    by_price = wished == "price" or selection.has_price_limits
    counts = shelf.count(selection, with_ids=by_price)
    if counts.is_capped:
        sort = wished if wished in ("number", "relevance") else "number"
        page = _rows(member, shelf, selection, keys, sort=sort, is_capped=True)
        too_many = by_price or sort != wished
        return Listing(selection, places, place, counts, sort, page, page_number, narrow_first=too_many)
    if not by_price:
        page = _rows(member, shelf, selection, keys, sort=wished)
        return Listing(selection, places, place, counts, wished, page, page_number)
    prices = _prices(company, counts.candidates, selection)
    if selection.has_price_limits:
        counts = counts.without_numbers(len(prices))
    if wished == "price":
        page = _rows_by_price(member, shelf, prices, keys)
    else:
        page = _rows(member, shelf, selection, keys, sort=wished, among=list(prices))
    return Listing(selection, places, place, counts, wished, page, page_number)


def _rows(
    member: Member,
    shelf: Shelf,
    selection: Selection,
    keys: Keys,
    *,
    sort: str,
    among: list[int] | None = None,
    is_capped: bool = False,
) -> Page[Offer]:
    conditions, values = shelf.conditions, shelf.values
    stock = ""
    if selection.makers:
        conditions.append("p.maker = ANY (%(makers)s::text[])")
        values["makers"] = list(selection.makers)
    if selection.availability:
        stock = STOCK.format(only="")
        conditions.append(f"{HOW} = ANY (%(hows)s::text[])")
        values["hows"] = list(selection.availability)
    if among is not None:
        conditions.append("p.id = ANY (%(among)s::bigint[])")
        values["among"] = among
    key, key_type = _sort_key(sort, shelf.found, is_capped=is_capped)
    start, backwards = _start(keys, key_type)
    direction = "DESC" if backwards else "ASC"
    if start is not None:
        values["place"], values["number"] = start
        beyond = "<" if backwards else ">"
        conditions.append(
            f"({key}, p.number) {beyond} (%(place)s, %(number)s)"
            if key_type
            else f"p.number {beyond} %(number)s"
        )
    values["size"] = SIZE + 1
    sql = ROWS.format(
        columns=COLUMNS,
        places=PLACES,
        key=key,
        stock=stock,
        condition=" AND ".join(conditions),
        order=f"{key} {direction}, p.number {direction}" if key_type else f"p.number {direction}",
        direction=direction,
    )
    products = list(Product.objects.raw(sql, values))
    return _offered(member, _page(products, start is not None, backwards))


def _sort_key(sort: str, found: Found | None, *, is_capped: bool) -> tuple[str, type[Any] | None]:
    """SQL of what comes before the number in the order, and its type in the address; nothing when sorted by number.

    Where the hits are too many to be ranked, only numbers come first.
    """
    if sort == "relevance" and found and not is_capped:
        return found.place, int
    if sort == "relevance" and found and found.number_place:
        return found.number_place, int
    if sort == "name":
        return NAME_KEYS[reader()], str
    return "0", None


def _start(keys: Keys, key_type: type[Any] | None) -> tuple[tuple[Any, str] | None, bool]:
    """The place after or before which the page lies; a key that makes no sense leads to the first page."""
    place, between, number = (keys.before or keys.after).rpartition(BETWEEN)
    if not between or "\0" in keys.before + keys.after or len(number) > 100 or len(place) > 400:
        return None, False
    try:
        value = key_type(place) if key_type else 0
    except ValueError:
        return None, False
    if isinstance(value, int) and not 0 <= value < 10:
        return None, False
    return (value, number), bool(keys.before)


def _page(products: list[Product], is_started: bool, backwards: bool) -> Page[Product]:
    """Cut the row beyond the page off and say where to go on."""
    more, products = len(products) > SIZE, products[:SIZE]
    if backwards:
        products.reverse()
    if not products:
        return Page()
    earlier = more if backwards else is_started
    later = backwards or more
    return Page(products, _key(products[0]) if earlier else "", _key(products[-1]) if later else "")


def _key(product: Product) -> str:
    return f"{getattr(product, 'place', '')}{BETWEEN}{product.number}"


def _prices(
    company: Company, candidates: Sequence[tuple[int, Decimal]], selection: Selection
) -> dict[int, OwnPrice | None]:
    """Own prices of all candidates for their least quantity, those within the wished limits. One query."""
    found = dict(zip([one for one, _ in candidates], own_prices(company, candidates), strict=True))
    if not selection.has_price_limits:
        return found
    return {
        one: price for one, price in found.items() if selection.within(price.unit_amount if price else None)
    }


def _rows_by_price(
    member: Member, shelf: Shelf, prices: dict[int, OwnPrice | None], keys: Keys
) -> Page[Offer]:
    """Cheapest first, per single unit; what has no price comes last."""
    order = sorted((price.unit_amount if price else UNPRICED, one) for one, price in prices.items())
    start, backwards = _price_start(keys)
    if start is None:
        shown, earlier, later = order[:SIZE], False, len(order) > SIZE
    elif backwards:
        before = [one for one in order if one < start]
        shown, earlier, later = before[-SIZE:], len(before) > SIZE, True
    else:
        beyond = [one for one in order if one > start]
        shown, earlier, later = beyond[:SIZE], True, len(beyond) > SIZE
    if not shown:
        return Page()
    values = shelf.values | {"among": [one for _, one in shown], "size": SIZE}
    sql = ROWS.format(
        columns=COLUMNS,
        places=PLACES,
        key="0",
        stock="",
        condition="p.id = ANY (%(among)s::bigint[])",
        order="p.id",
        direction="ASC",
    )
    by_id = {product.pk: product for product in Product.objects.raw(sql, values)}
    page = Page(
        [by_id[one] for _, one in shown if one in by_id],
        BETWEEN.join(map(str, shown[0])) if earlier else "",
        BETWEEN.join(map(str, shown[-1])) if later else "",
    )
    return _offered(member, page, {one: prices[one] for _, one in shown})


def _price_start(keys: Keys) -> tuple[tuple[Decimal, int] | None, bool]:
    amount, _between, product_id = (keys.before or keys.after).partition(BETWEEN)
    try:
        price = Decimal(amount[:60])
        return (None, False) if price.is_nan() else ((price, int(product_id[:18])), bool(keys.before))
    except (InvalidOperation, ValueError):
        return None, False


def _offered(
    member: Member, page: Page[Product], known: dict[int, OwnPrice | None] | None = None
) -> Page[Offer]:
    """The page's products as offers; the rows of `ROWS` bring numbers and places along."""
    own_numbers = {product.pk: getattr(product, "own_number", None) or "" for product in page.rows}
    here = {
        product.pk: from_places(
            member.company,
            [getattr(product, column) for column in PLACE_COLUMNS],
            is_sold=product.is_active,
            lead_days=product.lead_days,
            least=max(product.min_quantity, product.pack_size),
        )
        for product in page.rows
    }
    return Page(offers(member, page.rows, own_numbers, known, here), page.previous, page.next)
