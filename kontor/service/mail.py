"""Mails about cases: to the company's people who take part, and to our side, each in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.accounts.models import User
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit.frame import Frame
from kontor.kit.text import Text
from kontor.notifications.actions import Recipient, notify, send_mail
from kontor.partners.models import Staff
from kontor.service import queries
from kontor.service.models import Case

# The language of a house's own mailbox, by the country it is in.
LANGUAGES: Final = {"NO": "nb", "DE": "de", "AT": "de", "CH": "de"}
SUBJECTS: Final[dict[str, Text]] = {
    "received": gettext_lazy("We have your case %(number)s: %(subject)s"),
    "opened": gettext_lazy("New case %(number)s from %(company)s: %(subject)s"),
    "answered": gettext_lazy("Case %(number)s: %(subject)s"),
    "solved": gettext_lazy("Case %(number)s is solved: %(subject)s"),
    "reopened": gettext_lazy("Case %(number)s is open again: %(subject)s"),
}


@dataclass(slots=True)
class Mailbox:
    """The shared address of a house, which nobody signs in with."""

    email: str
    pk: None = None


@dataclass(frozen=True, slots=True)
class To:
    """Who is told; `ours` is somebody of our side. A mailbox has no name and no inbox."""

    user: Recipient
    language: str
    name: str = ""
    ours: bool = False

    @property
    def key(self) -> str:
        return str(self.user.pk or "house")


def member(one: Member) -> To:
    """A person of the company."""
    return To(one.user, one.user.language, one.first_name)


def people(case: Case) -> list[Member]:
    """Who of the company takes part and may still see the case."""
    found = queries.people_in(case).select_related("user", "company")
    seen = Case.objects.filter(pk=case.pk)
    return [one for one in found if may(one, Permission.SEE_CASES) and seen.visible_to(one).exists()]


def our_side(case: Case) -> list[To]:
    """Whoever has taken the case, else the partner's address, else the operator's."""
    staff = case.handled_by
    if staff is not None and staff.is_active:
        return [To(staff.user, staff.user.language, staff.first_name, ours=True)]
    if case.partner is not None:
        return [To(Mailbox(case.partner.email), LANGUAGES.get(case.partner.country, "en"), ours=True)]
    operator = Frame(HttpRequest()).operator
    country = case.company.entity.country
    return [To(Mailbox(operator.email), LANGUAGES.get(country, "en"), ours=True)] if operator.email else []


def tell(
    case: Case,
    kind: str,
    *,
    key: str,
    to: Iterable[To],
    words: str = "",
    who: Member | Staff | None = None,
    solved: bool = False,
    reopened: bool = False,
) -> None:
    """Put it into each one's inbox and send each a mail, once under `key`."""
    for one in to:
        url = _address(case, ours=one.ours)
        side = "ours" if one.ours else "theirs"
        params = {"number": case.number, "subject": case.subject, "company": case.company.name}
        if isinstance(one.user, User):
            notify(
                key=key,
                user=one.user,
                kind=f"case.{kind}.{side}",
                params=params,
                url=url,
                company_id=None if one.ours else case.company_id,
            )
        with translation.override(one.language):
            context: dict[str, Any] = {
                "case": case,
                "kind": kind,
                "ours": one.ours,
                "title": str(SUBJECTS[kind]) % params,
                "name": one.name,
                "words": words,
                "said_by": _said_by(case, who, to_us=one.ours),
                "solved": solved,
                "reopened": reopened,
                "url": settings.ORIGIN + url,
            }
        send_mail(
            key=f"{key}:{one.key}:{side}",
            user=one.user,
            template="service/mail/case",
            context=context,
            language=one.language,
            company_id=case.company_id,
            kind=f"case.{kind}.{side}",
        )


def _said_by(case: Case, who: Member | Staff | None, *, to_us: bool) -> str:
    """Who wrote, with their house."""
    if isinstance(who, Staff):
        house = who.partner.name if who.partner else Frame(HttpRequest()).operator.name
        return f"{who.name}, {house}"
    if who is None:
        return case.company.name if to_us else _("A colleague")
    return f"{who.name}, {case.company.name}" if to_us else who.name


def _address(case: Case, *, ours: bool) -> str:
    if not ours:
        return case.get_absolute_url()
    try:
        return reverse("desk:case", args=[case.number])
    except NoReverseMatch:
        return "/desk/"
