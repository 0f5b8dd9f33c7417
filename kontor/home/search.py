"""Searching everything one may see: one function for each kind of thing.

Each begins with `visible_to`, so that nothing of another company is ever among the hits, and has two looks at the
database at most, whatever is found. Whole numbers come first, then words; `All` leads to the kind's own list with the
same search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case as Choice
from django.db.models import Q, QuerySet, Value, When
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kontor.catalogue.forms import Selection
from kontor.catalogue.listing import listing
from kontor.catalogue.numbers import plain
from kontor.companies.actors import Person
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission, may
from kontor.equipment.models import Holding
from kontor.equipment.queries import Wanted as WantedMachines
from kontor.equipment.queries import holdings_for, model_of
from kontor.home.doors import door
from kontor.kit import formats
from kontor.kit.counting import MOST
from kontor.kit.keyset import Keys
from kontor.kit.looks import Look, look
from kontor.kit.templatetags.kit import unbroken
from kontor.kit.text import Text
from kontor.knowledge.queries import search_help
from kontor.orders.queries import Wanted, listed, orders_for, shown_state
from kontor.service.models import Case
from kontor.service.queries import Wanted as WantedCases
from kontor.service.queries import cases_for, look_for

SHOWN: Final = 3
LONGEST: Final = 100
MOST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it is, what it is called, what else is known, how it stands."""

    url: str
    title: str
    note: str = ""
    icon: str = ""
    picture: str = ""
    state: Look | None = None
    word: Text = ""
    end: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind: the first few, and where all are, if there is such a list. `total` counts to 1,001 and no further."""

    key: str
    title: Text
    hits: Sequence[Hit]
    total: int
    url: str

    @property
    def has_more(self) -> bool:
        return bool(self.url) and self.total > len(self.hits)


type Look_up = Callable[[Any, str], Group | None]


def cleaned(text: str) -> str:
    """What was typed, fit to be looked for."""
    return " ".join(text.replace("\0", " ").split())[:LONGEST]


def search(person: Person, text: str) -> list[Group]:
    """What the words hit, kind by kind in their fixed order, leaving out kinds without hits."""
    kinds = OF_MEMBERS if isinstance(person, Member) else OF_STAFF
    found = [kind(person, text) for kind in kinds] if text else []
    return [group for group in found if group is not None and group.total]


def _group(
    key: str, title: Text, found: QuerySet[Any], shown: QuerySet[Any], hit: Callable[[Any], Hit], url: str
) -> Group:
    """The first of what was `found` as hits, and how many there are.

    What matches is gone through once, for its keys; the few that are shown are read by these from `shown`.
    """
    keys = list(found.values_list("pk", flat=True)[: MOST + 1])
    rows = shown.in_bulk(keys[:SHOWN])
    return Group(key, title, [hit(rows[one]) for one in keys[:SHOWN] if one in rows], len(keys), url)


def products(member: Member, text: str) -> Group | None:
    """Products at the company's own prices."""
    if not may(member, Permission.SEE_CATALOGUE):
        return None
    found = listing(member, "", Selection(text=text, sort="relevance"), Keys())
    if found is None:
        return None
    hits = [
        Hit(
            url=door("catalogue:product", offer.product.number),
            title=unbroken(offer.product.name),
            note=", ".join(
                filter(None, [offer.product.number, offer.product.maker_number, offer.own_number])
            ),
            picture=offer.picture,
            icon="package-search",
            state=offer.availability.look,
            word=offer.availability.words,
            end=formats.money(offer.price.amount, offer.price.currency) if offer.price else _("On request"),
            tier=offer.price.tier if offer.price else "",
        )
        for offer in found.page.rows[:SHOWN]
    ]
    return Group("products", _("Products"), hits, found.counts.total, door("catalogue:list", q=text))


def orders(person: Person, text: str) -> Group | None:
    """Orders by number, the company's own number, customer, and what was ordered."""
    if isinstance(person, Member) and not may(person, Permission.SEE_ORDERS):
        return None
    place = Choice(When(number=text.upper(), then=0), When(customer_reference=text, then=1), default=2)
    found = orders_for(person, Wanted(search=text)).order_by(place, "-placed_at", "-pk")
    shown = listed(orders_for(person, Wanted())).select_related("company")
    is_member = isinstance(person, Member)

    def hit(order: Any) -> Hit:
        whose = order.customer_reference if is_member else order.company.name
        placed = _("placed %(day)s") % {"day": formats.day(order.placed_at)}
        return Hit(
            url=door("orders:detail" if is_member else "desk:order", order.number),
            title=order.number,
            note=", ".join(filter(None, [whose, placed])),
            icon="package",
            state=shown_state(order, order.promised),
            end=formats.money(order.total, order.currency),
        )

    url = door("orders:list", q=text) if is_member else door("desk:orders", tab="all", q=text)
    return _group("orders", _("Orders"), found, shown, hit, url)


def machines(person: Person, text: str) -> Group | None:
    """Machines by serial number, the company's own name and keywords, place, model; staff also by customer."""
    is_member = isinstance(person, Member)
    if isinstance(person, Member) and not may(person, Permission.SEE_EQUIPMENT):
        return None
    serial = plain(text)
    place = Choice(When(serial=serial, then=0), When(reference__iexact=text, then=1), default=2)
    if is_member:
        found = holdings_for(person, WantedMachines(search=text))
    else:
        by_words = _of_customer(text) | Q(reference__icontains=text)
        by_words |= Q(serial__contains=serial) if serial else Q()
        found = holdings_for(person).filter(by_words)
    shown = holdings_for(person).select_related("machine", "company", "area")

    def hit(holding: Holding) -> Hit:
        model = model_of(holding)
        whose = "" if is_member else holding.company.name
        facts = [model if model != holding.name else "", holding.serial, holding.location, whose]
        return Hit(
            url=door("equipment:machine", holding.pk) if is_member else door("desk:machine", holding.pk),
            title=holding.name,
            note=", ".join(dict.fromkeys(filter(None, facts))),
            icon="forklift",
            state=look("machine", holding.status),
            end=holding.area.name,
        )

    url = door("equipment:list", q=text) if is_member else door("desk:machines", tab="all", q=text)
    return _group("machines", _("Machines"), found.order_by(place, "-pk"), shown, hit, url) if url else None


def cases(person: Person, text: str) -> Group | None:
    """Service cases by number, subject and machine; staff also by customer."""
    is_member = isinstance(person, Member)
    if isinstance(person, Member) and not may(person, Permission.SEE_CASES):
        return None
    if is_member:
        found = cases_for(person, WantedCases(search=text))
    else:
        by_words = Q(number__iexact=text) | Q(subject__icontains=text)
        found = Case.objects.visible_to(person).filter(by_words | _of_customer(text))
    place = Choice(When(number=text.upper(), then=0), default=1)
    found = found.order_by(place, "-last_at", "-pk")
    shown = cases_for(person).select_related("holding__machine", "company")

    def hit(case: Case) -> Hit:
        machine = case.holding.name if case.holding else ""
        return Hit(
            url=door("service:case", case.number) if is_member else door("desk:case", case.number),
            title=case.subject,
            note=", ".join(filter(None, [case.number, machine, "" if is_member else case.company.name])),
            icon="message-square-text",
            state=look_for(person, case),
            end=formats.day(case.last_at),
        )

    url = door("service:list", tab="all", q=text) if is_member else door("desk:cases", tab="all", q=text)
    return _group("cases", _("Cases"), found, shown, hit, url) if url else None


def help_pages(person: Person, text: str) -> Group | None:
    """Questions and answers."""

    def hit(words: Any) -> Hit:
        return Hit(words.page.get_absolute_url(), words.title, words.page.topic.name, icon="book-open")

    found = search_help(text)
    return _group("help", _("Help"), found, found, hit, door("knowledge:list", q=text))


def customers(person: Person, text: str) -> Group | None:
    """Companies by number, name, organisation or VAT number; row security leaves a partner its own."""
    bare = re.sub(r"[\W_]", "", text).upper()
    numbers = Q(number=bare) | Q(organisation_number=bare) | Q(vat_number=bare)
    place = Choice(When(numbers, then=Value(0)), default=Value(1))
    found = Company.objects.filter(numbers | _all_words(text, ["name"])).order_by(place, "name", "pk")
    shown = Company.objects.select_related("partner")

    def hit(company: Company) -> Hit:
        partner = company.partner.name if company.partner else ""
        return Hit(
            url=door("desk:customer", company.number),
            title=company.name,
            note=", ".join(filter(None, [company.number, company.organisation_number or company.vat_number])),
            icon="building-2",
            end=partner,
        )

    return _group("customers", _("Customers"), found, shown, hit, door("desk:customers", q=text))


def _of_customer(text: str) -> Q:
    """Of a company by name or number, as the desk's lists search."""
    return Q(company__in=Company.objects.filter(Q(name__icontains=text) | Q(number=text)).values("pk"))


def _all_words(text: str, columns: Sequence[str]) -> Q:
    """Every word somewhere in the columns."""
    found = Q()
    for word in text.split()[:MOST_WORDS]:
        anywhere = Q()
        for column in columns:
            anywhere |= Q(**{f"{column}__icontains": word})
        found &= anywhere
    return found


def marked(text: str, words: str) -> SafeString:
    """`text` with what matched marked."""
    # One or two signs only where a word begins: a lone 7 is in many a number.
    wanted = [
        re.escape(word) if len(word) > 2 else rf"(?<!\w){re.escape(word)}"
        for word in words.split()[:MOST_WORDS]
    ]
    if not wanted:
        return conditional_escape(text)
    parts = re.split(f"({'|'.join(wanted)})", str(text), flags=re.IGNORECASE)
    html = "".join(
        f"<mark>{escape(part)}</mark>" if index % 2 else escape(part) for index, part in enumerate(parts)
    )
    return mark_safe(html)  # noqa: S308 - every part is escaped


OF_MEMBERS: Final[Sequence[Look_up]] = (products, orders, machines, cases, help_pages)
OF_STAFF: Final[Sequence[Look_up]] = (customers, orders, machines, cases)
