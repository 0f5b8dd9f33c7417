"""My company: its people and places."""

from __future__ import annotations

import pytest

from kontor.companies.actions import add_address
from kontor.companies.models import Role
from kontor.kit.scope import acting_in
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db


def test_it_asks_the_same_for_one_administrator_and_place_and_for_25(anna, fjordbygg, client_of, at_most):
    client = client_of(anna)
    client.get("/company/")
    with at_most(13) as few:
        page = client.get("/company/")
    assert (len(page.context["administrators"]), len(page.context["addresses"])) == (1, 3)
    for number in range(24):
        make_member(fjordbygg, f"Liv{number}", "Ås", Role.ADMINISTRATOR)
        with acting_in(anna):
            add_address(
                fjordbygg, kind="delivery", name=f"Rigg {number}", street="Gata 9", postcode="7010",
                city="Trondheim", country="NO", by=anna,
            )  # fmt: skip
    with at_most(13) as many:
        page = client.get("/company/")
    assert (len(page.context["administrators"]), len(page.context["addresses"])) == (25, 27)
    assert len(few) == len(many)
