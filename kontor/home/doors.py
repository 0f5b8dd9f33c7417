"""Addresses of other rooms; only doors that exist are shown."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.http import urlencode


def door(name: str, *args: Any, **query: str) -> str:
    """The address of a page by its name, with a query; empty where this installation has no such page."""
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:
        return ""
    return f"{url}?{urlencode(query)}" if query else url


def leads_somewhere(path: str) -> bool:
    """Whether there is a page at an address."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
