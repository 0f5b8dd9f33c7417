"""What a member would order now: lines, charges, tax, total, and the days on which it can come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from django.core import signing
from django.utils import timezone

from kontor.companies import queries as companies
from kontor.companies.models import Address, Company, Member
from kontor.kit.workdays import closed_weekdays, next_workday, workdays_after
from kontor.partners.models import Terms
from kontor.partners.queries import terms_in_force
from kontor.shopping.charges import Charges
from kontor.shopping.models import Cart
from kontor.shopping.queries import CartLineView, cart_of
from kontor.shopping.sums import Totals

WISH_WITHIN: Final = dt.timedelta(days=180)
SALT: Final = "kontor.shopping.review"


@dataclass(frozen=True)
class Review:
    """What the cart comes to at this moment. `left_out` are the lines that cannot be ordered; they stay in the cart."""

    company: Company
    cart: Cart | None
    lines: Sequence[CartLineView]
    left_out: Sequence[CartLineView]
    totals: Totals
    terms: Terms | None
    addresses: Sequence[Address]
    today: dt.date

    @property
    def currency(self) -> str:
        return self.company.currency

    @property
    def charges(self) -> Charges:
        return self.totals.charges

    @property
    def total(self) -> Decimal:
        """What is to be paid, tax included."""
        return self.totals.gross

    def places(self, kind: str) -> list[Address]:
        """The company's addresses of a kind, the default first."""
        return [address for address in self.addresses if address.kind == kind]

    def arrives_on(self, line: CartLineView) -> dt.date | None:
        """The workday by which all of a line is with the customer; None where nobody knows."""
        return self._arrives.get(line.product.pk)

    @cached_property
    def _arrives(self) -> dict[int, dt.date]:
        days = (
            (line.product.pk, line.availability.date_for(line.line.quantity))
            for line in self.lines
            if line.availability
        )
        return {product_id: next_workday(day, self.company.country) for product_id, day in days if day}

    @cached_property
    def arrivals(self) -> list[dt.date]:
        """The days on which something arrives when it comes in parts, the first one first."""
        return sorted(set(self._arrives.values()))

    @cached_property
    def latecomers(self) -> list[CartLineView]:
        """What comes last, where not everything comes on one day."""
        if len(self.arrivals) < 2:
            return []
        return [line for line in self.lines if self.arrives_on(line) == self.arrivals[-1]]

    @cached_property
    def undated(self) -> list[CartLineView]:
        """What comes on a day that nobody knows yet."""
        return [line for line in self.lines if self.arrives_on(line) is None]

    @cached_property
    def earliest(self) -> dt.date:
        """The first day on which everything whose day is known can be handed over at once."""
        return self.arrivals[-1] if self.arrivals else workdays_after(self.today, 1, self.company.country)

    @cached_property
    def latest(self) -> dt.date:
        """The last day for which a delivery can be wished."""
        return self.earliest + WISH_WITHIN

    @cached_property
    def suggested(self) -> tuple[dt.date, dt.date]:
        """Three workdays that suit everyone, from the earliest on."""
        return self.earliest, workdays_after(self.earliest, 2, self.company.country)

    @cached_property
    def closed(self) -> list[dt.date]:
        """Public holidays in the time for which a delivery can be wished."""
        return closed_weekdays(self.earliest, self.latest, self.company.country)

    def snapshot(self) -> Snapshot:
        """What the member is shown, to compare with what holds when the order is placed."""
        return Snapshot(
            lines={
                line.product.pk: Seen(
                    str(line.line.quantity.normalize()),
                    str(line.price.amount) if line.price else "",
                    line.price.per if line.price else 1,
                    arrives.isoformat() if (arrives := self.arrives_on(line)) else "",
                )
                for line in self.lines
            },
            shipping=str(self.charges.shipping),
            surcharge=str(self.charges.surcharge),
            total=str(self.total),
            terms=self.terms.pk if self.terms else None,
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """A line as it was shown: quantity, price per how many, and the day it comes; as texts that compare exactly."""

    quantity: str
    amount: str
    per: int
    arrives: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An order as it was shown; travels with the form, signed so that it can be read back safely."""

    lines: dict[int, Seen]
    shipping: str
    surcharge: str
    total: str
    terms: int | None

    def as_json(self) -> dict[str, Any]:
        lines = [
            [product_id, seen.quantity, seen.amount, seen.per, seen.arrives]
            for product_id, seen in sorted(self.lines.items())
        ]
        return {"l": lines, "s": self.shipping, "b": self.surcharge, "t": self.total, "v": self.terms}

    def signed(self) -> str:
        return signing.dumps(self.as_json(), salt=SALT, compress=True)

    @classmethod
    def read(cls, signed: str) -> Snapshot | None:
        """What a form brought back; None when it is not from us."""
        try:
            stored = signing.loads(signed, salt=SALT)
        except signing.BadSignature:
            return None
        return cls(
            lines={product_id: Seen(*rest) for product_id, *rest in stored["l"]},
            shipping=stored["s"],
            surcharge=stored["b"],
            total=stored["t"],
            terms=stored["v"],
        )


def review_of(member: Member) -> Review:
    """What the member would order now."""
    cart = cart_of(member)
    return Review(
        company=member.company,
        cart=cart.cart,
        lines=[line for line in cart.lines if not line.problem],
        left_out=[line for line in cart.lines if line.problem],
        totals=cart.totals,
        terms=terms_in_force(Terms.Kind.SALE).get(Terms.Kind.SALE),
        addresses=list(companies.addresses(member)),
        today=timezone.localdate(),
    )
