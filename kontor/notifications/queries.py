"""Reading a person's inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.scope import Actor
from kontor.notifications import kinds
from kontor.notifications.models import Notification, UnwantedMail


@dataclass(frozen=True, slots=True)
class Told:
    """A notification with the words for its reader."""

    notification: Notification
    kind: kinds.Kind
    sentence: str


def inbox(reader: Actor, keys: Keys) -> Page[Told]:
    """What the person was told, newest first."""
    own = Notification.objects.filter(user_id=reader.scope.user or 0)
    return page_of(own, order=("-id",), keys=keys).map(_told)


def _told(notification: Notification) -> Told:
    kind = kinds.known(notification.kind) or kinds.Kind("bell", "idle", notification.kind)
    return Told(notification, kind, kind.sentence(notification.params))


def notification_of(reader: Actor, pk: int) -> Notification:
    """One of the person's own. Raises `Notification.DoesNotExist`."""
    return Notification.objects.get(user_id=reader.scope.user or 0, pk=pk)


def unread(reader: Actor) -> QuerySet[Notification]:
    """What the person has not seen."""
    return Notification.objects.filter(user_id=reader.scope.user or 0, read_at=None)


def unwanted(reader: Actor) -> set[str]:
    """The kinds of mail that the person has switched off."""
    own = UnwantedMail.objects.filter(user_id=reader.scope.user or 0)
    return set(own.values_list("kind", flat=True))


def bell(request: HttpRequest) -> frame.Tool | None:
    """The bell in the top bar."""
    person: Actor | None = getattr(request, "person", None)
    if person is None:
        return None
    return frame.Tool(url=reverse("notifications:inbox"), count=unread(person))


def account(request: HttpRequest) -> Sequence[frame.Entry]:
    """The tab of "My account" on which one chooses mails."""
    if getattr(request, "person", None) is None:
        return []
    return [frame.Entry("mails", _("Mails"), reverse("notifications:mails"))]
