"""Who may look and who may act, as types."""

from __future__ import annotations

from typing import Final

from kontor.companies.models import Member
from kontor.kit.actors import SystemActor
from kontor.partners.models import Staff

type Person = Member | Staff
type Viewer = Member | Staff | SystemActor
type By = Member | Staff | SystemActor

INVITATIONS: Final = SystemActor("companies.invitations")
MEMBERS: Final = SystemActor("companies.members")
RELATIONSHIPS: Final = SystemActor("companies.relationships")
SETTINGS: Final = SystemActor("companies.settings")
MAILER: Final = SystemActor("companies.mail")
ERASER: Final = SystemActor("companies.eraser")
