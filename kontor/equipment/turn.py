"""Whose turn it is with a machine, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.equipment.models import Holding, Meter
from kontor.equipment.queries import is_due
from kontor.kit.formats import day


@dataclass(frozen=True, slots=True)
class Turn:
    """The sentence, then what happens next; `reading`: the button leads to the form for a reading."""

    title: str
    more: str
    icon: str
    mine: bool = False
    reading: bool = False


def turn_of(holding: Holding, meters: Sequence[Meter], *, may_read: bool, operator: str) -> Turn | None:
    """What is to be done with the machine; None where nothing is."""
    house = holding.partner.name if holding.partner else operator
    match holding.status:
        case Holding.Status.PENDING:
            title = _("Our turn: %(partner)s checks the serial number.") % {"partner": house}
            return Turn(
                title,
                _("Whoever registered it is told by e-mail. Then you can send readings."),
                icon="hourglass",
            )
        case Holding.Status.DECLINED:
            title = _("%(partner)s has not accepted this machine.") % {"partner": house}
            return Turn(title, holding.reason, icon="circle-x")
        case Holding.Status.ENDED:
            title = _("This machine is no longer yours.")
            more = _("Since %(day)s. Its history stays readable.") % {"day": day(holding.held_to, "long")}
            return Turn(title, more, icon="ban")
    due = [meter for meter in meters if is_due(meter)]
    if not due or not may_read:
        return None
    known = [meter.last_on for meter in due if meter.last_on is not None]
    title = ngettext("Your turn: send a reading.", "Your turn: send the readings.", len(due))
    if known:
        more = _(
            "The last one is of %(day)s. A reading a month lets %(partner)s plan its maintenance in time."
        ) % {"day": day(min(known), "long"), "partner": house}
    elif len(due) < len(meters):
        lacking = ", ".join(str(meter.get_kind_display()) for meter in due)
        more = _(
            "%(meters)s: there is none yet. A reading a month lets %(partner)s plan its maintenance in time."
        ) % {"meters": lacking, "partner": house}
    else:
        more = _("There is none yet. A reading a month lets %(partner)s plan its maintenance in time.") % {
            "partner": house
        }
    return Turn(title, more, icon="gauge", mine=True, reading=True)
