"""Help pages to read."""

from __future__ import annotations

import pytest

from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.knowledge.actions import add_page, add_topic
from kontor.knowledge.models import HelpPage


def three(text: str) -> dict[str, str]:
    """The same in three languages, each with its own ending."""
    return {language: f"{text} {language}" for language in ("nb", "de", "en")}


@pytest.fixture
def help_pages(stage: SystemActor) -> dict[str, HelpPage]:
    """Two pages under one topic, of which one is linked from the quick order."""
    with acting_in(stage):
        topic = add_topic(code="ordering", name=three("Ordering"), icon="store", by=stage)
        return {
            "quick": add_page(
                slug="order-quickly",
                topic=topic,
                title={"nb": "Bestille raskt", "de": "Schnell bestellen", "en": "Order quickly"},
                body={"nb": "## Lim inn\n\nEn linje.", "de": "## Einfügen\n\nEine Zeile je Rücklauffilter.", "en": "## Paste\n\nOne line per article."},
                place="quick-order",
                by=stage,
            ),
            "cart": add_page(slug="cart", topic=topic, title=three("The cart"), body=three("A body"), position=2, by=stage),
        }  # fmt: skip
