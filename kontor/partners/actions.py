"""Setting up our side: the operator, who sells where, what, and who looks after whom.

Only the operator's administrators and named system actors may; nothing here is a partner's to change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import User
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import DomainError, NotAllowed
from kontor.partners import queries
from kontor.partners.models import (
    Operator,
    Partner,
    PartnerArea,
    ProductArea,
    SellingEntity,
    ShippingRate,
    Staff,
    Terms,
)

type OurSide = Staff | SystemActor
type Texts = Mapping[str, str]
"""One text per language, keyed `nb`, `de`, `en`."""


class MemberCannotBeStaff(DomainError):
    code = "staff.is_member"
    message = _("This person belongs to a company, so they cannot also be staff.")
    field = "user"


class Rate(NamedTuple):
    """A row of a shipping table: what goods up to a weight cost to send; no weight = whatever is heavier."""

    carriage: str
    up_to_kg: Decimal | None
    price: Decimal


def require_administrator(by: OurSide) -> None:
    """Raise `NotAllowed` unless `by` is the operator's administrator or a named part of the system."""
    if isinstance(by, SystemActor):
        return
    if by.is_active and by.partner_id is None and by.role == Staff.Role.ADMINISTRATOR:
        return
    raise NotAllowed()


@transaction.atomic
def set_up_operator(
    *, name: str, colour: str, email: str, phone: str, by: OurSide, **discounts: Decimal
) -> Operator:
    """Say who runs this portal, how it looks and what its loyalty tiers are worth.

    Discounts in per cent: `silver_discount`, `gold_discount`, `platinum_discount`.
    """
    require_administrator(by)
    values: dict[str, Any] = {"name": name, "colour": colour, "email": email, "phone": phone, **discounts}
    operator, _made = Operator.objects.update_or_create(pk=1, defaults=values)
    record("operator.set_up", operator, by=by)
    return operator


@transaction.atomic
def add_entity(*, code: str, by: OurSide, rates: Iterable[Rate] = (), **values: Any) -> SellingEntity:
    """Add a legal entity that sells, with its shipping table; `values` are the columns of `SellingEntity`."""
    require_administrator(by)
    entity = SellingEntity.objects.create(code=code, **values)
    ShippingRate.objects.bulk_create(ShippingRate(entity=entity, **rate._asdict()) for rate in rates)
    record("entity.added", entity, by=by, code=code)
    return entity


@transaction.atomic
def add_area(*, code: str, name: Texts, by: OurSide, position: int = 0, **values: Any) -> ProductArea:
    """Add a line of business; `values` are further columns, such as what its serial numbers look like."""
    require_administrator(by)
    area = ProductArea.objects.create(code=code, position=position, **_columns("name", name), **values)
    record("area.added", area, by=by, code=code)
    return area


@transaction.atomic
def add_partner(
    *,
    code: str,
    areas: Sequence[ProductArea],
    by: OurSide,
    postcodes: tuple[str, str] = ("", ""),
    **values: Any,
) -> Partner:
    """Add a service company and what it serves, in the postcodes from … to … (all when empty)."""
    require_administrator(by)
    partner = Partner.objects.create(code=code, **values)
    first, last = postcodes
    PartnerArea.objects.bulk_create(
        PartnerArea(partner=partner, area=area, postcode_from=first, postcode_to=last) for area in areas
    )
    record("partner.added", partner, by=by, partner_id=partner.pk, code=code)
    return partner


@transaction.atomic
def add_staff(
    *,
    user: User,
    role: str,
    first_name: str,
    last_name: str,
    by: OurSide,
    partner: Partner | None = None,
    phone: str = "",
    is_active: bool = True,
) -> Staff:
    """Let a person work for us: for a partner, or without one for the operator. Raises `MemberCannotBeStaff`."""
    require_administrator(by)
    if queries.is_member(user):
        raise MemberCannotBeStaff()
    staff = Staff.objects.create(
        user=user,
        partner=partner,
        role=Staff.Role(role),
        first_name=first_name,
        last_name=last_name,
        phone=phone,
        is_active=is_active,
    )
    record("staff.added", staff, by=by, role=role)
    return staff


@transaction.atomic
def publish_terms(
    *,
    kind: str,
    title: Texts,
    body: Texts,
    valid_from: dt.date,
    by: OurSide,
    version: int = 0,
    area: ProductArea | None = None,
) -> Terms:
    """Publish a version of a text, the next one unless its number is known; those before stay as they were, for the
    orders that refer to them. Terms of use may be those of one product `area`.
    """
    require_administrator(by)
    terms = Terms.objects.create(
        kind=Terms.Kind(kind),
        area=area,
        version=version or queries.next_version(kind, area),
        valid_from=valid_from,
        **_columns("title", title),
        **_columns("body", body),
    )
    record("terms.published", terms, by=by, kind=kind, version=terms.version)
    return terms


def _columns(field: str, texts: Texts) -> dict[str, str]:
    return {f"{field}_{language}": text for language, text in texts.items()}
