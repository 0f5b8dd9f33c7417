"""The overview's entry in the side bar, and the search in the top bar."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """`Overview` for members."""
    if getattr(request, "member", None) is None:
        return []
    return [frame.Entry("overview", _("Overview"), reverse("home:overview"), icon="house")]


def search(request: HttpRequest) -> frame.Search | None:
    """The field at the top searches everything one may see."""
    if getattr(request, "person", None) is None:
        return None
    words = (
        _("Search customers, orders, machines, cases …")
        if getattr(request, "staff", None)
        else _("Search products, orders, machines, cases …")
    )
    return frame.Search(reverse("home:search"), words, suggest_url=reverse("home:suggest"))
