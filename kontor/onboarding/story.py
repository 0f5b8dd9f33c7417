"""Where a registration stands, in words for its applicant: the steps of the form, the turn, the way to access."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.kit.formats import day, moment
from kontor.kit.looks import Tone
from kontor.kit.text import Text
from kontor.onboarding import queries
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import RegistrationStatus

S = RegistrationStatus


@dataclass(frozen=True, slots=True)
class FormStep:
    """A step of the form; `url` leads back to those that are done."""

    name: Text
    state: Literal["done", "current", "open"]
    url: str = ""


STEPS: Final = {
    "person": (gettext_lazy("Your details"), "register"),
    "colleague": (gettext_lazy("Colleagues"), "colleague"),
    "company": (gettext_lazy("Company"), "company"),
    "access": (gettext_lazy("Areas and password"), "access"),
    "code": (gettext_lazy("Confirm e-mail"), "code"),
}


def steps_of(current: str, registration: Registration | None) -> Sequence[FormStep]:
    """The steps with the one that the page is at; who joins a colleague's company need not describe it."""
    joins = registration is not None and bool(registration.knows_colleague)
    names = [name for name in STEPS if not (joins and name == "company")]
    at = names.index(current) if current in names else 0
    return [
        FormStep(
            STEPS[name][0],
            "done" if place < at else "current" if place == at else "open",
            reverse(f"onboarding:{STEPS[name][1]}") if place < at else "",
        )
        for place, name in enumerate(names)
    ]


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of the way to access."""

    words: str
    when: str = ""
    icon: str = "circle-dashed"
    tone: Tone | Literal[""] = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Whose turn it is and why, and the way so far and to come."""

    turn: str
    why: str
    mine: bool
    icon: str
    way: Sequence[Mark]
    over: bool
    late: bool = False

    @property
    def number(self) -> int:
        """At which step of the way it stands."""
        return next((place for place, mark in enumerate(self.way, start=1) if mark.current), len(self.way))


def story_of(registration: Registration) -> Story:
    """The story of a registration whose address is proven, or which is over."""
    by = queries.answer_by(registration)
    late = registration.status == S.WAITING and by is not None and by < timezone.localdate()
    turn, why, mine, icon = _turn(registration, by, late=late)
    over = queries.has_expired(registration) or registration.status not in {S.WAITING, S.ASKED}
    return Story(turn, why, mine, icon, _way(registration, by), over=over, late=late)


def _turn(registration: Registration, by: dt.date | None, *, late: bool) -> tuple[str, str, bool, str]:
    """Sentence, reason, whether it is the applicant's turn, icon."""
    email = {"email": registration.email}
    if queries.has_expired(registration):
        return (
            _("This registration has expired"),
            _("It was open for 14 days. Nothing of it is used; you can register again at any time."),
            False,
            "calendar-x",
        )
    match registration.status:
        case S.ASKED:
            return (
                _("Your turn: we have a question"),
                _("You can answer below until %(day)s.") % {"day": day(registration.expires_at, "weekday")},
                True,
                "",
            )
        case S.APPROVED:
            return (
                _("Your access is open"),
                _("Sign in with %(email)s and the password that you chose.") % email,
                True,
                "circle-check",
            )
        case S.REJECTED:
            return _("We said no"), _("The reason stands below, and whom you can talk to."), False, "circle-x"
        case S.WITHDRAWN:
            return (
                _("You have withdrawn this registration"),
                _("Nothing of it is used. You can register again at any time."),
                False,
                "undo-2",
            )
    if late:
        return (
            _("Our turn: this takes longer than we said"),
            _("We had promised an answer by %(day)s. Please call us, it should not happen.")
            % {"day": day(by, "weekday")},
            False,
            "",
        )
    name = queries.taken_by(registration)
    title = (
        _("Our turn: %(name)s looks at it, you have an answer by %(day)s")
        if name
        else _("Our turn: you have an answer by %(day)s")
    ) % {"name": name, "day": day(by, "weekday")}
    return title, _("You need not do anything. The answer comes by e-mail to %(email)s.") % email, False, ""


def _way(registration: Registration, by: dt.date | None) -> list[Mark]:
    """Sent, proven, looked at, open: what is done with its moment, what comes with its day."""
    marks = []
    if registration.sent_at:
        marks.append(Mark(_("You sent the registration"), _when(registration.sent_at), "circle-check", "ok"))
    if registration.proven_at:
        marks.append(
            Mark(_("The e-mail address is confirmed"), _when(registration.proven_at), "circle-check", "ok")
        )
    match registration.status:
        case S.WAITING:
            marks.append(Mark(_("We look at it"), _looking(registration), "loader", "info", current=True))
            marks.append(Mark(_("Access opens"), _("by %(day)s") % {"day": day(by, "weekday")} if by else ""))
        case S.ASKED:
            marks.append(
                Mark(
                    _("You answer our question"),
                    icon="message-circle-question-mark",
                    tone="warn",
                    current=True,
                )
            )
            marks.append(Mark(_("Access opens")))
        case S.APPROVED:
            if registration.rule_id:
                marks.append(Mark(_("What you told us fits what we know"), icon="circle-check", tone="ok"))
            else:
                marks.append(Mark(_("We looked at it"), icon="circle-check", tone="ok"))
            marks.append(
                Mark(_("Access is open"), _when(registration.decided_at), "circle-check", "ok", current=True)
            )
        case S.REJECTED:
            marks.append(
                Mark(_("We said no"), _when(registration.decided_at), "circle-x", "danger", current=True)
            )
        case S.WITHDRAWN:
            marks.append(Mark(_("You withdrew it"), icon="undo-2", current=True))
        case _:
            marks.append(
                Mark(_("Expired"), _when(registration.expires_at), "calendar-x", "warn", current=True)
            )
    return marks


def _looking(registration: Registration) -> str:
    """The same words whether or not the colleague or the company is known to us."""
    if registration.knows_colleague:
        return _(
            "The administrators of your colleague's company decide. Where we cannot find them, we write to you."
        )
    return _("If the company is here already, its administrators decide, otherwise we do.")


def _when(moment_of: dt.datetime | None) -> str:
    if moment_of is None:
        return ""
    words = moment(moment_of)
    return words[:1].upper() + words[1:]
