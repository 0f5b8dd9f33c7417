"""A product as it is offered to a company: at its own price, with its own number, as it can be had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.catalogue.availability import Availability, availability
from kontor.catalogue.categories import Place, tree
from kontor.catalogue.models import CustomerArticleNumber, Product
from kontor.catalogue.pictures import picture_url
from kontor.catalogue.pricing import OwnPrice, add_breaks, own_prices
from kontor.catalogue.quantities import least_quantity
from kontor.catalogue.words import Why, amount_words, break_rows, first_sentence, more_words, per_words, why
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission, may
from kontor.kit import formats, panels
from kontor.kit.templatetags.kit import state, tier, unbroken


@dataclass(frozen=True, slots=True)
class Offer:
    """One product for one company; the price is for the least quantity that can be ordered."""

    product: Product
    company: Company
    own_number: str
    price: OwnPrice | None
    availability: Availability
    quantity: Decimal
    in_cart: Decimal | None

    @property
    def picture(self) -> str:
        return picture_url(self.product.picture)

    @property
    def per(self) -> str:
        return per_words(self.price.per, self.product.unit) if self.price else ""

    @property
    def more(self) -> str:
        return more_words(self.price) if self.price else ""

    @property
    def why(self) -> Why | None:
        return why(self.price, self.product, self.company) if self.price else None

    @property
    def breaks(self) -> list[tuple[str, str]]:
        return break_rows(self.price, self.product) if self.price else []

    @property
    def surcharge(self) -> Decimal | None:
        """What a bulky product adds to an order, once."""
        return (self.company.entity.bulky_surcharge or None) if self.product.bulky else None

    @property
    def row(self) -> dict[str, Any]:
        """The offer in words, as a row of a list shows it (`{% rows %}`)."""
        product, price, here = self.product, self.price, self.availability
        return {
            "pk": product.pk,
            "number": product.number,
            "name": unbroken(product.name),
            "url": reverse("catalogue:product", args=[product.number]),
            "picture": self.picture,
            "maker": _("Maker %(number)s") % {"number": product.maker_number} if product.maker_number else "",
            "yours": _("Yours %(number)s") % {"number": self.own_number} if self.own_number else "",
            "short": unbroken(first_sentence(product.description)),
            "state": state(here.look, word=here.words),
            "contract": _("Contract price %(name)s") % {"name": price.list_name}
            if price and price.is_contract
            else "",
            "surcharge": _("Bulky, %(amount)s once an order")
            % {"amount": formats.money(self.surcharge, self.company.currency)}
            if self.surcharge
            else "",
            "forwarder": product.forwarder,
            "price": formats.money(price.amount, price.currency) if price else "",
            "tier": tier(price.tier) if price else "",
            "per": self.per,
            "more": self.more,
            "quantity": self.typed_quantity,
            "step": self.step,
            "least": self.least,
            "in_cart": _("%(n)s in your cart") % {"n": formats.number(self.in_cart)} if self.in_cart else "",
        }

    # What the stepper shows and steps by; the field speaks the reader's language, its attributes plain figures.

    @property
    def typed_quantity(self) -> str:
        return formats.number(self.quantity).replace(formats.NBSP, "")

    @property
    def step(self) -> str:
        return f"{self.product.pack_size.normalize():f}"

    @property
    def least(self) -> str:
        return f"{self.quantity.normalize():f}"


def offers(
    member: Member,
    products: Sequence[Product],
    own_numbers: Mapping[int, str],
    prices: Mapping[int, OwnPrice | None] | None = None,
    here: Mapping[int, Availability] | None = None,
) -> list[Offer]:
    """Prices with their breaks, availability and what is in the cart, for all products at once: four queries.

    What is known already, is not asked again.
    """
    company = member.company
    if prices is None:
        wanted = [(product.pk, least_quantity(product)) for product in products]
        priced = own_prices(company, wanted, with_breaks=True)
    else:
        priced = add_breaks(company, [prices[product.pk] for product in products])
    ids = [product.pk for product in products]
    here = availability(company, ids) if here is None else here
    in_cart = panels.ask("in_cart", member, ids) if may(member, Permission.USE_CART) else {}
    return [
        Offer(
            product=product,
            company=company,
            own_number=own_numbers.get(product.pk, ""),
            price=price,
            availability=here[product.pk],
            quantity=least_quantity(product),
            in_cart=in_cart.get(product.pk),
        )
        for product, price in zip(products, priced, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Details:
    """All about one product."""

    offer: Offer
    trail: Sequence[Place]
    own_numbers: Sequence[str]

    @property
    def packs(self) -> str:
        """What a full pack holds: "100 pieces"; empty when one can have single ones."""
        product = self.offer.product
        return "" if product.pack_size == 1 else amount_words(product.pack_size, product.unit)

    @property
    def packing(self) -> str:
        """What one has to know about quantities: "In packs of 100 pieces, 200 at least."; empty when nothing."""
        product, least = self.offer.product, self.offer.quantity
        if self.packs and least > product.pack_size:
            return _("In full packs of %(packs)s, at least %(least)s.") % {
                "packs": self.packs,
                "least": formats.number(least),
            }
        if self.packs:
            return _("In full packs of %(packs)s.") % {"packs": self.packs}
        if least > 1:
            return _("At least %(least)s.") % {"least": amount_words(least, product.unit)}
        return ""


def details(member: Member, product: Product) -> Details:
    """The page of a product."""
    numbers = CustomerArticleNumber.objects.filter(company=member.company_id, product=product)
    own = list(numbers.order_by("number").values_list("number", flat=True))
    places = tree()
    [offer] = offers(member, [product], {product.pk: ", ".join(own)})
    return Details(offer, places.trail(places.of(product.category_id)), own)


def why_price(member: Member, product: Product, quantity: Decimal | None = None) -> Why | None:
    """Why so much of the product (the least when None) costs this company what it does; None where it has no price."""
    wanted = [(product.pk, quantity or least_quantity(product))]
    [price] = own_prices(member.company, wanted, with_breaks=True)
    return why(price, product, member.company) if price else None
