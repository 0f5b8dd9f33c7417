"""What waits on the overview: each kind for whom it is, gone once it is done."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone, translation

from kontor.companies.models import Company, Member, Relationship
from kontor.equipment.models import Holding, Machine, Meter
from kontor.home.counts import counts_for
from kontor.home.queries import open_cases
from kontor.home.waiting import Seen, waiting_for
from kontor.kit.scope import acting_in
from kontor.onboarding.models import Registration
from kontor.partners.models import ProductArea, Staff
from kontor.service.models import Case, Message
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def titles(member: Member) -> list[str]:
    with acting_in(member), translation.override("en"):
        return [str(one.title) for one in waiting_for(Seen(member, counts_for(member), open_cases(member)))]


def holding_of(company: Company, area: ProductArea, name: str, last_on: dt.date | None) -> Holding:
    with acting_in(STAGE):
        machine = Machine.objects.create(area=area, serial=name.upper().replace(" ", ""))
        holding = Holding.objects.create(
            company=company, partner=company.partner, area=area, machine=machine, serial=machine.serial, reference=name,
            status="held", held_from=dt.date(2026, 1, 1), registered_at=timezone.now(),
        )  # fmt: skip
        Meter.objects.create(
            company=company, partner=company.partner, holding=holding, kind="hours", last_on=last_on,
            last_value=None if last_on is None else 100,
        )  # fmt: skip
    return holding


def case_of(company: Company, staff: Staff, **fields: Any) -> Case:
    now = timezone.now()
    with acting_in(STAGE):
        case = Case.objects.create(
            company=company,
            partner=company.partner,
            kind="fault",
            subject="Leak",
            opened_at=now,
            last_at=now,
            **fields,
        )
        Message.objects.create(
            company=company, partner=company.partner, case=case, staff=staff, body="A picture of the plate?",
            written_at=now,
        )  # fmt: skip
    return case


def test_nothing_waits_for_a_company_that_is_looked_after(anna: Member) -> None:
    assert titles(anna) == []


def test_old_readings_wait_for_those_who_send_them(
    anna: Member, rita: Member, claudia: Member, areas: dict[str, ProductArea]
) -> None:
    today = timezone.localdate()
    for name, days in (("Graver 7", 32), ("Graver 8", 31), ("Graver 9", None)):
        on = None if days is None else today - dt.timedelta(days=days)
        holding_of(anna.company, areas["construction"], name, on)
    assert titles(anna) == ["2 machines need a reading"]
    assert titles(rita) == titles(claudia) == []


def test_a_question_in_a_case_waits_until_it_is_answered(
    anna: Member, rita: Member, claudia: Member, petra: Staff
) -> None:
    case = case_of(anna.company, petra, number="S-2026-000001", status="waiting")
    assert titles(anna) == ["Hansa Nord asks: “A picture of the plate?”"]
    assert titles(rita) == titles(claudia) == []
    with acting_in(STAGE):
        Case.objects.filter(pk=case.pk).update(status="open")
    assert titles(anna) == []


def test_who_wants_to_join_waits_for_administrators(anna: Member, bjorn: Member, claudia: Member) -> None:
    now = timezone.now()
    with acting_in(STAGE):
        Registration.objects.create(
            number="R-2026-000001", status="waiting", language="nb", kind="customer", email="ny@fjordbygg.example",
            first_name="Ny", last_name="Nilsen", started_at=now, sent_at=now, expires_at=now, company=anna.company,
            joins=True,
        )  # fmt: skip
    assert titles(anna) == ["Ny Nilsen asks to join your company"]
    assert titles(bjorn) == titles(claudia) == []


def test_a_company_that_nobody_looks_after_is_told(anna: Member, rita: Member) -> None:
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company).update(status="ended")
    assert titles(anna) == ["Choose who looks after you"]
    assert titles(rita) == []
