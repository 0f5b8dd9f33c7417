"""Mails to people without an account who wrote to us (ON-14). The worker finds them by `jobs`."""

from __future__ import annotations

from django.utils import timezone

from kontor.companies.jobs import Reader
from kontor.kit.jobs import system_task
from kontor.kit.models import next_number
from kontor.notifications.actions import notify, send_mail
from kontor.onboarding.actors import EXAMINER, MAILER
from kontor.onboarding.models import ContactMessage
from kontor.partners.models import Staff


@system_task(EXAMINER, queue="onboarding")
def receive(*, message_id: str) -> None:
    """Give a message its number, with which it appears at the desk; tell who wrote it, and the operator's staff."""
    message = _message(message_id)
    if message.number:
        return
    message.number = next_number("K", timezone.localdate().year)
    message.save(update_fields=["number"])
    mail_received.defer(message_id=message_id)
    for one in Staff.objects.filter(partner=None, is_active=True).select_related("user").order_by("pk"):
        notify(
            key=f"contactmessage.received:{message.pk}",
            user=one.user,
            kind="contactmessage.received",
            params={"name": message.name, "number": message.number},
            url=f"/desk/contacts/{message.number}/",
        )


@system_task(MAILER, queue="mail")
def mail_received(*, message_id: str) -> None:
    """It has come, and under which number."""
    _mail(_message(message_id), "contact_received")


@system_task(MAILER, queue="mail")
def mail_answer(*, message_id: str) -> None:
    """What our staff answered."""
    _mail(_message(message_id), "contact_answered")


def _message(pk: str) -> ContactMessage:
    return ContactMessage.objects.select_for_update(of=("self",)).select_related("handled_by").get(pk=pk)


def _mail(message: ContactMessage, template: str) -> None:
    # Neither name nor words of the sender: whoever types another's address sends them nothing of their own.
    send_mail(
        key=f"contactmessage.{template}:{message.pk}",
        user=Reader(message.email),
        template=f"onboarding/mail/{template}",
        context={
            "number": message.number,
            "answer": message.answer,
            "by": message.handled_by.name if message.handled_by else "",
        },
        language=message.language,
    )
