"""What staff do at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.validators import slug_re
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.companies.querysets import HandledQuerySet
from kontor.desk import jobs
from kontor.desk.models import Batch
from kontor.desk.permissions import Permission, require
from kontor.journal.actions import record
from kontor.kit.errors import DomainError, NotAllowed
from kontor.orders.actions import advance, confirm_orders
from kontor.orders.models import Order
from kontor.orders.statuses import LineStatus
from kontor.partners.models import Handled, Staff

AT_ONCE: Final = 50
STEP: Final = 25
MOST: Final = 10_000


class NothingChosen(DomainError):
    """A bulk action without a single row."""

    code = "desk.nothing_chosen"
    message = _("Choose at least one order.")


class AlreadyTaken(DomainError):
    """Somebody else was faster; whoever wants it nevertheless has it handed over."""

    code = "desk.already_taken"
    message = _("%(name)s has already taken it.")


class CannotSeeIt(DomainError):
    """A thing goes only to those who may see it: its partner's staff and the operator's."""

    code = "desk.cannot_see_it"
    field = "to"
    message = _("Choose somebody who works here and may see it.")


@transaction.atomic
def take[T: Handled](thing: T, *, by: Staff) -> T:
    """Say that one looks after a thing that waits at the desk. Raises `AlreadyTaken` when somebody else does."""
    thing = _locked(thing, by)
    if thing.handled_by_id not in (None, by.pk):
        raise AlreadyTaken(name=Staff.objects.get(pk=thing.handled_by_id).name)
    if thing.handled_by_id is None:
        _take(thing, by)
    return thing


@transaction.atomic
def take_many(model: type[Handled], keys: Sequence[Any], *, by: Staff) -> tuple[int, int]:
    """Take those that nobody has, and say how many one has now and how many others have."""
    if not keys:
        raise NothingChosen(_("Choose at least one line."))
    _require_active(by)
    rows: HandledQuerySet[Any] = HandledQuerySet(model).visible_to(by).filter(pk__in=keys[:AT_ONCE])
    things = list(rows.select_for_update().order_by("pk"))
    for thing in things:
        if thing.handled_by_id is None:
            _take(thing, by)
    mine = sum(thing.handled_by_id == by.pk for thing in things)
    return mine, len(things) - mine


@transaction.atomic
def hand_over[T: Handled](thing: T, *, to: Staff, by: Staff) -> T:
    """Let somebody else look after a thing, or take it over. Raises `CannotSeeIt`."""
    thing = _locked(thing, by)
    if not to.is_active or to.partner_id not in (None, getattr(thing, "partner_id", None)):
        raise CannotSeeIt()
    if thing.handled_by_id != to.pk:
        thing.handled_by = to
        thing.save(update_fields=["handled_by"])
        record(f"{thing._meta.model_name}.handed_over", thing, by=by, to=to.pk)
    return thing


def take_if_nobody_has[T: Handled](thing: T, *, by: Staff) -> T:
    """Whoever decides about a thing that nobody has taken has taken it."""
    thing = _locked(thing, by)
    if thing.handled_by_id is None:
        _take(thing, by)
    return thing


def _locked[T: Handled](thing: T, by: Staff) -> T:
    _require_active(by)
    return HandledQuerySet(type(thing)).visible_to(by).select_for_update().get(pk=thing.pk)


def _require_active(by: Staff) -> None:
    if not by.is_active:
        raise NotAllowed()


def _take(thing: Handled, by: Staff) -> None:
    thing.handled_by = by
    thing.save(update_fields=["handled_by"])
    record(f"{thing._meta.model_name}.taken", thing, by=by)


def confirm_order(order: Order, *, by: Staff) -> Order:
    """Confirm one order. Raises `NotAllowed`, `NotPossibleNow`."""
    require(by, Permission.CONFIRM_ORDERS)
    return advance(order, to=LineStatus.CONFIRMED, by=by)


@transaction.atomic
def confirm_many(numbers: Sequence[str], *, by: Staff) -> Batch:
    """Confirm these orders: up to fifty here and now, more in a job that one may leave alone. Raises `NotAllowed`."""
    require(by, Permission.CONFIRM_ORDERS)
    numbers = [number for number in dict.fromkeys(numbers) if slug_re.fullmatch(number)][:MOST]
    if not numbers:
        raise NothingChosen
    batch = Batch.objects.create(user=by.user, numbers=numbers, total=len(numbers))
    if len(numbers) <= AT_ONCE:
        work_off(batch, by=by, step=AT_ONCE)
    else:
        jobs.confirm_batch.defer(batch_id=batch.pk)
    return batch


def work_off(batch: Batch, *, by: Staff, step: int | None = None) -> None:
    """Confirm the next orders of a locked batch and note what came of them."""
    upto = batch.done + (step or STEP)
    outcomes = confirm_orders(batch.numbers[batch.done : upto], by=by)
    batch.done += len(outcomes)
    batch.refused += [{"number": one.number, "status": one.status} for one in outcomes if not one.confirmed]
    if batch.done >= batch.total:
        batch.finished_at = timezone.now()
    batch.save(update_fields=["done", "refused", "finished_at"])
