"""What a mapping needs to be there before its file is loaded: a selling entity, a product area."""

from __future__ import annotations

from kontor.erp.errors import BadMapping
from kontor.erp.loading.mapping import FileMapping
from kontor.kit.actors import SystemActor
from kontor.kit.translated import LANGUAGES
from kontor.partners.actions import add_area, add_entity
from kontor.partners.models import ProductArea, SellingEntity


def make_ready(mapping: FileMapping, *, by: SystemActor) -> None:
    """Add the entities and areas that the mapping names and that are not there yet; those that are stay as they are."""
    try:
        for entity in mapping.entities:
            if not SellingEntity.objects.filter(code=entity["code"]).exists():
                add_entity(by=by, **entity)
        for area in mapping.areas:
            if not ProductArea.objects.filter(code=area["code"]).exists():
                names = {language: str(area[f"name_{language}"]) for language in LANGUAGES}
                add_area(code=str(area["code"]), name=names, position=ProductArea.objects.count(), by=by)
    except (KeyError, TypeError) as problem:
        raise BadMapping(problem=f"an entity or area is not complete: {problem}") from problem
