"""A partner ends a relationship at the desk, with a reason (CO-8)."""

from __future__ import annotations

import pytest

from kontor.companies.models import Relationship
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def served(fjordbygg, areas) -> Relationship:
    with acting_in(STAGE):
        return Relationship.objects.get(company=fjordbygg, area=areas["office"])


def now(one: Relationship) -> Relationship:
    with acting_in(STAGE):
        return Relationship.objects.get(pk=one.pk)


def test_petra_ends_it_from_its_page(petra, served, client_of):
    client, path = client_of(petra), f"/desk/relationships/{served.pk}/end/"
    assert f'href="{path}"' in client.get(f"/desk/relationships/{served.pk}/").content.decode()
    refused = client.post(path, {"reason": " "})
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"reason"})
    assert now(served).status == "active"
    assert client.post(path, {"reason": "We close the office."}).status_code == 302
    assert (now(served).status, now(served).ended_by_staff_id) == ("ended", petra.pk)


def test_another_partners_staff_do_not_see_it(stefan, served, client_of):
    client, path = client_of(stefan), f"/desk/relationships/{served.pk}/end/"
    assert (client.get(path).status_code, client.post(path, {"reason": "Ours."}).status_code) == (404, 404)
    assert now(served).status == "active"
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="relationship.ended").exists()
