"""The shop's tree of categories, read at once: a few hundred rows, asked by every page of the shop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kontor.catalogue.models import Category
from kontor.kit.formats import reader
from kontor.kit.translated import LANGUAGES


@dataclass(frozen=True, slots=True)
class Place:
    """A category in the tree."""

    id: int
    path: str
    parent_id: int | None
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[LANGUAGES.index(reader())] or next(filter(None, self.names), "")


class Tree:
    """All categories; siblings in their order."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places

    @cached_property
    def _by_path(self) -> dict[str, Place]:
        return {place.path: place for place in self._places}

    @cached_property
    def _by_id(self) -> dict[int, Place]:
        return {place.id: place for place in self._places}

    @cached_property
    def _children(self) -> dict[int | None, list[Place]]:
        children: dict[int | None, list[Place]] = {}
        for place in self._places:
            children.setdefault(place.parent_id, []).append(place)
        return children

    def at(self, path: str) -> Place | None:
        return self._by_path.get(path.strip("/"))

    def of(self, category_id: int) -> Place | None:
        return self._by_id.get(category_id)

    def children(self, place: Place | None) -> list[Place]:
        """The categories right below one; the first level below None."""
        return self._children.get(place.id if place else None, [])

    def trail(self, place: Place | None) -> list[Place]:
        """From the first level down to the place itself."""
        trail: list[Place] = []
        while place is not None and place not in trail:
            trail.insert(0, place)
            place = self._by_id.get(place.parent_id or 0)
        return trail

    def below(self, place: Place) -> list[int]:
        """Ids of the place and of all below it."""
        found = [place.id]
        for child in self.children(place):
            found.extend(self.below(child))
        return found


def tree() -> Tree:
    """The categories as they are now. One query."""
    names = [f"name_{language}" for language in LANGUAGES]
    rows = Category.objects.order_by("position", "path").values_list("id", "path", "parent_id", *names)
    return Tree([Place(id_, path, parent, tuple(words)) for id_, path, parent, *words in rows])
