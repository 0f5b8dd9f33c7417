"""A help page of the demonstration, and the headings they stand under."""

from dataclasses import dataclass

from kontor.demo.data.texts import Texts


@dataclass(frozen=True)
class Topic:
    code: str
    icon: str
    name: Texts


@dataclass(frozen=True)
class Page:
    """One question; `place` says which pages of the portal link to it."""

    slug: str
    topic: str
    place: str
    title: Texts
    body: Texts
