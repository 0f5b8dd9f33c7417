"""Reading the help. It is the same for everybody, so nobody is asked who they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Q, QuerySet

from kontor.kit.formats import reader
from kontor.knowledge.models import HelpPage, HelpTopic, HelpVersion

CONFIGURATIONS: Final = {"nb": "norwegian", "de": "german", "en": "english"}
BODIES: Final = ("body_nb", "body_de", "body_en")
MOST_WORDS: Final = 6
SHOWN: Final = 50


def newest() -> QuerySet[HelpVersion]:
    """The words that each published page has now, with the page and its topic."""
    last = HelpVersion.objects.order_by("page_id", "-version").distinct("page_id").values("pk")
    published = HelpVersion.objects.filter(pk__in=last, page__is_published=True)
    return published.select_related("page__topic").order_by(
        "page__topic__position", "page__topic__code", "page__position", "page__slug"
    )


def help_for(place: str) -> HelpVersion | None:
    """The help page that is linked from `place` (see `places`), with its words; the first where there are several."""
    here = HelpVersion.objects.filter(page__place=place, page__is_published=True)
    order = ("page__position", "page__slug", "-version")
    return here.select_related("page").defer(*BODIES).order_by(*order).first()


def page_for(slug: str) -> HelpVersion:
    """A page as it is now. Raises `HelpVersion.DoesNotExist`."""
    return newest().get(page__slug=slug)


def by_topic() -> list[tuple[HelpTopic, list[HelpVersion]]]:
    """All pages under their topics, without their texts."""
    pages = newest().defer(*BODIES)
    return [(topic, list(rows)) for topic, rows in groupby(pages, key=lambda one: one.page.topic)]


def others_of(page: HelpPage) -> Sequence[HelpVersion]:
    """The other pages of the same topic."""
    return list(newest().defer(*BODIES).filter(page__topic=page.topic_id).exclude(page=page))


def search_help(text: str) -> QuerySet[HelpVersion]:
    """Pages with these words in the reader's language, those with them in the title first.

    The last word may be unfinished; a title is also found by parts of its words ("filter" in "Rücklauffilter").
    """
    words = re.findall(r"[^\W_]+", text)[:MOST_WORDS]
    if not words:
        return HelpVersion.objects.none()
    language = reader()
    title, body = f"title_{language}", f"body_{language}"
    config = CONFIGURATIONS[language]
    vector = SearchVector(title, weight="A", config=config) + SearchVector(body, weight="B", config=config)
    query = SearchQuery(" & ".join([*words[:-1], f"{words[-1]}:*"]), search_type="raw", config=config)
    parts = Q()
    for word in words:
        parts &= Q(**{f"{title}__icontains": word})
    found = newest().annotate(found=vector, rank=SearchRank(vector, query)).filter(Q(found=query) | parts)
    return found.defer(*BODIES).order_by("-rank", "page__slug")
