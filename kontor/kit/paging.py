"""Numbers that an address names: the page of a list, the line that a page of lines begins with."""

from __future__ import annotations

from django.http import HttpRequest


def number_in(request: HttpRequest, name: str, *, otherwise: int = 1) -> int:
    """The number above zero under `name` in the address; `otherwise` where there is none, or none of at most eight figures."""
    said = request.GET.get(name, "")
    return (int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0) or otherwise
