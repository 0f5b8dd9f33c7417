"""Writing help pages: every version stays, and the journal says who wrote it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.knowledge.actions import write
from kontor.knowledge.models import HelpPage, HelpVersion
from kontor.partners.models import Staff, Terms
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]


def filled(admin: Client, url: str) -> dict[str, Any]:
    """What a browser would send back if nothing was changed."""
    context = admin.get(url).context
    (versions,) = (inline.formset for inline in context["inline_admin_formsets"])
    return {
        field.html_name: "" if field.value() is None else field.value()
        for form in (context["adminform"].form, versions.management_form)
        for field in form
    }


@pytest.fixture
def url(help_pages: dict[str, HelpPage]) -> str:
    return f"/admin/knowledge/helppage/{help_pages['quick'].pk}/change/"


def versions() -> list[tuple[int, str]]:
    with acting_in(STAGE):
        rows = HelpVersion.objects.filter(page__slug="order-quickly").order_by("version")
        return list(rows.values_list("version", "title_en"))


def test_saving_other_words_makes_a_version_and_keeps_the_old(
    client_of: SignIn, olav: Staff, url: str
) -> None:
    admin = client_of(olav)
    assert admin.post(url, filled(admin, url) | {"title_en": "Order fast"}).status_code == 302
    assert versions() == [(1, "Order quickly"), (2, "Order fast")]
    assert (
        "<h1>Order fast</h1>"
        in Client().get("/help/order-quickly/", headers={"accept-language": "en"}).content.decode()
    )
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="helppage.written", user_id=olav.user_id)
    assert entry.details == {"slug": "order-quickly", "version": 2}


def test_saving_the_same_words_makes_none(client_of: SignIn, olav: Staff, url: str) -> None:
    admin = client_of(olav)
    assert admin.post(url, filled(admin, url) | {"position": "7"}).status_code == 302
    assert versions() == [(1, "Order quickly")]
    with acting_in(STAGE):
        assert HelpPage.objects.get(slug="order-quickly").position == 7


def test_old_versions_are_shown_and_pages_are_not_removed(client_of: SignIn, olav: Staff, url: str) -> None:
    admin = client_of(olav)
    assert "Order quickly" in admin.get(url).content.decode()
    assert admin.post(url.replace("change", "delete")).status_code == 403


def test_the_next_version_of_a_text_begins_with_the_words_of_the_last(
    client_of: SignIn, olav: Staff, terms: dict[str, Terms]
) -> None:
    admin, sale = client_of(olav), terms["sale"]
    assert admin.get(f"/admin/partners/terms/{sale.pk}/change/").status_code == 200
    onward = admin.get(f"/admin/partners/terms/{sale.pk}/next/")
    assert onward["Location"] == f"/admin/partners/terms/add/?after={sale.pk}"
    form = admin.get(onward["Location"]).context["adminform"].form
    sent = {field.html_name: field.value() or "" for field in form}
    assert sent["body_de"] == sale.body_de
    assert admin.post(onward["Location"], sent | {"valid_from": "2999-01-01"}).status_code == 302
    with acting_in(STAGE):
        assert list(
            Terms.objects.filter(kind="sale").values_list("version", flat=True).order_by("version")
        ) == [4, 5]


def test_others_may_not_write(help_pages: dict[str, HelpPage], petra: Staff, sigrid: Staff) -> None:
    for staff in (petra, sigrid):
        with acting_in(STAGE), pytest.raises(NotAllowed):
            write(help_pages["quick"], words={"title_en": "Mine"}, by=staff)
    assert versions() == [(1, "Order quickly")]
