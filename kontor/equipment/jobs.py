"""Telling people what became of their machines."""

from __future__ import annotations

from typing import Final

from django.conf import settings

from kontor.companies.models import Member, Role
from kontor.equipment.models import Holding
from kontor.kit.actors import SystemActor
from kontor.kit.jobs import system_task
from kontor.notifications.actions import notify, send_mail

MAILER: Final = SystemActor("equipment.mail")


@system_task(MAILER, queue="mail")
def tell_decided(*, holding_id: int) -> None:
    """Tell whoever registered a machine, in the inbox and by mail, that it was accepted or why it was not (EQ-1)."""
    holding = _holding(holding_id)
    if holding.registered_by is None:
        return
    kind = "accepted" if holding.decided_at and holding.status != Holding.Status.DECLINED else "declined"
    _tell(holding, kind, holding.registered_by)


@system_task(MAILER, queue="mail")
def tell_ended(*, holding_id: int) -> None:
    """Tell a company's administrators that a machine is no longer theirs in our records; not whose it is."""
    holding = _holding(holding_id)
    administrators = Member.objects.filter(
        company=holding.company_id, is_active=True, roles__contains=[Role.ADMINISTRATOR]
    )
    for member in administrators.select_related("user").order_by("pk"):
        _tell(holding, "ended", member)


def _tell(holding: Holding, kind: str, member: Member) -> None:
    if not member.is_active:
        return
    key = f"holding.{kind}:{holding.pk}:{member.pk}"
    url = holding.get_absolute_url()
    notify(
        key=key,
        user=member.user,
        kind=f"holding.{kind}",
        params={"name": holding.name, "serial": holding.serial},
        url=url,
        company_id=holding.company_id,
    )
    send_mail(
        key=key,
        user=member.user,
        template=f"equipment/mail/{kind}",
        context={"holding": holding, "name": member.first_name, "url": settings.ORIGIN + url},
        language=member.user.language,
        company_id=holding.company_id,
        kind=f"holding.{kind}",
    )


def _holding(holding_id: int) -> Holding:
    related = ("machine", "area", "partner", "registered_by__user")
    return Holding.objects.select_related(*related).get(pk=holding_id)
