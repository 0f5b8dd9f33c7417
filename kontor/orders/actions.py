"""Moving orders on. What makes an order is in `create.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import DomainError
from kontor.orders import jobs
from kontor.orders.models import Order, OrderLine
from kontor.orders.statuses import NEXT, LineStatus, OrderStatus, derive
from kontor.partners.models import Staff


class NotPossibleNow(DomainError):
    """The lines are in a state from which there is no way to the wanted one."""

    code = "order.not_possible_now"
    message = gettext_lazy("Order %(number)s is already “%(state)s”.")


@transaction.atomic
def advance(
    order: Order, *, to: LineStatus, by: Staff | SystemActor, lines: Collection[int] | None = None
) -> Order:
    """Move lines of an order, by position, to their next state; without `lines` all that can go there.

    Only our side does. The order's own state follows from its lines. Raises `NotPossibleNow` when a named line, or no line at all, can
    go there.
    """
    order = Order.objects.visible_to(by).select_for_update().get(pk=order.pk)
    _advance([order], to=to, by=by, lines=lines)
    return order


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one order of many. `status` is the state that stood in the way, empty for an unknown order."""

    number: str
    confirmed: bool
    status: str = ""

    @property
    def problem(self) -> str:
        """Why it was not confirmed, in the reader's language."""
        if self.confirmed:
            return ""
        if not self.status:
            return _("We do not know this order.")
        return str(NotPossibleNow(number=self.number, state=OrderStatus(self.status).label))


@transaction.atomic
def confirm_orders(numbers: Iterable[str], *, by: Staff) -> Sequence[Outcome]:
    """Confirm new orders, one or many, and tell those who placed them. Those that cannot be are left and reported.

    Partner staff confirm what their partner handles; anything else is as if it did not exist.
    """
    wanted = list(dict.fromkeys(numbers))
    visible = Order.objects.visible_to(by).filter(number__in=wanted)
    found = {order.number: order for order in visible.select_for_update().order_by("pk")}
    new = [order for order in found.values() if order.status == OrderStatus.PLACED]
    if new:
        _advance(new, to=LineStatus.CONFIRMED, by=by)
    confirmed = {order.number for order in new}
    return [
        Outcome(number, number in confirmed, found[number].status if number in found else "")
        for number in wanted
    ]


def _advance(
    orders: Sequence[Order], *, to: LineStatus, by: Staff | SystemActor, lines: Collection[int] | None = None
) -> None:
    """Move lines of locked orders, in few statements however many orders there are."""
    rows = OrderLine.objects.select_for_update().filter(order__in=orders).order_by("pk")
    of_order: dict[int, list[OrderLine]] = defaultdict(list)
    for line in rows.only("order_id", "position", "status"):
        of_order[line.order_id].append(line)
    moved: list[int] = []
    for order in orders:
        going = [
            line
            for line in of_order[order.pk]
            if to in NEXT[LineStatus(line.status)] and (lines is None or line.position in lines)
        ]
        if not going or (lines is not None and len(going) < len(set(lines))):
            raise NotPossibleNow(number=order.number, state=order.get_status_display())
        moved += [line.pk for line in going]
        for line in going:
            line.status = to
        order.status = derive(line.status for line in of_order[order.pk])
    shipped = {"shipped_on": timezone.localdate()} if to == LineStatus.SHIPPED else {}
    OrderLine.objects.filter(pk__in=moved).update(status=to, **shipped)
    Order.objects.bulk_update(orders, ["status"])
    for order in orders:
        record(f"order.{to.value}", order, by=by, status=order.status)
        if to == LineStatus.CONFIRMED:
            jobs.tell_confirmed.defer(order_id=order.pk)
