"""Who has accepted which version of a text (ON-5, QU-4): a new version of the terms of use is asked at the next sign-in."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from kontor.journal.actions import record
from kontor.kit.markdown import to_html
from kontor.kit.scope import Actor
from kontor.partners.models import Consent, Terms

JUST_SIGNED_IN: Final = "just_signed_in"
"""In the session from signing in until it is known whether there is something to accept."""

# Who has not accepted yet can read the texts, sign out, and look after their own account.
BEFORE_CONSENT: Final = ("/legal/", "/accounts/", "/theme/", "/company/switch/")


class Person(Protocol):
    """Whoever accepts: an account."""

    pk: int


@transaction.atomic
def accept_terms(
    user: Person, *, terms: Terms, occasion: str, by: Actor, at: dt.datetime | None = None
) -> bool:
    """Keep that a person has accepted a version; False if they had before, and then the first time counts."""
    _consent, made = Consent.objects.get_or_create(
        user_id=user.pk,
        terms=terms,
        defaults={"given_at": at or timezone.now(), "occasion": Consent.Occasion(occasion)},
    )
    if made:
        record("terms.accepted", terms, by=by, company_id=None, occasion=occasion, version=terms.version)
    return made


def owed_by(user: Person | None) -> Terms | None:
    """The terms of use in force if the person has not accepted them; None where there are none, or nothing is owed.

    Whoever has no account yet, `None`, has accepted nothing.
    """
    general = Terms.objects.filter(
        kind=Terms.Kind.USE, area=None, valid_from__lte=timezone.localdate()
    ).order_by("-valid_from", "-version")
    terms = general.first()
    if terms is None or user is None:
        return terms
    if Consent.objects.filter(user_id=user.pk, terms=terms).exists():
        return None
    return terms


def consents_of(user: Person) -> QuerySet[Consent]:
    """What a person has accepted, the newest first, without the texts."""
    related = Consent.objects.filter(user_id=user.pk).select_related("terms__area")
    return related.defer("terms__body_nb", "terms__body_de", "terms__body_en").order_by("-given_at", "-pk")


def accepted_before(user: Person, terms: Terms) -> Terms | None:
    """The version of the same text that the person has accepted last, if any."""
    former = Consent.objects.filter(user_id=user.pk, terms__kind=terms.kind, terms__area=terms.area)
    consent = former.exclude(terms=terms).select_related("terms").order_by("-terms__version").first()
    return consent.terms if consent else None


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of a text that are new, or gone."""

    is_new: bool
    html: SafeString


def changes_between(before: Terms, after: Terms) -> list[Passage]:
    """What of a text differs, paragraph by paragraph, in the reader's language."""
    old, new = _paragraphs(before), _paragraphs(after)
    found = []
    for kind, a, b, c, d in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            found.append(Passage(is_new=False, html=to_html("\n\n".join(old[a:b]))))
        if kind in ("replace", "insert"):
            found.append(Passage(is_new=True, html=to_html("\n\n".join(new[c:d]))))
    return found


def _paragraphs(terms: Terms) -> list[str]:
    return [part.strip() for part in str(terms.body).split("\n\n") if part.strip()]


class ConsentMiddleware:
    """Asks members for their consent after signing in, before anything else; then they go on where they wanted to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = getattr(request, "member", None)
        if (
            member is None
            or member.user_id != request.user.pk
            or JUST_SIGNED_IN not in request.session
            or request.path.startswith(BEFORE_CONSENT)
        ):
            return self.get_response(request)
        if owed_by(request.user) is None:  # type: ignore[arg-type]  # signed in, so an account
            del request.session[JUST_SIGNED_IN]
            return self.get_response(request)
        onward = request.get_full_path() if request.method == "GET" else "/"
        page = f"{reverse('partners:consent')}?{urlencode({'next': onward})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": page})
        return redirect(page)
