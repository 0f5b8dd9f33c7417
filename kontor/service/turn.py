"""Whose turn it is with a case, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kontor.kit.formats import moment
from kontor.service.models import Case
from kontor.service.statuses import CaseStatus


@dataclass(frozen=True, slots=True)
class Turn:
    """The sentence, then why or what happens next; `mine`: the reader's."""

    title: str
    more: str
    symbol: str
    mine: bool = False


def turn_of(case: Case, *, operator: str, may_answer: bool) -> Turn:
    """What is to be done next in the case, as the company's people read it."""
    house = {"house": case.partner.name if case.partner else operator}
    told = _("You need not do anything. We tell you by e-mail as soon as there is an answer.")
    match case.status:
        case CaseStatus.NEW:
            return Turn(_("Our turn: %(house)s reads your case and answers here.") % house, told, "clock")
        case CaseStatus.OPEN:
            return Turn(_("Our turn: %(house)s is working on it.") % house, told, "message-circle")
        case CaseStatus.WAITING if may_answer:
            title = _("Your turn: %(house)s waits for your answer.") % house
            return Turn(title, _("Answer below, with a picture if it helps."), "corner-down-left", mine=True)
        case CaseStatus.WAITING:
            title = _("Your company’s turn: %(house)s waits for an answer.") % house
            return Turn(title, _("Your role may read this case but not write in it."), "pause")
        case _:
            when = moment(case.solved_at) if case.solved_at else ""
            more = (
                _("Is something still wrong? Write below, and the case is open again.") if may_answer else ""
            )
            title = _("Done: solved %(when)s.") % {"when": when} if when else _("Done: solved.")
            return Turn(title, more, "circle-check")
