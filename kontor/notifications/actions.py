"""Telling people: a line in their inbox, an e-mail in their language.

Mails are sent by system jobs. The templates of a mail lie in the app that sends it: `orders/mail/placed.txt` extends
`notifications/mail/mail.txt` and fills the blocks `subject` and `body`; `orders/mail/placed.html`, if there is one,
extends `notifications/mail/mail.html` and fills `body`. Without it the HTML is made from the text, in which an address
alone on its line becomes a button.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import formataddr
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.http import HttpRequest
from django.template import Context, Engine, TemplateDoesNotExist
from django.urls import reverse
from django.utils import timezone, translation

from kontor.journal.actions import record
from kontor.kit import panels
from kontor.kit.frame import Frame
from kontor.kit.scope import Actor
from kontor.notifications import kinds, queries
from kontor.notifications.models import Mail, Notification, UnwantedMail

BASE_HTML: Final = "notifications/mail/mail.html"
SPARE_LINES: Final = re.compile(r"\s*\n\s*\n\s*")
"""What a template leaves between two paragraphs, however many of its conditions came to nothing."""
ADDRESS: Final = re.compile(r"https?://\S+")
TELEPHONE: Final = re.compile(r"\+\d[\d ]{6,}\d")


class Recipient(Protocol):
    """Whoever can be told something: an account."""

    pk: Any
    email: Any


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a mail."""

    name: str
    content: bytes
    content_type: str


@transaction.atomic
def send_mail(
    *,
    key: str,
    user: Recipient,
    template: str,
    context: Mapping[str, Any],
    language: str,
    attachments: Sequence[Attachment] = (),
    company_id: int | None = None,
    kind: str = "",
) -> bool:
    """Send a mail once and for all under its `key`; False when it went out before. Only inside a system job.

    With the `kind` of the notification that it tells, nothing is sent to whoever has switched that off.

    A second run of the job waits for the first at the unique key. Should a worker die between the mail server's yes
    and our commit, the mail goes out again under the same Message-ID, which mail programs show once.
    """
    optional = user.pk is not None and kinds.may_be_off(kind)
    if optional and UnwantedMail.objects.filter(user_id=user.pk, kind=kind).exists():
        return False
    message_id = f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{urlsplit(settings.ORIGIN).hostname}>"
    mail, _made = Mail.objects.get_or_create(
        key=key,
        defaults={
            "user_id": user.pk,
            "company_id": company_id,
            "template": template,
            "message_id": message_id,
        },
    )
    if mail.sent_at is not None:
        return False
    choose = settings.ORIGIN + reverse("notifications:mails") if optional else ""
    _compose(mail, user.email, {**context, "choose": choose}, language, attachments).send()
    mail.sent_at = timezone.now()
    mail.save(update_fields=["sent_at"])
    return True


def _compose(
    mail: Mail, address: str, context: Mapping[str, Any], language: str, attachments: Sequence[Attachment]
) -> EmailMultiAlternatives:
    operator = Frame(HttpRequest()).operator
    with translation.override(language):
        known = {
            **context,
            "operator": operator,
            "for_company": panels.ask("notifications.company", None, _keys(mail)).get(
                mail.company_id or 0, ""
            ),
            "on_colour": _readable_on(operator.color),
            "language": language,
            "origin": settings.ORIGIN,
            "part": "subject",
        }
        subject = " ".join(_render(f"{mail.template}.txt", known, escape=False).split())
        known |= {"subject": subject, "part": "body"}
        text = SPARE_LINES.sub("\n\n", _render(f"{mail.template}.txt", known, escape=False)).strip() + "\n"
        try:
            html = _render(f"{mail.template}.html", known)
        except TemplateDoesNotExist:
            words = _render(f"{mail.template}.txt", known | {"part": "words"}, escape=False)
            html = _render(BASE_HTML, known | {"paragraphs": list(_paragraphs(words))})
    message = EmailMultiAlternatives(
        subject=subject,
        body=text,
        from_email=formataddr((operator.name, settings.DEFAULT_FROM_EMAIL)),
        to=[address],
        headers={
            "Message-ID": mail.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": language,
        },
    )
    message.attach_alternative(html, "text/html")
    for file in attachments:
        message.attach(file.name, file.content, file.content_type)
    return message


def _keys(mail: Mail) -> list[int]:
    return [mail.company_id] if mail.company_id else []


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """The words of each paragraph, and the address that stands alone on its last line, which becomes a button."""
    text = TELEPHONE.sub(lambda number: number[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    for paragraph in SPARE_LINES.sub("\n\n", text).strip().split("\n\n"):
        words, _break, last = paragraph.rpartition("\n")
        yield (words, last) if ADDRESS.fullmatch(last) else (paragraph, "")


def _readable_on(colour: str) -> str:
    """White or dark words, whichever stand out from the operator's colour (WCAG's contrast)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18 else "#1d1c1a"


def _render(name: str, context: Mapping[str, Any], *, escape: bool = True) -> str:
    """A mail's template; text is not HTML, so nothing in it is escaped."""
    template = Engine.get_default().get_template(name)
    return str(template.render(Context(dict(context), autoescape=escape)))


def notify(
    *,
    key: str,
    user: Recipient,
    kind: str,
    params: Mapping[str, Any],
    url: str = "",
    company_id: int | None = None,
) -> None:
    """Put a line into a person's inbox, once under its `key`. Only inside a system job."""
    Notification.objects.get_or_create(
        user_id=user.pk,
        key=key,
        defaults={"kind": kind, "params": dict(params), "url": url, "company_id": company_id},
    )


@transaction.atomic
def choose_mails(*, wanted: Collection[str], user: AbstractBaseUser, by: Actor) -> None:
    """Of the mails that the person may do without, only `wanted` come from now on."""
    offered = kinds.choices(ours=by.scope.company is None)
    before = queries.unwanted(by) & offered.keys()
    now = offered.keys() - set(wanted)
    if now == before:
        return
    UnwantedMail.objects.filter(user_id=user.pk, kind__in=before - now).delete()
    UnwantedMail.objects.bulk_create(
        [UnwantedMail(user_id=user.pk, kind=kind) for kind in sorted(now - before)], ignore_conflicts=True
    )
    record("account.mails_chosen", user, by=by, company_id=None, partner_id=None, unwanted=sorted(now))


def mark_read(notification: Notification, *, by: Actor) -> None:
    """The person has seen it; the first time counts."""
    own = Notification.objects.filter(user_id=by.scope.user or 0, pk=notification.pk, read_at=None)
    own.update(read_at=timezone.now())


def mark_all_read(*, by: Actor) -> int:
    """The person has seen everything; how many that were."""
    return Notification.objects.filter(user_id=by.scope.user or 0, read_at=None).update(
        read_at=timezone.now()
    )
