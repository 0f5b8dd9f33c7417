"""Every page names whom to call (CO-13), and a refusal who can help."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.companies.models import Company, Member
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]


def side(client: Client, url: str = "/help/") -> str:
    page = client.get(url).content.decode()
    return page.partition('<nav class="side"')[2].partition("</nav>")[0]


def test_members_call_their_partner(client_of: SignIn, anna: Member) -> None:
    words = side(client_of(anna))
    assert "Hansa Nord" in words
    assert "Petra Lund" in words
    assert 'href="tel:73001240"' in words
    assert "mailto:post@hansa-nord.example" in words


def test_members_without_a_partner_call_the_operator(client_of: SignIn, anna: Member) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(partner=None)
    words = side(client_of(anna))
    assert "Kundeservice" in words
    assert 'href="tel:22000000"' in words
    assert "Hansa Nord" not in words


def test_staff_are_told_nobody(client_of: SignIn, petra: Staff) -> None:
    assert "tel:" not in side(client_of(petra))


def test_a_refusal_names_the_administrators(
    client_of: SignIn, rita: Member, anna: Member, claudia: Member
) -> None:
    answer = client_of(rita).get("/cart/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert anna.name in page
    assert f"mailto:{anna.user.email}" in page
    assert claudia.name not in page


def test_what_does_not_exist_is_searched_for(client_of: SignIn, anna: Member) -> None:
    answer = client_of(anna).get("/nothing/")
    assert answer.status_code == 404
    assert '<form role="search" action="/search/">' in answer.content.decode()


def test_where_no_role_lets_one_in_nobody_is_asked_for_it(
    client_of: SignIn, anna: Member, petra: Staff
) -> None:
    answer = client_of(anna).get("/desk/orders/")
    assert answer.status_code == 403
    assert "bare for våre egne medarbeidere" in answer.content.decode()
    assert "mailto:anna" not in answer.content.decode()
    answer = client_of(petra).get("/cart/")
    assert answer.status_code == 403
    assert "for medlemmer av et kundefirma" in answer.content.decode()
