"""Mails: once by their key, as text and HTML, readable in any operator's colour."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from kontor.companies.models import Member
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.notifications.actions import _readable_on, send_mail
from kontor.notifications.models import Mail
from tests.orders import placed

pytestmark = pytest.mark.django_db

ACTOR = SystemActor("tests.mail")


def send(member: Member, order, key: str = "test:1", **context) -> bool:
    with acting_in(ACTOR):
        return send_mail(
            key=key,
            user=member.user,
            template="orders/mail/confirmed",
            context={"order": order, "name": "Anna", "url": "http://testserver/x?a=1&b=2", **context},
            language="en",
        )


def test_once_by_its_key(anna: Member, products) -> None:
    order = placed(anna, products)
    assert send(anna, order)
    assert not send(anna, order)
    assert send(anna, order, key="test:2")
    assert len(mail.outbox) == 2
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]


def test_text_is_not_escaped_and_html_is(anna: Member, products) -> None:
    send(anna, placed(anna, products), name="<b>Anna & Co</b>")
    [message] = mail.outbox
    assert "Good day <b>Anna & Co</b>," in message.body
    assert isinstance(message, EmailMultiAlternatives)
    [html] = [str(content) for content, _kind in message.alternatives]
    assert "&lt;b&gt;Anna &amp; Co&lt;/b&gt;" in html
    assert message.body.rstrip().endswith("http://testserver")


def test_a_line_break_cannot_reach_the_subject(anna: Member, products) -> None:
    order = placed(anna, products)
    order.number = "A-1\r\nBcc: all@example.com"
    send(anna, order)
    assert mail.outbox[0].subject == "Your order A-1 Bcc: all@example.com is confirmed"


def test_members_do_not_see_what_was_sent(anna: Member, products) -> None:
    send(anna, placed(anna, products))
    with acting_in(ACTOR):
        assert Mail.objects.count() == 1
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError, match="permission denied"), acting_in(anna), transaction.atomic():
        list(Mail.objects.all())


@pytest.mark.parametrize(
    ("colour", "words"),
    [("#0b5a66", "#ffffff"), ("#ffd400", "#1d1c1a"), ("#000000", "#ffffff"), ("#ffffff", "#1d1c1a")],
)
def test_words_on_the_operators_colour(colour: str, words: str) -> None:
    assert _readable_on(colour) == words


def test_without_html_of_its_own_the_text_becomes_some(anna: Member) -> None:
    with acting_in(ACTOR):
        send_mail(
            key="test:text",
            user=anna.user,
            template="accounts/mail/password_changed",
            context={"url": "http://testserver/reset/?a=1&b=2", "at": timezone.now()},
            language="en",
        )
    [message] = mail.outbox
    assert "\n\n\n" not in message.body
    assert message.body.endswith(
        "\n--\nHansa Industri\n22 00 00 00, post@hansa-industri.example\nhttp://testserver\n"
    )
    assert isinstance(message, EmailMultiAlternatives)
    [html] = [str(content) for content, _kind in message.alternatives]
    assert '<a href="http://testserver/reset/?a=1&amp;b=2" style=' in html
    assert ">Open it in the portal</a>" in html
    assert "--" not in html.split("<body")[1]
