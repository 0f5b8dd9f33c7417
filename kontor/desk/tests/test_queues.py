"""The queues beside that of orders: who sees what of them, how they are narrowed, how they are sorted (ST-1, ST-2)."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.desk.queue import Wanted
from kontor.desk.queues import QUEUES
from kontor.desk.templatetags import desk as tags
from kontor.desk.tests.stage_queues import (
    ago,
    case,
    change,
    contact,
    invitation,
    machine,
    registration,
    relationship,
)
from kontor.partners.models import ProductArea, Staff

pytestmark = pytest.mark.django_db

type Make = Callable[..., Any]


@pytest.fixture
def make(anna: Member, areas: dict[str, ProductArea]) -> dict[str, Make]:
    """For each queue how a thing of Hansa Nord comes into it."""
    area = areas["construction"]
    return {
        "registrations": lambda **values: registration(**{"partner": anna.company.partner} | values),
        "invitations": lambda **values: invitation(**{"partner": anna.company.partner} | values),
        "contacts": lambda **values: contact(**{"partner": anna.company.partner} | values),
        "changes": lambda **values: change(anna.company, area, **values),
        "relationships": lambda **values: relationship(anna, values.pop("area", area), **values),
        "machines": lambda **values: machine(anna, area, **values),
        "cases": lambda **values: case(anna, **values),
    }


def things(answer) -> list[Any]:
    assert answer.status_code == 200
    return [row.thing for row in answer.context["page"].rows]


@pytest.mark.parametrize("queue", QUEUES)
def test_partner_staff_see_their_own_only_by_any_url(
    queue: str, make: dict[str, Make], petra: Staff, stefan: Staff, olav: Staff, client_of
) -> None:
    thing = make[queue]()
    url = QUEUES[queue].url(thing)
    assert things(client_of(petra).get(f"/desk/{queue}/")) == [thing]
    assert things(client_of(olav).get(f"/desk/{queue}/")) == [thing]
    for tab in ("", "mine", "nobody", "theirs", "done", "all"):
        assert things(client_of(stefan).get(f"/desk/{queue}/", {"tab": tab})) == []
    partner = {"partner": thing.partner_id, "tab": "all"}
    assert things(client_of(stefan).get(f"/desk/{queue}/", partner)) == []
    assert client_of(stefan).get(url).status_code == 404
    assert client_of(stefan).get(url, headers={"HX-Request": "true"}).status_code == 404
    for verb in ("take", "hand-over", "decide" if queue != "cases" else "reply"):
        assert client_of(stefan).post(f"{url}{verb}/", {"to": stefan.pk}).status_code == 404
    for person in (petra, olav):
        assert client_of(person).get(url).status_code == 200


@pytest.mark.parametrize("queue", QUEUES)
def test_members_have_no_queues(queue: str, make: dict[str, Make], anna: Member, client_of) -> None:
    thing = make[queue]()
    for path in (f"/desk/{queue}/", QUEUES[queue].url(thing)):
        assert client_of(anna).get(path).status_code == 403


@pytest.mark.parametrize("queue", QUEUES)
def test_who_waits_longest_comes_first(
    queue: str, make: dict[str, Make], areas: dict[str, ProductArea], petra: Staff, client_of
) -> None:
    since = QUEUES[queue].since
    more = {"area": areas["office"]} if queue == "relationships" else {}
    fresh, old = make[queue](), make[queue](**{since: ago(days=3)} | more)
    client = client_of(petra)
    assert things(client.get(f"/desk/{queue}/")) == [old, fresh]
    assert things(client.get(f"/desk/{queue}/", {"sort": "-age"})) == [fresh, old]
    assert "siden " in client.get(f"/desk/{queue}/").content.decode()


@pytest.mark.parametrize("queue", QUEUES)
def test_the_operator_narrows_by_partner_and_area(
    queue: str, make: dict[str, Make], petra: Staff, stefan: Staff, olav: Staff, client_of
) -> None:
    thing = make[queue]()
    if queue == "cases":
        make[queue]()  # of no area
    client = client_of(olav)
    assert thing in things(client.get(f"/desk/{queue}/", {"partner": thing.partner_id}))
    assert things(client.get(f"/desk/{queue}/", {"partner": stefan.partner_id})) == []
    if queue in ("contacts", "changes"):
        return  # of no area
    assert things(client.get(f"/desk/{queue}/", {"area": "office"})) == []
    if queue != "cases":
        assert things(client.get(f"/desk/{queue}/", {"area": "construction"})) == [thing]


@pytest.mark.parametrize(
    ("queue", "search"),
    [
        ("registrations", "betong"),
        ("registrations", "@betongsaging"),
        ("registrations", "914206880"),
        ("invitations", "fosen"),
        ("invitations", "@fosengraving"),
        ("contacts", "faber"),
        ("changes", "fjordb"),
        ("relationships", "fjordb"),
        ("relationships", "104233"),
        ("machines", "nh-77 k"),
        ("machines", "Fjordbygg"),
        ("cases", "slew ring"),
        ("cases", "104233"),
    ],
)
def test_search(queue: str, search: str, make: dict[str, Make], petra: Staff, client_of) -> None:
    thing = make[queue](**{"serial": "NH77K"} if queue == "machines" else {})
    client = client_of(petra)
    assert things(client.get(f"/desk/{queue}/", {"q": search})) == [thing]
    assert things(client.get(f"/desk/{queue}/", {"q": "nothing of that name"})) == []


def test_tabs_of_cases(make: dict[str, Make], petra: Staff, client_of) -> None:
    new, mine = make["cases"](), make["cases"](handled_by=petra, status="open")
    waiting, solved = make["cases"](status="waiting", handled_by=petra), make["cases"](status="solved")
    client = client_of(petra)

    def tab(name: str) -> set[Any]:
        return set(things(client.get("/desk/cases/", {"tab": name})))

    assert tab("") == {new, mine}
    assert tab("mine") == {mine, waiting}
    assert tab("nobody") == {new}
    assert tab("theirs") == {waiting}
    assert tab("done") == {solved}
    assert tab("all") == {new, mine, waiting, solved}
    assert tab("nonsense") == {new, mine}


def test_registrations_that_are_nobodys_work_are_not_shown(
    make: dict[str, Make], anna: Member, olav: Staff, client_of
) -> None:
    hidden = [
        make["registrations"](status="draft", number=""),
        make["registrations"](status="unproven", proven_at=None),
        make["registrations"](joins=True, company=anna.company),
    ]
    client = client_of(olav)
    assert things(client.get("/desk/registrations/", {"tab": "all"})) == []
    for one in hidden[1:]:
        assert client.get(f"/desk/registrations/{one.number}/").status_code == 404


def test_the_side_bar_counts_what_waits_for_us(
    make: dict[str, Make], petra: Staff, stefan: Staff, client_of
) -> None:
    for queue in QUEUES:
        make[queue]()
    make["cases"](status="waiting")

    def counts(person: Staff) -> list[int | None]:
        modules = client_of(person).get("/desk/cases/").context["frame"].modules
        return [one.count for one in modules if one.key.startswith("desk-") and one.count is not None]

    assert counts(petra) == [0] + [1] * len(QUEUES)
    assert counts(stefan) == [0] * (len(QUEUES) + 1)


@pytest.mark.parametrize("queue", QUEUES)
def test_a_list_asks_the_same_for_one_thing_and_for_25(
    queue: str,
    make: dict[str, Make],
    anna: Member,
    areas: dict[str, ProductArea],
    olav: Staff,
    client_of,
    at_most,
) -> None:
    from kontor.kit.scope import acting_in
    from tests.cast import STAGE

    client = client_of(olav)
    first = make[queue]()
    client.get(f"/desk/{queue}/")
    with at_most(12) as one:
        assert len(things(client.get(f"/desk/{queue}/"))) == 1
    with acting_in(STAGE):
        area_of = list(areas.values())
    for index in range(26):
        if queue == "relationships":
            with acting_in(STAGE):
                # one company asks once for an area, so the others have declined before
                type(first).objects.create(
                    company=anna.company, partner=anna.company.partner, area=area_of[index % 5], status="declined",
                    requested_at=ago(hours=index), decided_at=ago(hours=index), requested_by=anna,
                )  # fmt: skip
        else:
            make[queue]()
    tab = {"tab": "done"} if queue == "relationships" else {}
    with at_most(12) as many:
        assert len(things(client.get(f"/desk/{queue}/", tab))) == 25
    assert len(many) == len(one) + 1  # it goes on, so it is counted


@pytest.mark.parametrize("queue", [key for key in QUEUES if key != "relationships"])  # asked for once an area
def test_the_next_page_goes_on_by_key(queue: str, make: dict[str, Make], petra: Staff, client_of) -> None:
    made = [make[queue](**{QUEUES[queue].since: ago(minutes=index)}) for index in range(28)]
    first = client_of(petra).get(f"/desk/{queue}/")
    rest = client_of(petra).get(f"/desk/{queue}/", {"after": first.context["page"].next})
    assert things(first) + things(rest) == made[::-1]


@pytest.mark.parametrize("queue", QUEUES)
def test_empty_ones_say_what_comes_here(queue: str, petra: Staff, client_of) -> None:
    client = client_of(petra)
    page = client.get(f"/desk/{queue}/").content.decode()
    assert "av seg selv" in page
    assert "Du har ikke tatt noe" in client.get(f"/desk/{queue}/", {"tab": "mine"}).content.decode()
    assert "Ingenting her passer" in client.get(f"/desk/{queue}/", {"q": "x"}).content.decode()
    assert "Let overalt" in client.get(f"/desk/{queue}/", {"q": "x"}).content.decode()


@pytest.mark.parametrize(
    ("since", "now", "long"),
    [
        ("2026-11-19T10:00", "2026-11-20T09:59", False),  # a Thursday
        ("2026-11-19T10:00", "2026-11-20T10:01", True),
        ("2026-11-20T16:00", "2026-11-23T15:59", False),  # over the weekend
        ("2026-11-20T16:00", "2026-11-23T16:01", True),
        ("2026-11-21T16:00", "2026-11-23T23:59", False),  # on a Saturday
        ("2026-11-21T16:00", "2026-11-24T00:01", True),
        ("2026-12-23T12:00", "2026-12-24T12:01", True),
        ("2026-12-24T12:00", "2026-12-28T11:59", False),  # Christmas
    ],
)
def test_free_days_do_not_make_anything_wait_long(
    since: str, now: str, long: bool, make: dict[str, Make], monkeypatch: pytest.MonkeyPatch
) -> None:
    oslo = zoneinfo.ZoneInfo("Europe/Oslo")
    thing = make["machines"](registered_at=dt.datetime.fromisoformat(since).replace(tzinfo=oslo))
    monkeypatch.setattr(timezone, "now", lambda: dt.datetime.fromisoformat(now).replace(tzinfo=oslo))
    with timezone.override(oslo):
        assert QUEUES["machines"].listed(thing, Wanted()).waits_long is long


def test_numbers_read_as_people_write_them() -> None:
    assert (
        tags.organisation("914206880", "NO") == tags.organisation("914 206 880", "NO") == "914\xa0206\xa0880"
    )
    assert tags.organisation("HRB 4711", "DE") == "HRB 4711"
    assert tags.vat("NO914206880MVA", "NO") == tags.vat("914206880 mva", "NO") == "914\xa0206\xa0880\xa0MVA"
    assert tags.vat("DE123456788", "DE") == "DE123456788"
    assert tags.telephone("90417725") == "90\xa041\xa077\xa025"
    assert tags.telephone("+47 90417725") == "+47\xa090\xa041\xa077\xa025"
    assert tags.telephone("+49 40 123-45") == "+49\xa040\xa0123-45"
    parts = '<span class="mail-part">a&lt;b@</span><wbr><span class="mail-part">c-d.example</span>'
    assert tags.mail_address("a<b@c-d.example") == parts
    assert tags.same_number("914 206 880", "914206880")
    assert not tags.same_number("", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+47 73 00 61 25", "73006125", True),
        ("06131 000011", "+49 6131 000011", True),
        ("73 00 61 25", "73 00 61 26", False),
        ("", "", False),
        ("25", "73 00 61 25", False),
    ],
)
def test_telephone_numbers_are_compared_without_their_country(one: str, other: str, same: bool) -> None:
    assert tags.same_phone(one, other) == tags.same_phone(other, one) == same
