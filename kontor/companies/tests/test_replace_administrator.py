"""Our staff names a successor for the last administrator (CO-3)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import replace_administrator
from kontor.companies.errors import NoSuchColleague, ReplacementReasonMissing
from kontor.companies.models import Member, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["petra", "sigrid"])
def test_the_successor_administers_and_both_are_told_why(who, anna, bjorn, request, run_jobs):
    staff = request.getfixturevalue(who)
    with acting_in(staff):
        replace_administrator(
            anna.company, leaving=anna, successor=bjorn, reason=" Anna has retired. ", by=staff
        )
    with acting_in(STAGE):
        anna.refresh_from_db()
        bjorn.refresh_from_db()
        entry = Entry.objects.get(verb="member.administrator_replaced")
    assert not anna.is_active
    assert bjorn.is_active
    assert bjorn.roles == [Role.ADMINISTRATOR, Role.BUYER]
    assert (entry.user_id, entry.details) == (
        staff.user_id,
        {"leaving": anna.pk, "reason": "Anna has retired."},
    )
    run_jobs()
    told = {sent.to[0]: sent.body for sent in mail.outbox}
    assert set(told) == {anna.user.email, bjorn.user.email}
    assert all("Anna has retired." in body and staff.name in body for body in told.values())


def test_a_company_left_without_gets_one_again(anna, bjorn, petra):
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=False)
    with acting_in(petra):
        replace_administrator(anna.company, leaving=anna, successor=bjorn, reason="She left.", by=petra)
    with acting_in(STAGE):
        bjorn.refresh_from_db()
        assert not Entry.objects.filter(verb="member.deactivated").exists()
    assert Role.ADMINISTRATOR in bjorn.roles


def test_who_may_not_and_what_is_wrong(anna, bjorn, rita, claudia, petra, stefan):
    def tried(by, **wrong):
        values = {"leaving": anna, "successor": bjorn, "reason": "Why.", "by": by} | wrong
        with acting_in(by):
            replace_administrator(anna.company, **values)

    with acting_in(STAGE):
        Member.objects.filter(pk=rita.pk).update(is_active=False)
    with pytest.raises(NotAllowed):
        tried(stefan)
    with pytest.raises(NotAllowed):
        tried(petra, successor=claudia)
    with pytest.raises(ReplacementReasonMissing):
        tried(petra, reason=" ")
    for other in (rita, anna):
        with pytest.raises(NoSuchColleague):
            tried(petra, successor=other)
    with acting_in(STAGE):
        anna.refresh_from_db()
        assert anna.is_active
        assert not Entry.objects.filter(verb__startswith="member.").exclude(verb="member.added").exists()
