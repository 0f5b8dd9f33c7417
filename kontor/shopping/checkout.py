"""What a member answered at the checkout: kept as it is typed, filled with what we know, checked by one set of rules."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import phonenumbers
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.companies.addresses import missing_in
from kontor.companies.models import Address, Member
from kontor.companies.permissions import Permission, require
from kontor.kit.formats import day
from kontor.kit.text import Text
from kontor.kit.workdays import is_workday
from kontor.orders.models import Order
from kontor.shopping.locks import lock_cart
from kontor.shopping.models import Cart
from kontor.shopping.review import Review

DELIVERY: Final[tuple[str, ...]] = ("ship_to", "phone", "delivery", "wish_from", "wish_to", "wishes")
INVOICE: Final[tuple[str, ...]] = ("bill_to", "invoice_email", "reference")
FIELDS: Final[tuple[str, ...]] = (*DELIVERY, *INVOICE)
REMEMBERED: Final[tuple[str, ...]] = ("ship_to", "phone", "delivery", "bill_to", "invoice_email")
"""What the next order begins with."""
LONGEST: Final = 600
"""Characters kept of what was typed in a field, so that also what is too long is shown again."""

type Typed = dict[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far, and the key that makes an order of it exactly once."""

    key: uuid.UUID
    typed: Typed
    saved_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed, read: addresses by id, dates as dates. `accepted`: the terms of sale."""

    ship_to: int | None = None
    phone: str = ""
    delivery: str = ""
    wish_from: dt.date | None = None
    wish_to: dt.date | None = None
    wishes: str = ""
    bill_to: int | None = None
    invoice_email: str = ""
    reference: str = ""
    accepted: bool = False


@transaction.atomic
def draft_for(member: Member, cart: Cart | None = None) -> Draft:
    """The member's draft. `cart`, where it was just read, is not read again.

    The first look at the checkout stores the draft's key, though it is a GET: all browsers of a member must send the same
    key, or one cart could be ordered twice. Looking again writes nothing.
    """
    cart = cart or Cart.objects.filter(member=member).first()
    if cart is None or "key" not in cart.checkout:
        cart = lock_cart(member)
        if "key" not in cart.checkout:
            cart.checkout = {**cart.checkout, "key": str(uuid.uuid4())}
            cart.save(update_fields=["checkout"])
    return _draft(cart)


def _draft(cart: Cart) -> Draft:
    stored: dict[str, Any] = cart.checkout
    typed = {name: str(stored[name]) for name in FIELDS if name in stored}
    return Draft(uuid.UUID(stored["key"]), typed, cart.checkout_saved_at)


@transaction.atomic
def save(typed: Mapping[str, str], *, key: uuid.UUID | None, by: Member) -> Draft | None:
    """Keep what was typed, whether it is right or not. None when the form belongs to an order already placed.

    Raises `NotAllowed`.
    """
    require(by, Permission.PLACE_ORDER)
    cart = Cart.objects.select_for_update().filter(member=by).first()
    if cart is None or key is None or cart.checkout.get("key") != str(key):
        return None
    kept = {name: typed[name].replace("\0", "")[:LONGEST] for name in FIELDS if name in typed}
    cart.checkout = {**cart.checkout, **kept}
    cart.checkout_saved_at = timezone.now()
    cart.save(update_fields=["checkout", "checkout_saved_at"])
    return _draft(cart)


@transaction.atomic
def choose(field: str, address: Address, *, by: Member) -> None:
    """Take an address for the order, and its telephone where the goods go there."""
    draft = draft_for(by)
    typed = {field: str(address.pk)}
    if field == "ship_to" and address.phone:
        typed["phone"] = address.phone
    save(typed, key=draft.key, by=by)


def after_order(cart: Cart) -> None:
    """Forget what belonged to the order that was placed, remember what the next one will begin with."""
    cart.checkout = {name: cart.checkout[name] for name in REMEMBERED if cart.checkout.get(name)}
    cart.checkout_saved_at = None
    cart.save(update_fields=["checkout", "checkout_saved_at"])


def filled(typed: Typed, review: Review, member: Member) -> Typed:
    """What was typed, and where nothing was, what we know."""
    ship, bill = review.places(Address.Kind.DELIVERY), review.places(Address.Kind.BILLING)
    chosen = next((one for one in ship if str(one.pk) == typed.get("ship_to")), ship[0] if ship else None)
    first, last = review.suggested
    if typed.get("delivery") != Order.Delivery.TOGETHER:
        typed = {name: text for name, text in typed.items() if name not in ("wish_from", "wish_to")}
    known = {
        "ship_to": str(chosen.pk) if chosen else "",
        "phone": (chosen.phone if chosen else "") or member.phone,
        "delivery": str(Order.Delivery.PARTS),
        "wish_from": first.isoformat(),
        "wish_to": last.isoformat(),
        "wishes": "",
        "bill_to": str(bill[0].pk) if bill else "",
        "invoice_email": member.company.email or member.user.email,
        "reference": "",
    }
    return {**known, **typed}


def place(review: Review, kind: str, address_id: int | None) -> Address | None:
    """The chosen address, if it is one of the company's own of that kind."""
    return next((address for address in review.places(kind) if address.pk == address_id), None)


def problems(answers: Answers, review: Review) -> Iterator[tuple[str, Text]]:
    """What keeps these answers from becoming an order: the field, and a sentence for its reader."""
    yield from _address_problem("ship_to", Address.Kind.DELIVERY, answers.ship_to, review)
    yield from _phone_problem(answers, review)
    if answers.delivery == Order.Delivery.TOGETHER:
        yield from _wish_problems(answers, review)
    elif answers.delivery != Order.Delivery.PARTS:
        yield "delivery", _("Choose how it should come.")
    yield from _address_problem("bill_to", Address.Kind.BILLING, answers.bill_to, review)
    if not answers.invoice_email:
        yield "invoice_email", _("Where should the invoice go?")
    if review.terms and not answers.accepted:
        yield "accepted", _("Please accept the terms of sale.")


def _address_problem(
    field: str, kind: str, address_id: int | None, review: Review
) -> Iterator[tuple[str, Text]]:
    address = place(review, kind, address_id)
    if address is None:
        known = review.places(kind)
        yield field, _("Choose an address.") if known else _("There is no address yet. Please add one.")
    elif missing := missing_in(address):
        yield field, missing


def _phone_problem(answers: Answers, review: Review) -> Iterator[tuple[str, Text]]:
    if answers.phone:
        try:
            possible = phonenumbers.is_possible_number(
                phonenumbers.parse(answers.phone, review.company.country)
            )
        except phonenumbers.NumberParseException:
            possible = False
        if not possible:
            yield "phone", _("This is not a telephone number.")
    elif review.charges.by_forwarder:
        yield "phone", _("The forwarder telephones to agree on a day. Whom may they call?")


def _wish_problems(answers: Answers, review: Review) -> Iterator[tuple[str, Text]]:
    first, last, country = answers.wish_from, answers.wish_to, review.company.country
    for name, wished in (("wish_from", first), ("wish_to", last)):
        if wished is None:
            yield name, _("Choose a day.")
        elif wished < review.earliest:
            text = _("Not everything can be there before %(day)s.")
            yield name, text % {"day": day(review.earliest, "weekday")}
        elif wished > review.latest:
            text = _("Choose a day until %(day)s.")
            yield name, text % {"day": day(review.latest, "long")}
        elif not is_workday(wished, country):
            yield name, _("We do not deliver on weekends and public holidays.")
        elif name == "wish_to" and first and wished < first:
            yield name, _("This is before the first day.")
