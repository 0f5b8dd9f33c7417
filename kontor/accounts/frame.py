"""The accounts' tabs of "My account"."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit.frame import Entry


def account(request: HttpRequest) -> Sequence[Entry]:
    """Who one is, and what one signs in with."""
    return [
        Entry("person", _("Personal data"), reverse("account_me")),
        Entry("security", _("Sign-in and security"), reverse("account_security")),
    ]


def language(request: HttpRequest) -> Sequence[Entry]:
    """In which language one reads."""
    return [Entry("language", _("Language"), reverse("account_language"))]
