"""How states look: colour, icon and word belong together and are fixed here, once.

The first entry of each pair is what the models store. A new state is added here first; the page of components
shows the whole table. A colour never stands alone, so every state has an icon and a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import pgettext_lazy

from kontor.kit.text import Text

type Tone = Literal["ok", "info", "warn", "danger", "idle", "brand"]


@dataclass(frozen=True, slots=True)
class Look:
    """Tone, icon and word of one state."""

    tone: Tone
    icon: str
    word: Text


LOOKS: dict[str, dict[str, Look]] = {
    "order": {
        "draft": Look("idle", "circle-dashed", pgettext_lazy("order", "Draft")),
        "approval": Look("idle", "hourglass", pgettext_lazy("order", "For approval")),
        "placed": Look("idle", "clock", pgettext_lazy("order", "Placed")),
        "confirmed": Look("idle", "circle-check", pgettext_lazy("order", "Confirmed")),
        "picking": Look("idle", "package", pgettext_lazy("order", "Picking")),
        "part_shipped": Look("info", "truck", pgettext_lazy("order", "Part shipped")),
        "shipped": Look("info", "truck", pgettext_lazy("order", "Shipped")),
        "part_delivered": Look("info", "truck", pgettext_lazy("order", "Part delivered")),
        "delivered": Look("ok", "circle-check", pgettext_lazy("order", "Delivered")),
        "late": Look("warn", "clock-alert", pgettext_lazy("order", "Late")),
        "cancelled": Look("idle", "ban", pgettext_lazy("order", "Cancelled")),
    },
    "stock": {
        "in_stock": Look("ok", "circle-check", pgettext_lazy("stock", "In stock")),
        "few": Look("warn", "circle-alert", pgettext_lazy("stock", "Few left")),
        "coming": Look("info", "truck", pgettext_lazy("stock", "On its way")),
        "made": Look("idle", "factory", pgettext_lazy("stock", "Made to order")),
        "out": Look("warn", "circle-alert", pgettext_lazy("stock", "Not in stock")),
        "ended": Look("idle", "ban", pgettext_lazy("stock", "No longer sold")),
    },
    "case": {
        "new": Look("info", "circle-dot", pgettext_lazy("case", "New")),
        "open": Look("info", "message-circle", pgettext_lazy("case", "Being worked on")),
        "waiting": Look("idle", "pause", pgettext_lazy("case", "Waiting for the customer")),
        "solved": Look("ok", "circle-check", pgettext_lazy("case", "Solved")),
    },
    "machine": {
        "pending": Look("idle", "hourglass", pgettext_lazy("machine", "Being checked")),
        "held": Look("ok", "circle-check", pgettext_lazy("machine", "In use")),
        "declined": Look("warn", "circle-x", pgettext_lazy("machine", "Not accepted")),
        "ended": Look("idle", "ban", pgettext_lazy("machine", "Gone")),
    },
    "registration": {
        "draft": Look("idle", "circle-dashed", pgettext_lazy("registration", "Being filled in")),
        "unproven": Look("idle", "mail", pgettext_lazy("registration", "Waits for the code")),
        "waiting": Look("idle", "hourglass", pgettext_lazy("registration", "Being checked")),
        "asked": Look("idle", "pause", pgettext_lazy("registration", "Waits for an answer")),
        "approved": Look("ok", "circle-check", pgettext_lazy("registration", "Approved")),
        "rejected": Look("warn", "circle-x", pgettext_lazy("registration", "Rejected")),
        "withdrawn": Look("idle", "ban", pgettext_lazy("registration", "Withdrawn")),
        "expired": Look("idle", "ban", pgettext_lazy("registration", "Expired")),
    },
    "invitation": {
        "sent": Look("info", "mail", pgettext_lazy("invitation", "Sent")),
        "expired": Look("warn", "calendar-x", pgettext_lazy("invitation", "Expired")),
        "accepted": Look("ok", "circle-check", pgettext_lazy("invitation", "Accepted")),
        "withdrawn": Look("idle", "ban", pgettext_lazy("invitation", "Withdrawn")),
    },
    "contact": {
        "waiting": Look("warn", "hourglass", pgettext_lazy("message", "Waits for an answer")),
        "answered": Look("ok", "circle-check", pgettext_lazy("message", "Answered")),
        "closed": Look("idle", "ban", pgettext_lazy("message", "Closed")),
    },
    "change": {
        "new": Look("idle", "eye", pgettext_lazy("change", "To look at")),
        "seen": Look("ok", "circle-check", pgettext_lazy("change", "Seen")),
    },
    "relationship": {
        "requested": Look("idle", "hourglass", pgettext_lazy("relationship", "Requested")),
        "active": Look("ok", "circle-check", pgettext_lazy("relationship", "Active")),
        "declined": Look("warn", "circle-x", pgettext_lazy("relationship", "Declined")),
        "ending": Look("idle", "ban", pgettext_lazy("relationship", "Ended")),
        "ended": Look("idle", "ban", pgettext_lazy("relationship", "Ended")),
        "withdrawn": Look("idle", "undo-2", pgettext_lazy("relationship", "Withdrawn")),
    },
    "job": {
        "waiting": Look("idle", "hourglass", pgettext_lazy("job", "Waiting")),
        "running": Look("info", "loader", pgettext_lazy("job", "Running")),
        "done": Look("ok", "circle-check", pgettext_lazy("job", "Done")),
        "refused": Look("warn", "circle-alert", pgettext_lazy("job", "Done, some refused")),
        "failed": Look("danger", "circle-x", pgettext_lazy("job", "Failed")),
    },
}


TIER_WORDS: dict[str, Text] = {
    "silver": pgettext_lazy("tier", "Silver"),
    "gold": pgettext_lazy("tier", "Gold"),
    "platinum": pgettext_lazy("tier", "Platinum"),
}


def look(kind: str, value: str) -> Look:
    """The look of state `value` of a `kind` of thing. An unknown one is a mistake and raises KeyError."""
    return LOOKS[kind][value]
