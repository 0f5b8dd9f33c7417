"""Long work of the desk."""

from __future__ import annotations

from kontor.desk.models import Batch
from kontor.desk.permissions import Permission, may
from kontor.kit.jobs import task
from kontor.partners.models import Staff


@task(queue="desk")
def confirm_batch(*, batch_id: int) -> None:
    """Confirm the next orders of a batch, then pass the rest on to another run: each run commits, so that all see how
    far it is, and a killed worker loses nothing.
    """
    from kontor.desk.actions import work_off

    batch = Batch.objects.select_for_update().get(pk=batch_id)
    if batch.finished_at is not None:
        return
    staff = Staff.objects.select_related("user", "partner").filter(user=batch.user_id, is_active=True).first()
    if staff is None or not may(staff, Permission.CONFIRM_ORDERS):
        return  # Whoever began it no longer works here, or no longer with orders; what is left waits for a colleague.
    work_off(batch, by=staff)
    if batch.finished_at is None:
        confirm_batch.defer(batch_id=batch_id)
