"""Writing help pages. Each saving of new words makes a version; those before stay."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from kontor.journal.actions import record
from kontor.kit.translated import LANGUAGES
from kontor.knowledge.models import HelpPage, HelpTopic, HelpVersion
from kontor.partners.actions import OurSide, Texts, require_administrator


@transaction.atomic
def add_topic(*, code: str, name: Texts, by: OurSide, icon: str = "", position: int = 0) -> HelpTopic:
    """Add a heading that help pages stand under; `icon` is one of lucide's that a template names."""
    require_administrator(by)
    names = {f"name_{language}": name[language] for language in LANGUAGES}
    topic = HelpTopic.objects.create(code=code, icon=icon, position=position, **names)
    record("helptopic.added", topic, by=by, code=code)
    return topic


@transaction.atomic
def add_page(
    *,
    slug: str,
    topic: HelpTopic,
    title: Texts,
    body: Texts,
    by: OurSide,
    place: str = "",
    position: int = 0,
) -> HelpPage:
    """Add a help page with its first words; `place` says which pages of the portal link to it."""
    require_administrator(by)
    page = HelpPage.objects.create(slug=slug, topic=topic, place=place, position=position)
    record("helppage.added", page, by=by, slug=slug)
    write(page, words=words_of(title, body), by=by)
    return page


@transaction.atomic
def write(page: HelpPage, *, words: Mapping[str, str], by: OurSide) -> HelpVersion | None:
    """Give a page new words, `title_nb` … `body_en`; None where they are the same as now."""
    require_administrator(by)
    HelpPage.objects.select_for_update().get(pk=page.pk)
    last = HelpVersion.objects.filter(page=page).order_by("-version").first()
    if last is not None and all(getattr(last, name) == text for name, text in words.items()):
        return None
    version = HelpVersion.objects.create(page=page, version=last.version + 1 if last else 1, **words)
    record("helppage.written", page, by=by, slug=page.slug, version=version.version)
    return version


def words_of(title: Texts, body: Texts) -> dict[str, str]:
    """Title and text in three languages as the columns of a version."""
    return {
        f"{field}_{language}": texts[language]
        for field, texts in (("title", title), ("body", body))
        for language in LANGUAGES
    }
