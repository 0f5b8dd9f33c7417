"""Confirming orders, one and many."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.orders.actions import NotPossibleNow, advance, confirm_orders
from kontor.orders.models import Order
from kontor.orders.statuses import LineStatus, OrderStatus
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.orders import placed

pytestmark = pytest.mark.django_db


def now(order: Order) -> tuple[str, set[str]]:
    """State of the order and of its lines."""
    with acting_in(STAGE):
        fresh = Order.objects.get(pk=order.pk)
        return fresh.status, set(fresh.lines.values_list("status", flat=True))


def test_confirmed_told_and_written_down(anna: Member, petra: Staff, products, run_jobs) -> None:
    order = placed(anna, products)
    with acting_in(petra):
        [outcome] = confirm_orders([order.number], by=petra)
    assert outcome.confirmed
    assert now(order) == ("confirmed", {"confirmed"})
    with acting_in(petra):
        entry = Entry.objects.get(verb="order.confirmed")
    assert (entry.user_id, entry.company_id, entry.partner_id) == (
        petra.user_id,
        order.company_id,
        order.partner_id,
    )
    run_jobs()
    [message] = mail.outbox
    assert message.subject == f"Ordren din {order.number} er bekreftet"
    with acting_in(anna):
        assert Notification.objects.get().params == {"number": order.number}


def test_many_with_a_report_of_those_that_could_not_be(
    anna: Member, claudia: Member, petra: Staff, products
) -> None:
    good, again, foreign = placed(anna, products), placed(anna, products), placed(claudia, products)
    with acting_in(petra):
        confirm_orders([again.number], by=petra)
        outcomes = confirm_orders(
            [again.number, foreign.number, good.number, "A-0000-1", good.number], by=petra
        )
    assert [(one.number, bool(one.problem)) for one in outcomes] == [
        (again.number, True), (foreign.number, True), (good.number, False), ("A-0000-1", True),
    ]  # fmt: skip
    assert now(good)[0] == "confirmed"
    assert now(foreign) == ("placed", {"placed"})
    assert outcomes[1].problem == outcomes[3].problem


def test_the_operator_confirms_for_all(anna: Member, claudia: Member, sigrid: Staff, products) -> None:
    orders = [placed(anna, products), placed(claudia, products)]
    with acting_in(sigrid):
        outcomes = confirm_orders([order.number for order in orders], by=sigrid)
    assert not any(one.problem for one in outcomes)


def test_line_by_line_the_order_follows(anna: Member, sigrid: Staff, products) -> None:
    order = placed(anna, products)
    with acting_in(sigrid):
        advance(order, to=LineStatus.CONFIRMED, by=sigrid)
        advance(order, to=LineStatus.PICKING, by=sigrid)
        after = advance(order, to=LineStatus.SHIPPED, lines=[1], by=sigrid)
        assert after.status == OrderStatus.PART_SHIPPED
        after = advance(order, to=LineStatus.SHIPPED, by=sigrid)
        assert after.status == OrderStatus.SHIPPED
        assert order.lines.filter(shipped_on__isnull=True).count() == 0


def test_no_state_is_skipped_and_nothing_is_left_behind(anna: Member, sigrid: Staff, products) -> None:
    order = placed(anna, products)
    for to, lines in ((LineStatus.SHIPPED, None), (LineStatus.PICKING, [1]), (LineStatus.CONFIRMED, [1, 9])):
        with pytest.raises(NotPossibleNow), acting_in(sigrid):
            advance(order, to=to, lines=lines, by=sigrid)
    assert now(order) == ("placed", {"placed"})
    with acting_in(sigrid):
        assert not Entry.objects.exclude(verb="order.placed").filter(subject="order").exists()
