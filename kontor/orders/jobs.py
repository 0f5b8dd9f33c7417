"""Mails about orders."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from kontor.documents.actions import store
from kontor.documents.models import Document
from kontor.documents.queries import content_of, documents_about
from kontor.kit.actors import SystemActor
from kontor.kit.frame import Frame
from kontor.kit.jobs import system_task
from kontor.notifications.actions import Attachment, notify, send_mail
from kontor.orders import pdf, queries
from kontor.orders.models import Order

MAILER: Final = SystemActor("orders.mail")


@system_task(MAILER, queue="mail")
def mail_confirmation(*, order_id: int) -> None:
    """Confirm by mail that the order came, with the PDF, to the member who placed it; the PDF is kept (SH-10)."""
    order = _locked(order_id)
    if order.member is None:
        return
    user = order.member.user
    document = _confirmation(order, user.language)
    sums, progress = queries.summary_of(order)
    with content_of(document) as content:
        attachment = Attachment(document.name, content.read(), document.content_type)
    send_mail(
        key=f"order.placed:{order.pk}",
        user=user,
        template="orders/mail/placed",
        context={
            "order": order,
            "name": order.member.first_name,
            "sums": sums,
            "promised": progress.promised,
            "url": settings.ORIGIN + _address(order),
        },
        language=user.language,
        attachments=[attachment],
        company_id=order.company_id,
    )


@system_task(MAILER, queue="mail")
def tell_confirmed(*, order_id: int) -> None:
    """Tell the member who placed the order, in the inbox and by a short mail, that we have confirmed it."""
    order = _locked(order_id)
    if order.member is None:
        return
    user = order.member.user
    notify(
        key=f"order.confirmed:{order.pk}",
        user=user,
        kind="order.confirmed",
        params={"number": order.number},
        url=_address(order),
        company_id=order.company_id,
    )
    _sums, progress = queries.summary_of(order)
    send_mail(
        key=f"order.confirmed:{order.pk}",
        user=user,
        template="orders/mail/confirmed",
        context={
            "order": order,
            "name": order.member.first_name,
            "promised": progress.promised,
            "url": settings.ORIGIN + _address(order),
        },
        language=user.language,
        company_id=order.company_id,
        kind="order.confirmed",
    )


def _locked(order_id: int) -> Order:
    """The order, locked so that the same job run twice makes one document."""
    related = ("company", "entity", "member__user", "terms")
    return Order.objects.select_for_update(of=("self",)).select_related(*related).get(pk=order_id)


def _confirmation(order: Order, language: str) -> Document:
    """The order's confirmation as it was made once, or made now."""
    kind = Document.Kind.ORDER_CONFIRMATION
    made = next((one for one in documents_about(MAILER, order) if one.kind == kind), None)
    if made:
        return made
    sums, _progress = queries.summary_of(order)
    operator = Frame(HttpRequest()).operator
    content = pdf.confirmation(order, queries.all_lines(order), sums, operator=operator, language=language)
    return store(
        company=order.company,
        partner_id=order.partner_id,
        kind=kind,
        subject=order,
        name=pdf.file_name(order, language),
        content_type="application/pdf",
        content=content,
        language=language,
        by=MAILER,
    )


def _address(order: Order) -> str:
    return reverse("orders:detail", args=[order.number])
