"""What registrations tell pages of lower floors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.onboarding import queries


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Somebody who wants to join the company; `url` is the page on which an administrator decides."""

    name: str
    email: str
    title: str
    asked_at: dt.datetime | None
    url: str


def join_requests(viewer: Any, company_ids: Sequence[int]) -> dict[int, list[JoinRequest]]:
    """Who wants to join the viewer's company, for its administrators. One query."""
    if not isinstance(viewer, Member) or viewer.company_id not in company_ids:
        return {}
    if not may(viewer, Permission.MANAGE_USERS):
        return {}
    asked = [
        JoinRequest(
            name=one.name,
            email=one.email,
            title=one.title,
            asked_at=one.sent_at,
            url=reverse("join_requests:detail", args=[one.pk]),
        )
        for one in queries.join_requests(viewer)
    ]
    return {viewer.company_id: asked} if asked else {}
