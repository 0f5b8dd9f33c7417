"""What staff do at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.core.validators import slug_re
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.desk import jobs
from kontor.desk.models import Batch
from kontor.kit.errors import DomainError
from kontor.orders.actions import confirm_orders
from kontor.partners.models import Staff

AT_ONCE: Final = 50
STEP: Final = 25
MOST: Final = 10_000


class NothingChosen(DomainError):
    """A bulk action without a single row."""

    code = "desk.nothing_chosen"
    message = _("Choose at least one order.")


@transaction.atomic
def confirm_many(numbers: Sequence[str], *, by: Staff) -> Batch:
    """Confirm these orders: up to fifty here and now, more in a job that one may leave alone."""
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
