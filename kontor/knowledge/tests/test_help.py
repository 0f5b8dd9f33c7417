"""Reading the help: public, in the reader's language, linked from where it helps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import translation

from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.knowledge import queries
from kontor.knowledge.actions import add_page
from kontor.knowledge.models import HelpPage
from kontor.knowledge.places import OF_VIEW
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.queries import Counter

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]
type Pages = dict[str, HelpPage]


def read(client: Client, url: str, language: str = "en") -> str:
    return client.get(url, headers={"accept-language": language}).content.decode()


def test_everybody_reads_it_in_their_language(client: Client, help_pages: Pages) -> None:
    assert "Schnell bestellen" in read(client, "/help/", "de")
    page = read(client, "/help/order-quickly/", "nb")
    assert "<h1>Bestille raskt</h1>" in page
    assert "<h2>Lim inn</h2>" in page
    assert "The cart nb" in page


def test_members_and_staff_read_it_in_their_frame(
    client_of: SignIn, help_pages: Pages, anna: Member, petra: Staff
) -> None:
    assert 'class="side"' in read(client_of(anna), "/help/order-quickly/")
    assert 'class="side"' in read(client_of(petra), "/help/")


@pytest.mark.parametrize(
    ("language", "text", "hits"),
    [
        ("en", "article", ["order-quickly"]),  # a word of the text
        ("en", "ordering quick", ["order-quickly"]),  # by its stem
        ("en", "arti", ["order-quickly"]),  # unfinished
        ("en", "car", ["cart"]),
        ("de", "rücklauffilter", ["order-quickly"]),
        ("de", "bestell", ["order-quickly"]),
        ("nb", "rücklauffilter", []),
        ("en", "& | ! :*", []),
        ("en", "nothing like it", []),
    ],
)
def test_it_is_found_by_its_words(help_pages: Pages, language: str, text: str, hits: list[str]) -> None:
    with acting_in(STAGE), translation.override(language):
        assert [words.page.slug for words in queries.search_help(text)] == hits


def test_a_search_without_hits_says_whom_to_ask(client: Client, help_pages: Pages) -> None:
    page = read(client, "/help/?q=xyzzy")
    assert "No help page has these words" in page
    assert "22 00 00 00" in page


def test_what_is_not_published_is_not_there(client: Client, help_pages: Pages) -> None:
    with acting_in(STAGE):
        HelpPage.objects.update(is_published=False)
    assert client.get("/help/order-quickly/").status_code == 404
    assert "No help pages yet" in read(client, "/help/")
    with acting_in(STAGE):
        assert queries.help_for("quick-order") is None


def test_a_page_of_the_portal_names_its_help(client_of: SignIn, help_pages: Pages, bjorn: Member) -> None:
    client = client_of(bjorn)
    assert "/help/order-quickly/" in read(client, "/shop/quick-order/")
    assert "/help/order-quickly/" not in read(client, "/orders/")


def test_it_asks_the_same_for_two_pages_and_for_27(
    client: Client, help_pages: Pages, at_most: Counter
) -> None:
    with at_most(3) as few:
        client.get("/help/")
    with acting_in(STAGE):
        for number in range(25):
            words = dict.fromkeys(("nb", "de", "en"), f"Page {number}")
            add_page(slug=f"page-{number}", topic=help_pages["cart"].topic, title=words, body=words, by=STAGE)
    with at_most(3) as many:
        assert "Page 24" in read(client, "/help/")
    assert len(few) == len(many)
    with at_most(4):
        client.get("/help/cart/")


def test_places_name_pages_that_exist() -> None:
    known: set[str] = set()

    def walk(patterns: list, namespace: str) -> None:  # type: ignore[type-arg]
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(
                    pattern.url_patterns,
                    f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace,
                )
            elif pattern.name:
                known.add(namespace + pattern.name)

    walk(get_resolver().url_patterns, "")
    assert set(OF_VIEW) <= known
