"""The confirmation by mail, with the PDF (SH-10)."""

from __future__ import annotations

import io
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
from django.core import mail
from pypdf import PdfReader

from kontor.companies.models import Member
from kontor.documents.models import Document
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.notifications.models import Mail
from kontor.orders.jobs import mail_confirmation
from tests.orders import placed

pytestmark = pytest.mark.django_db


def confirm(order_id: int) -> None:
    """Run the job as the worker does."""
    mail_confirmation.task.func(order_id=order_id)


def attached(message) -> EmailMessage:
    """The PDF as the mail carries it."""
    parsed = message_from_bytes(message.message().as_bytes(), policy=default)
    return next(part for part in parsed.walk() if part.get_content_type() == "application/pdf")


def pdf(message) -> PdfReader:
    return PdfReader(io.BytesIO(attached(message).get_content()))


def pdf_text(message) -> str:
    return "\n".join(page.extract_text() for page in pdf(message).pages).replace("\xa0", " ")


def test_the_member_gets_a_mail_with_the_pdf_in_norwegian(anna: Member, products, terms) -> None:
    order = placed(anna, products, terms=terms["sale"], wishes="Ring #først *takk* $x$")
    confirm(order.pk)

    [message] = mail.outbox
    assert message.to == ["anna@fjordbygg.example"]
    assert message.subject == f"Vi har mottatt bestillingen din {order.number}"
    assert "Hei, Anna" in message.body
    assert f"http://testserver/orders/{order.number}/" in message.body
    parsed = message.message()
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["Content-Language"] == "nb"
    assert parsed["Message-ID"].endswith("@testserver>")
    assert str(parsed["From"]).startswith("Hansa Industri <")
    kinds = [part.get_content_type() for part in parsed.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "application/pdf"]
    assert attached(message).get_filename() == f"Ordrebekreftelse {order.number}.pdf"

    text = pdf_text(message)
    for words in (
        f"Ordrebekreftelse {order.number}", "Return filter RF 330", "HI-440718", "471,73", "943,46", "Mva. 25 %", "Mva. 15 %",
        "1 719,15", "Fjordbygg AS", "Sluppenvegen 18", "FB-26-1184", "Ring #først *takk* $x$", "versjon 4", "Side 1 av 1",
        "Hansa Industri AS",
    ):  # fmt: skip
        assert words in text, words


def test_in_german_for_claudia(claudia: Member, products) -> None:
    order = placed(claudia, products, lines=[("HI-748120", 2500, "16.00")])
    confirm(order.pk)
    [message] = mail.outbox
    assert message.subject == f"Ihre Bestellung {order.number} ist eingegangen"
    text = pdf_text(message)
    assert f"Auftragsbestätigung {order.number}" in text
    assert "2.500" in text
    assert "MwSt. 19 %" in text
    assert "Seite 1 von" in text


def test_the_pdf_may_be_kept_and_read_aloud(anna: Member, products) -> None:
    order = placed(anna, products)
    confirm(order.pk)
    root = cast(Any, pdf(mail.outbox[0]).trailer["/Root"].get_object())
    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def page_fonts(page) -> list[str]:
    return [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]


def test_it_is_set_in_inter(anna: Member, products) -> None:
    order = placed(anna, products)
    confirm(order.pk)
    fonts = {font for page in pdf(mail.outbox[0]).pages for font in page_fonts(page)}
    assert fonts
    assert all("Inter" in font for font in fonts)


def test_run_twice_it_is_one_mail_and_one_document(anna: Member, products) -> None:
    order = placed(anna, products)
    confirm(order.pk)
    confirm(order.pk)
    assert len(mail.outbox) == 1
    with acting_in(SystemActor("tests")):
        assert Document.objects.count() == 1
        assert Mail.objects.get().sent_at is not None
    with acting_in(anna):
        assert Document.objects.get().company_id == anna.company_id


def test_when_the_mail_server_fails_nothing_counts_as_sent(anna: Member, products, monkeypatch) -> None:
    order = placed(anna, products)
    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMultiAlternatives.send", lambda _self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            confirm(order.pk)
    with acting_in(SystemActor("tests")):
        assert not Mail.objects.exists()
    confirm(order.pk)
    assert len(mail.outbox) == 1


def test_an_order_without_a_member_is_not_mailed(anna: Member, products) -> None:
    order = placed(anna, products, member=None, channel="phone")
    confirm(order.pk)
    assert mail.outbox == []


def test_a_long_order_goes_without_tags(anna: Member, products) -> None:
    order = placed(anna, products, lines=[("HI-440718", 1, "471.73")] * 600)
    confirm(order.pk)
    reader = pdf(mail.outbox[0])
    root = cast(Any, reader.trailer["/Root"].get_object())
    assert "/StructTreeRoot" not in root
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in root["/Metadata"].get_object().get_data().decode()
    assert len(reader.pages) > 20
