"""Trying to get at what is not one's own, at every address at once (QU-3, CO-12).

The things are Fjordbygg's, as in the access matrix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from kontor.companies.actions import add_member, add_role, change_rights
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission
from kontor.companies.switching import SAME_FOR_ALL
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.test_access_matrix import COLUMNS, address, listed, name_of, routes
from tests.test_access_matrix import world as world
from tests.test_looking_everywhere import written

# Nobody reads the files that are answered.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]

ROUTES: Final = sorted(routes(get_resolver().url_patterns))
# What the whole world may read, or what answers by itself whoever asks.
PUBLIC: Final = ("healthz", "readyz", "demo/", "shop/pictures/", "theme/")


def cells(column: str, *, status: str) -> Iterator[tuple[str, str]]:
    """The addresses and methods at which somebody of the table gets this answer."""
    names = {name_of(route): route for route in ROUTES}
    for (name, method), statuses in listed().items():
        if statuses[COLUMNS.index(column)] == status:
            yield names[name], method


def send(client: Client, method: str, url: str, data: dict[str, str] | None = None, **headers: str) -> Any:
    """The answer; what the request changed is undone."""
    client.raise_request_exception = False
    with transaction.atomic():
        answer = (
            client.get(url, headers=headers)
            if method == "GET"
            else client.post(url, data or {}, headers=headers)
        )
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("person", ["claudia", "stefan"])
def test_as_a_fragment_it_is_as_little_there_as_as_a_page(
    person: str, world: dict[str, Any], request: pytest.FixtureRequest, client_of: Any
) -> None:
    client = client_of(request.getfixturevalue(person))
    for route, method in cells(person, status="404"):
        answer = send(client, method, address(route, world), hx_request="true")
        assert answer.status_code == 404, (method, route)
        assert b"Fjordbygg" not in answer.content, (method, route)


@pytest.mark.parametrize("person", ["claudia", "stefan"])
def test_nobody_learns_whether_a_foreign_thing_exists(
    person: str, world: dict[str, Any], request: pytest.FixtureRequest, client_of: Any
) -> None:
    client = client_of(request.getfixturevalue(person))
    nowhere = world | {name: _nothing(value) for name, value in world.items()}
    for route, method in cells(person, status="404"):
        there, gone = (send(client, method, address(route, such)) for such in (world, nowhere))
        assert gone.status_code == 404, (method, route)
        assert _plain(there, address(route, world)) == _plain(gone, address(route, nowhere)), (method, route)


def _nothing(key: Any) -> Any:
    """A key of the same shape that nothing has."""
    return (
        987654321
        if isinstance(key, int) or str(key).isdigit()
        else re.sub(r"[0-9a-f](?=[0-9a-f]*$)", "9", str(key))
    )


def _plain(answer: Any, url: str) -> str:
    """The page without what differs from one request to the next."""
    page = answer.content.decode().replace(url, "")
    return re.sub(r'(nonce|value|content|hx-headers)=(?:"[^"]*"|\'[^\']*\')', "", page)


def test_what_a_person_saw_is_not_kept_for_the_next(
    world: dict[str, Any], anna: Member, petra: Staff, claudia: Member, client_of: Any
) -> None:
    hers = client_of(claudia)
    for person in (anna, petra):
        client = client_of(person)
        for route in ROUTES:
            if route.startswith(PUBLIC):
                continue
            answer = send(client, "GET", url := address(route, world))
            kept = answer["Cache-Control"]
            assert "no-store" in kept or kept.startswith("private"), (route, kept)
            if tag := answer.headers.get("ETag"):
                again = send(hers, "GET", url, if_none_match=tag)
                assert again.status_code != 304, route


def test_a_form_of_one_company_does_nothing_while_one_acts_for_another(
    world: dict[str, Any], anna: Member, rheintal: Company, claudia: Member, client_of: Any
) -> None:
    """Whatever form it is, and also if the company is none of theirs."""
    with acting_in(STAGE):
        also = add_member(rheintal, user=anna.user, first_name="A", last_name="H", roles=["buyer"], by=STAGE)
        stranger = Company.objects.create(**_like(rheintal))
    client = client_of(anna)
    for route in ROUTES:
        url = address(route, world)
        if url.startswith(SAME_FOR_ALL) or route in ("healthz", "readyz"):
            continue
        before = written()
        sent: dict[str, Any]
        for sent in (
            {"data": {"acting_for": str(also.company_id)}},
            {"x_acting_for": str(stranger.pk)},
            {"data": {"acting_for": str(stranger.pk), "switch_and_send": "1"}},
        ):
            assert send(client, "POST", url, **sent).status_code == 409, (route, sent)
            assert written() == before, (route, sent)


def _like(company: Company) -> dict[str, Any]:
    names = ("country", "language", "currency", "entity", "partner", "tier")
    return {name: getattr(company, name) for name in names} | {"number": "999999", "name": "Stranger"}


def test_who_was_deactivated_is_out_at_once_everywhere(
    world: dict[str, Any], anna: Member, bjorn: Member, client_of: Any
) -> None:
    """With the session of before; what is left is the person's own account."""
    client = client_of(anna)
    assert client.get("/company/").status_code == 200
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=False)
    for route, method in ((route, method) for route in ROUTES for method in ("GET", "POST")):
        if route.startswith(("accounts/", "demo/", "help/", "legal/", "register/")):
            continue
        before = written()
        answer = send(client, method, address(route, world))
        assert written() == before, (method, route)
        assert b"Fjordbygg" not in (b"" if answer.streaming else answer.content), (method, route)


def test_each_right_closes_what_it_is_for_and_at_once(
    world: dict[str, Any], anna: Member, tom: Member, client_of: Any
) -> None:
    """An own role with all rights but one: what one could do is 403 in the same session, and nothing else changes."""
    client = client_of(tom)
    asked = [
        (method, address(route, world))
        for route in ROUTES
        for method in ("GET", "POST")
        if route.startswith(("cart/", "company/", "equipment/", "orders/", "service/", "shop/", "documents/"))
    ]
    with acting_in(anna):
        role = add_role(anna.company, name="All", permissions=list(Permission), by=anna)
        change_rights(tom, roles=[], own_role=role, by=anna)

    def statuses() -> dict[tuple[str, str], int]:
        return {(method, url): send(client, method, url).status_code for method, url in asked}

    open_now = {key: status for key, status in statuses().items() if status not in (403, 405)}
    # Without seeing things one can do nothing with them: that comes last.
    for right in sorted(Permission, key=lambda right: right.startswith("see_")):
        asked = [key for key in asked if key in open_now]
        with acting_in(STAGE):
            type(role).objects.filter(pk=role.pk).update(
                permissions=[one for one in Permission if one != right]
            )
        closed = {key: status for key, status in statuses().items() if status != open_now[key]}
        assert closed, f"nothing asks for {right}"
        assert set(closed.values()) == {403}, closed
        for key in closed:
            del open_now[key]
