"""Placing the order: one click, exactly once, and only what was seen."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Address, Member
from kontor.companies.permissions import Permission, require
from kontor.kit.errors import DomainError
from kontor.kit.text import Text
from kontor.orders.create import NewLine, NewOrder, Place, create_order
from kontor.orders.models import Order, OrderLine
from kontor.shopping.changes import Change, differences
from kontor.shopping.checkout import Answers, Typed, after_order, place, problems
from kontor.shopping.models import Cart, CartLine, PlacedOnce
from kontor.shopping.queries import CartLineView
from kontor.shopping.review import Review, Snapshot, review_of


class NothingToOrder(DomainError):
    """The cart is empty, or nothing in it can be ordered."""

    code = "checkout.nothing_to_order"
    message = _("There is nothing in the cart that can be ordered.")


class AlreadyPlaced(DomainError):
    """This checkout became an order already, with other answers than these."""

    code = "checkout.already_placed"
    status = 409
    message = _("An order was already placed from this page.")

    def __init__(self, order: Order) -> None:
        self.order = order
        super().__init__()


class NotAsSeen(DomainError):
    """The order would not be the one that was shown, or its answers lack something; nothing was written."""

    code = "checkout.not_as_seen"
    message = _("Please look over the order once more.")

    def __init__(
        self, *, changes: Sequence[Change], problems: Sequence[tuple[str, Text]], review: Review
    ) -> None:
        self.changes, self.problems, self.review = changes, problems, review
        super().__init__()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A click on the button: the checkout's key, what was answered, and what was shown beside the button.

    `typed` are the answers as they stood in the form, to begin the next order with.
    """

    key: uuid.UUID
    answers: Answers
    seen: Snapshot | None
    typed: Typed = dataclasses.field(default_factory=dict)

    @property
    def request_hash(self) -> str:
        """The same for the same click sent again; another one as soon as anything that is ordered differs."""
        told = {
            "answers": dataclasses.asdict(self.answers),
            "seen": self.seen.as_json() if self.seen else None,
        }
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


@transaction.atomic
def place_order(wanted: Wanted, *, by: Member) -> Order:
    """Make an order of the member's cart; the same click again finds the same order.

    Raises `NotAllowed`, `AlreadyPlaced`, `NothingToOrder`, `NotAsSeen`; then nothing is written.
    """
    require(by, Permission.PLACE_ORDER)
    cart = Cart.objects.select_for_update().filter(member=by).first()  # what fills the cart locks it too
    if order := placed_before(wanted, by=by):
        return order
    if cart is None:
        raise NothingToOrder()
    review = review_of(by)
    if not review.lines:
        raise NothingToOrder()
    seen = wanted.seen if cart.checkout.get("key") == str(wanted.key) else None  # else an older page
    changes, lacking = differences(seen, review), list(problems(wanted.answers, review))
    if changes or lacking:
        raise NotAsSeen(changes=changes, problems=lacking, review=review)
    order = create_order(_order(wanted.answers, review), by=by)
    PlacedOnce.objects.create(
        company=by.company, key=wanted.key, request_hash=wanted.request_hash, order=order
    )
    CartLine.objects.filter(cart=cart, pk__in=[line.line.pk for line in review.lines]).delete()
    cart.checkout = {**cart.checkout, **wanted.typed}
    after_order(cart)
    return order


def placed_before(wanted: Wanted, *, by: Member) -> Order | None:
    """The order that this click made already. Raises `AlreadyPlaced` when the key made another one."""
    once = PlacedOnce.objects.filter(company=by.company_id, key=wanted.key).first()
    if once is None:
        return None
    order = Order.objects.visible_to(by).get(pk=once.order_id)
    if once.request_hash != wanted.request_hash:
        raise AlreadyPlaced(order)
    return order


def _order(answers: Answers, review: Review) -> NewOrder:
    """The order as `orders` wants it; the answers have been checked."""
    ship = place(review, Address.Kind.DELIVERY, answers.ship_to)
    bill = place(review, Address.Kind.BILLING, answers.bill_to)
    assert ship is not None
    assert bill is not None
    together = answers.delivery == Order.Delivery.TOGETHER
    return NewOrder(
        lines=[
            NewLine(
                product=line.product,
                quantity=line.line.quantity,
                price=line.price,
                net=line.net,
                tax_rate=line.tax_rate,
                promised_date=_promised(answers, review, line),
            )
            for line in review.lines
            if line.price is not None
        ],
        ship=_place(ship, ship.name),
        site=ship,
        ship_phone=answers.phone or ship.phone,
        bill=_place(bill, _recipient(bill, review)),
        invoice_email=answers.invoice_email,
        customer_reference=answers.reference,
        delivery=Order.Delivery(answers.delivery),
        wish_from=answers.wish_from if together else None,
        wish_to=answers.wish_to if together else None,
        wishes=answers.wishes,
        terms=review.terms,
        shipping=review.charges.shipping,
        surcharge=review.charges.surcharge,
        charges_tax_rate=review.charges.tax_rate,
    )


def _promised(answers: Answers, review: Review, line: CartLineView) -> dt.date | None:
    """By when the line is to be there; what nobody knows is not promised, whatever was wished."""
    arrives = review.arrives_on(line)
    return answers.wish_to if arrives and answers.delivery == Order.Delivery.TOGETHER else arrives


def _place(address: Address, name: str) -> Place:
    return Place(name, address.street, address.postcode, address.city, address.country)


def _recipient(address: Address, review: Review) -> str:
    """The invoice goes to the company, and to the place where it has another name."""
    company = review.company.name
    return company if address.name.startswith(company) else f"{company}, {address.name}"[:120]


def arrivals_of(order: Order) -> list[tuple[dt.date | None, list[OrderLine]]]:
    """What comes when: the order's lines by the day they are promised for, those without a day last."""
    lines = OrderLine.objects.filter(company=order.company_id, order=order)
    by_day: dict[dt.date | None, list[OrderLine]] = {}
    for line in lines.only("promised_date", "position", "text").order_by("promised_date", "position"):
        by_day.setdefault(line.promised_date, []).append(line)
    return list(by_day.items())
