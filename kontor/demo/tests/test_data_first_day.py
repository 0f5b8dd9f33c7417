"""Machines, readings, cases, relationships and registrations of the demonstration fit together and read like life."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from stdnum.de import vat as german_vat
from stdnum.dk import cvr
from stdnum.no import orgnr

from kontor.demo.data import operator
from kontor.demo.data.cases import all_cases
from kontor.demo.data.companies import BY_NUMBER, COMPANIES
from kontor.demo.data.machines import COUNT, all_holdings
from kontor.demo.data.people import PEOPLE
from kontor.demo.data.readings import Reading, all_readings
from kontor.demo.data.registrations import all_registrations
from kontor.demo.data.relationships import all_asked, unserved
from kontor.demo.tests.conftest import TODAY

AREAS = {area.code: area for area in operator.AREAS}
BY_EMAIL = {person.email: person for person in PEOPLE}


@pytest.fixture(scope="module")
def holdings():
    return all_holdings(TODAY)


@pytest.fixture(scope="module")
def readings(holdings):
    return all_readings(holdings, TODAY)


@pytest.fixture(scope="module")
def cases(holdings):
    return all_cases(holdings, TODAY)


def test_the_same_day_gives_the_same_story(holdings, readings, cases):
    again = all_holdings(TODAY)
    assert again == holdings
    assert all_readings(again, TODAY) == readings
    assert all_cases(again, TODAY) == cases
    assert all_registrations(TODAY) == all_registrations(TODAY)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2027, 7, 19)])
def test_any_day_will_do(day):
    machines = all_holdings(day)
    assert len(all_readings(machines, day)) == 2000
    for _, case in all_cases(machines, day):
        times = [message.at for message in case.messages]
        assert times == sorted(times)
        assert times[-1].date() <= day
    assert all(one.sent_at.date() <= day for one in all_registrations(day))


# machines


def test_250_machines_have_numbers_as_their_areas_want_them(holdings):
    machines = {(one.model.area, one.serial) for one in holdings if one.held_from}
    assert len(machines) == COUNT == 250
    for one in holdings:
        assert re.fullmatch(AREAS[one.model.area].serial_pattern, one.serial), one.serial
        assert set(one.model.meters) <= set(AREAS[one.model.area].meters)
        assert one.model.area not in unserved(one.company.number)
    for area in operator.AREAS:
        assert bool(area.serial_pattern) == bool(area.serial_help)
        if area.serial_pattern:
            assert re.fullmatch(area.serial_pattern, area.serial_example)
    assert re.fullmatch(AREAS["test"].serial_pattern, "AB123Z")


def test_one_company_at_a_time_holds_a_machine(holdings):
    held = Counter((one.model.area, one.serial) for one in holdings if one.status == "held")
    assert set(held.values()) == {1}
    (before,) = (one for one in holdings if one.serial == "LH204A" and one.status == "ended")
    (after,) = (one for one in holdings if one.serial == "LH204A" and one.status == "held")
    assert before.company != after.company == BY_NUMBER["104233"]
    assert before.held_to <= after.held_from


def test_eight_machines_wait_and_another_company_holds_one_of_their_numbers(holdings):
    waiting = [one for one in holdings if one.status == "pending"]
    assert len(waiting) == 8
    assert {one.company.partner for one in waiting} == {"hansa-nord", "hansa-sued"}
    held = {(one.model.area, one.serial) for one in holdings if one.status == "held"}
    assert [one.serial for one in waiting if (one.model.area, one.serial) in held] == ["LH170D"]
    assert all(one.reason for one in holdings if one.status == "declined")


def test_tom_looks_after_two_machines(holdings):
    tom = [one.reference for one in holdings if "tom@fjordbygg.example" in one.keepers]
    assert sorted(tom) == ["Graver 7", "Hjullaster 2"]
    for one in holdings:
        assert all(BY_EMAIL[email].company == one.company.number for email in one.keepers)


# readings


def test_2000_readings_rise_and_some_are_due(readings):
    assert len(readings) == 2000
    last: dict[tuple[str, str, str], Reading] = {}
    for one in sorted(readings, key=lambda one: one.read_on):
        key = (one.holding.model.area, one.holding.serial, one.meter)
        if key in last:
            assert one.value >= last[key].value
            assert one.read_on > last[key].read_on
        last[key] = one
        assert one.holding.held_from < one.read_on < TODAY
        assert one.read_on <= one.sent_at.date() < TODAY
        assert BY_EMAIL[one.sent_by].company == one.holding.company.number
    due = {key for key, one in last.items() if one.read_on < TODAY - timedelta(days=31)}
    assert 30 < len(due) < len(last) / 2
    assert ("construction", "NH482K", "hours") in due
    assert min(one.read_on for one in readings) < TODAY - timedelta(days=600)


# cases


def test_300_cases_of_all_kinds_and_states_in_the_language_of_the_company(cases):
    assert len(cases) == 300
    assert len({number for number, _ in cases}) == 300
    states = Counter(case.status for _, case in cases)
    assert set(states) == {"new", "open", "waiting", "solved"}
    assert min(states.values()) >= 10
    assert len({case.kind for _, case in cases}) == 7
    assert {case.company.language for _, case in cases} == {"nb", "de", "en"}
    assert sum(1 for _, case in cases if any(message.note for message in case.messages)) > 50
    assert sum(1 for _, case in cases for message in case.messages if message.picture) > 20
    for number, case in cases:
        for text in (case.subject, *(message.body for message in case.messages)):
            assert not any(sign in text for sign in "{}|"), (number, text)
        if case.company.language == "nb":
            assert "ß" not in case.subject


def test_a_case_says_whose_turn_it_is(cases):
    for number, case in cases:
        last = [message for message in case.messages if not message.note][-1]
        if case.status == "waiting":
            assert last.by_staff, number
        elif case.status in ("new", "open"):
            assert not last.by_staff, number
        assert not case.messages[0].by_staff
        assert case.opened_by == case.messages[0].by
        assert BY_EMAIL[case.opened_by].company == case.company.number
        for message in case.messages:
            person = BY_EMAIL[message.by]
            assert person.is_staff == message.by_staff
            assert person.partner in ("", case.company.partner)
        if case.holding:
            assert case.holding.company == case.company
    today = [case for _, case in cases if case.last_at.date() == TODAY]
    assert {case.company.partner for case in today} == {"hansa-nord", "hansa-sued"}


def test_a_company_does_not_ask_the_same_twice(cases):
    asked = Counter((case.company.number, case.subject) for _, case in cases)
    assert max(asked.values()) == 1


# relationships and registrations


def test_relationships_wait_at_both_desks_and_some_ended_or_were_declined():
    asked = all_asked(TODAY)
    assert {one.status for one in asked} == {"requested", "declined", "ended"}
    waiting = {one.company.partner for one in asked if one.status == "requested"}
    assert waiting == {"hansa-nord", "hansa-sued"}
    for one in asked:
        assert bool(one.decided_at) == bool(one.reason) == (one.status != "requested")
        assert BY_EMAIL[one.asked_by].company == one.company.number
    assert len({(one.company.number, one.area) for one in asked}) == len(asked)


def test_registrations_are_in_all_states_with_numbers_that_belong_to_nobody():
    registrations = all_registrations(TODAY)
    states = Counter(one.status for one in registrations if not one.colleague)
    assert states["waiting"] == 5
    assert states["asked"] == 2
    assert states["rejected"] >= 2
    assert states["approved"] >= 1
    (joining,) = (one for one in registrations if one.colleague)
    assert (joining.number, joining.status) == ("104233", "waiting")
    known = {one.organisation_number for one in COMPANIES} | {one.vat_number for one in COMPANIES}
    for one in registrations:
        if one.country == "NO":
            assert orgnr.is_valid(one.organisation_number)
            assert one.organisation_number.startswith("3")
        elif one.country == "DE":
            assert german_vat.is_valid(one.vat_number)
            assert one.vat_number.startswith("DE999")
        elif one.country == "DK":
            assert cvr.is_valid(one.vat_number.removeprefix("DK"))
        assert not {one.organisation_number, one.vat_number} - {""} & known
        assert bool(one.question) == (one.status == "asked" or bool(one.answer))
        assert bool(one.reason) == (one.status in ("approved", "rejected"))
    emails = {person.email for person in PEOPLE}
    assert {one.email in emails for one in registrations} == {True, False}
    assert all((one.email in emails) == (one.status == "approved") for one in registrations)
