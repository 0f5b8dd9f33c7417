"""Loading the help pages of the demonstration through the portal's own actions."""

from __future__ import annotations

from kontor.demo.data.help import PAGES, TOPICS
from kontor.kit.actors import SystemActor
from kontor.knowledge.actions import add_page, add_topic


def load_help(by: SystemActor) -> int:
    """Add all topics and pages; how many pages."""
    topics = {
        topic.code: add_topic(code=topic.code, name=topic.name, icon=topic.icon, position=position, by=by)
        for position, topic in enumerate(TOPICS, start=1)
    }
    for position, page in enumerate(PAGES, start=1):
        add_page(
            slug=page.slug,
            topic=topics[page.topic],
            title=page.title,
            body=page.body,
            place=page.place,
            position=position,
            by=by,
        )
    return len(PAGES)
