"""What becomes of somebody's work when they go (ST-4)."""

from __future__ import annotations

from django.db import transaction

from kontor.desk.queues import QUEUES
from kontor.journal.actions import record_each
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from kontor.partners.staffing import STAFFING, deactivate_staff


@transaction.atomic
def let_go(staff: Staff, *, by: Staff) -> int:
    """End somebody's access; what they had taken goes back to the queue. How many things that were.

    Raises `LastOfOurAdministrators`, `NotAllowed`.
    """
    staff = deactivate_staff(staff, by=by)
    given_back = 0
    with acting_in(STAFFING):
        for queue in QUEUES.values():
            is_open = queue.ours | queue.theirs if queue.theirs else queue.ours
            taken = queue.model._default_manager.filter(is_open, handled_by=staff)
            things = list(taken.select_for_update().order_by("pk"))
            queue.model._default_manager.filter(pk__in=[one.pk for one in things]).update(handled_by=None)
            record_each(f"{queue.model._meta.model_name}.given_back", things, by=by)
            given_back += len(things)
    return given_back
