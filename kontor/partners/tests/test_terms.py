"""The operator's texts: public, every version readable, and harmless whatever was written."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from kontor.kit.markdown import to_html
from kontor.kit.scope import acting_in
from kontor.partners.models import Terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(stage, terms) -> Terms:
    """The next terms of sale, not yet in force."""
    with acting_in(stage):
        return Terms.objects.create(
            kind="sale",
            version=5,
            valid_from=dt.date(2999, 1, 1),
            **{f"title_{language}": "Later" for language in ("nb", "de", "en")},
            **{f"body_{language}": "Later." for language in ("nb", "de", "en")},
        )


def test_the_version_in_force_is_public(terms, later):
    page = Client().get("/legal/sale/", headers={"accept-language": "de"})
    assert page.status_code == 200
    assert page.context["terms"].version == 4
    assert "<h2>Eins</h2>" in page.content.decode()


def test_every_version_stays_readable(terms, later):
    assert Client().get("/legal/sale/5/").context["terms"].version == 5
    assert Client().get("/legal/sale/4/").status_code == 200


@pytest.mark.parametrize("path", ["/legal/sale/6/", "/legal/nothing/", "/legal/nothing/1/"])
def test_what_does_not_exist_is_not_found(terms, path):
    assert Client().get(path).status_code == 404


def test_a_signed_in_customer_reads_it_in_the_frame(terms, anna, client_of):
    page = client_of(anna).get("/legal/shipping/")
    assert page.status_code == 200
    assert "<h2>En</h2>" in page.content.decode()


def test_a_page_asks_little(terms, at_most):
    with at_most(6):
        page = Client().get("/legal/sale/")
    assert page.status_code == 200


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "[a](data:text/html,x)",
    ],
)
def test_nothing_written_can_do_harm(written):
    html = to_html(written)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html


def test_headings_lists_and_tables_come_out():
    html = to_html("## One\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[post](mailto:a@b.example)")
    assert "<h2>One</h2>" in html
    assert "<li>a</li>" in html
    assert "<td>1</td>" in html
    assert 'href="mailto:a@b.example"' in html


def test_a_title_within_the_text_stands_below_the_pages_own():
    html = to_html("# Norway\n\n## Rates")
    assert "<h2>Norway</h2>" in html
    assert "<h3>Rates</h3>" in html
