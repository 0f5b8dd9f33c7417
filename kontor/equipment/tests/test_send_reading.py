"""Readings of meters: what is accepted, what is refused, and where it says so (EQ-3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.equipment.actions import send_reading
from kontor.equipment.errors import (
    NotInUse,
    ReadingBeforeLast,
    ReadingImplausible,
    ReadingInFuture,
    ReadingSameDay,
    ReadingTooHigh,
    ReadingTooLow,
)
from kontor.equipment.forms import read_value
from kontor.equipment.models import Holding, Meter, Reading
from kontor.equipment.queries import Due, due_readings, meters_of
from kontor.journal.models import Entry
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.machines import held, read

pytestmark = pytest.mark.django_db


def ago(days: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=days)


@pytest.fixture
def hours(graver: Holding) -> Meter:
    """Last read ten days ago: 4,688."""
    with acting_in(STAGE):
        return Meter.objects.get(holding=graver, kind="hours")


def test_it_is_kept_and_the_meter_repeats_it(tom: Member, hours: Meter, petra: Staff) -> None:
    with acting_in(tom):
        sent = send_reading(hours, value=Decimal("4721.5"), read_on=ago(0), by=tom)
        hours.refresh_from_db()
        assert (hours.last_value, hours.last_on) == (Decimal("4721.5"), ago(0))
        entry = Entry.objects.get(verb="reading.sent")
    assert (entry.member_id, entry.details["value"]) == (tom.pk, "4721.5")
    with acting_in(petra):
        assert Reading.objects.filter(pk=sent.pk).exists()


@pytest.mark.parametrize(
    ("value", "days", "error", "field"),
    [
        ("4687.9", 0, ReadingTooLow, "value"),
        ("1000000000000", 0, ReadingTooHigh, "value"),
        ("4690", 10, ReadingSameDay, "read_on"),
        ("4690", 11, ReadingBeforeLast, "read_on"),
        ("4690", -1, ReadingInFuture, "read_on"),
        ("4929", 0, ReadingImplausible, "value"),
    ],
)
def test_what_cannot_be_right_leaves_no_trace(
    anna: Member, hours: Meter, value: str, days: int, error: type[DomainError], field: str
) -> None:
    with acting_in(anna):
        with pytest.raises(error) as refused:
            send_reading(hours, value=Decimal(value), read_on=ago(days), by=anna)
        assert refused.value.field == field
        assert Reading.objects.count() == 3
        assert not Entry.objects.exists()
        hours.refresh_from_db()
    assert hours.last_value == Decimal(4688)


def test_the_same_value_again_is_fine(anna: Member, hours: Meter) -> None:
    with acting_in(anna):
        send_reading(hours, value=Decimal(4688), read_on=ago(0), by=anna)
        hours.refresh_from_db()
    assert (hours.last_value, hours.last_on) == (Decimal(4688), ago(0))


def test_a_jump_is_asked_about_once(anna: Member, hours: Meter) -> None:
    with acting_in(anna):
        with pytest.raises(ReadingImplausible):
            send_reading(hours, value=Decimal(9000), read_on=ago(0), by=anna)
        send_reading(hours, value=Decimal(9000), read_on=ago(0), sure=True, by=anna)
        with pytest.raises(ReadingTooLow):
            send_reading(hours, value=Decimal(8999), read_on=ago(0), sure=True, by=anna)


def test_pages_are_asked_about_by_what_is_usual(anna: Member, printer: Holding) -> None:
    meter = read(printer, "black", "100000", "103000", "106000", last=30)
    with acting_in(anna):
        with pytest.raises(ReadingImplausible):
            send_reading(meter, value=Decimal(125_000), read_on=ago(0), by=anna)
        send_reading(meter, value=Decimal(118_000), read_on=ago(0), by=anna)
        colour = Meter.objects.get(holding=printer, kind="colour")
        with pytest.raises(ReadingImplausible):
            send_reading(colour, value=Decimal(60_000_000), read_on=ago(0), by=anna)
        send_reading(colour, value=Decimal(20_000), read_on=ago(0), by=anna)


def test_a_machine_that_is_gone_takes_none(anna: Member, graver: Holding, hours: Meter) -> None:
    with acting_in(STAGE):
        Holding.objects.update(status="ended")
    with acting_in(anna), pytest.raises(NotInUse):
        send_reading(hours, value=Decimal(4700), read_on=ago(0), by=anna)


def test_readers_may_not_and_others_do_not_see_it(
    rita: Member, claudia: Member, graver: Holding, hours: Meter, client_of
) -> None:
    with acting_in(rita), pytest.raises(NotAllowed):
        send_reading(hours, value=Decimal(4700), read_on=ago(0), by=rita)
    with acting_in(claudia), pytest.raises(NotAllowed):
        send_reading(hours, value=Decimal(4700), read_on=ago(0), by=claudia)
    url = f"/equipment/{graver.pk}/readings/hours/send/"
    sent = {"value": "4700", "read_on": ago(0).isoformat()}
    assert client_of(claudia).post(url, sent).status_code == 404
    assert client_of(rita).post(url, sent).status_code == 403
    assert client_of(rita).post(url.replace("hours", "pages"), sent).status_code in {403, 404}
    with acting_in(STAGE):
        assert Reading.objects.count() == 3


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4931", "4931.0"), ("4 931,5", "4931.5"), ("4.931,5", "4931.5"), ("4,931.5", "4931.5"), ("4931.5", "4931.5"),
        ("4931,5", "4931.5"), ("4 931", "4931.0"), (" 4\u00a0931 ", "4931.0"), ("12.400", "12400.0"),
        ("1 234 567,8", "1234567.8"), ("0", "0.0"), ("007", "7.0"), ("1000000000000", "1000000000000.0"),
    ],
)  # fmt: skip
def test_figures_as_people_write_them(written: str, value: str) -> None:
    assert str(read_value(written)) == value


@pytest.mark.parametrize(
    "written", ["", "1e12", "4931,55", "-5", "4 93", "4.931.5", "4,931,5", "1.234,567.8", "abc", "٣", "4931 t", "NaN", "∞"]
)  # fmt: skip
def test_what_is_no_figure(written: str) -> None:
    assert read_value(written) is None


def send(client: Any, holding: Holding, **sent: str) -> Any:
    return client.post(f"/equipment/{holding.pk}/readings/hours/send/", sent)


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        ({"value": "1e12", "read_on": "0"}, {"value"}),
        ({"value": "1000000000000", "read_on": "0"}, {"value"}),
        ({"value": "-4", "read_on": "0"}, {"value"}),
        ({"value": "4000", "read_on": "0"}, {"value"}),
        ({"value": "4 690,5", "read_on": "10"}, {"read_on"}),
        ({"value": "4 690,5", "read_on": "11"}, {"read_on"}),
        ({"value": "4 690,5", "read_on": "-1"}, {"read_on"}),
        ({"value": "4000", "read_on": "-1"}, {"value", "read_on"}),
        ({"value": "4690", "read_on": "x"}, {"read_on"}),
        ({}, {"value", "read_on"}),
    ],
)
def test_the_reason_stands_beside_its_field_and_nothing_is_lost(
    anna: Member, graver: Holding, client_of, sent: Mapping[str, str], fields: set[str]
) -> None:
    on = sent.get("read_on", "")
    given = dict(sent) | ({"read_on": ago(int(on)).isoformat()} if on.lstrip("-").isdigit() else {})
    answer = send(client_of(anna), graver, **given)
    assert answer.status_code == 422
    form, page = answer.context["form"], answer.content.decode()
    assert set(form.errors) == fields
    for name in fields:
        assert f'href="#id_{name}"' in page
        assert f'id="id_{name}_error"' in page
    for typed in given.values():
        assert f'value="{typed}"' in page
    assert 'name="sure"' not in page
    with acting_in(STAGE):
        assert Reading.objects.count() == 3


def test_with_a_decimal_comma_it_is_received(anna: Member, graver: Holding, client_of) -> None:
    client = client_of(anna)
    answer = send(client, graver, value="4 721,5", read_on=ago(0).isoformat())
    assert (answer.status_code, answer["Location"]) == (302, f"/equipment/{graver.pk}/?meter=hours#readings")
    page = client.get(f"/equipment/{graver.pk}/").content.decode().replace("\xa0", " ")
    assert "4 721,5 t er mottatt for Graver 7" in page


def test_the_form_asks_about_a_jump_and_takes_the_answer(anna: Member, graver: Holding, client_of) -> None:
    client, sent = client_of(anna), {"value": "9000", "read_on": ago(0).isoformat()}
    assert 'name="sure"' not in client.get(f"/equipment/{graver.pk}/").content.decode()
    answer = send(client, graver, **sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"value"}
    assert 'name="sure"' in answer.content.decode()
    answer = send(client, graver, **sent | {"sure": "on", "read_on": ago(-2).isoformat()})
    assert 'name="sure"' in answer.content.decode()
    assert send(client, graver, **sent, sure="on").status_code == 302


def test_due_after_31_days_or_when_never_read(
    tom: Member, rita: Member, graver: Holding, printer: Holding, tester: Holding, presse: Holding
) -> None:
    with acting_in(tom):
        # The idle hours of Graver 7 were never read.
        assert set(due_readings(tom, 5).first) == {graver, printer}
    read(graver, "idle", "90", last=31)
    with acting_in(tom):
        assert due_readings(tom, 5).first == [printer]
    read(graver, "idle", "95", last=32, every=1)
    with acting_in(tom):
        assert due_readings(tom, 1) == Due(2, [graver], ago(32))
    with acting_in(rita):
        assert due_readings(rita, 5) == Due()


def test_two_at_the_same_time_are_one_after_the_other(anna: Member, hours: Meter) -> None:
    """The form's meter may be older than what somebody else sent meanwhile."""
    with acting_in(anna):
        before = Meter.objects.get(pk=hours.pk)
        send_reading(hours, value=Decimal(4700), read_on=ago(0), by=anna)
        with pytest.raises(ReadingSameDay):
            send_reading(before, value=Decimal(4710), read_on=ago(0), by=anna)


def test_meters_come_in_their_order(anna: Member, machine_areas) -> None:
    holding = held(anna.company, machine_areas["office"], "11112222")
    with acting_in(anna):
        assert [meter.kind for meter in meters_of(holding)] == ["black", "colour"]
