"""An administrator has the link for a new password sent to a colleague (CO-3)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import deactivate, start_reset
from kontor.companies.errors import MemberInactive, ResetJustStarted
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db


def test_the_link_goes_to_the_person_and_the_password_stays(anna, bjorn, client_of, client, run_jobs):
    assert bjorn.user.email in client_of(anna).get(
        f"/company/users/{bjorn.pk}/reset/"
    ).content.decode().replace("<wbr>", "")
    assert client_of(anna).post(f"/company/users/{bjorn.pk}/reset/").status_code == 302
    run_jobs()
    [sent] = mail.outbox
    assert sent.to == [bjorn.user.email]
    assert "Anna Hagen" in sent.body
    link = next(word for word in sent.body.split() if "/accounts/password/reset/key/" in word)
    assert (
        client.get(link.partition("://")[2].partition("/")[2].join(["/", ""]), follow=True).status_code == 200
    )
    bjorn.user.refresh_from_db()
    assert bjorn.user.check_password(PASSWORD)
    with acting_in(STAGE):
        assert Entry.objects.get(verb="member.reset_started").member_id == anna.pk


def test_not_twice_in_a_minute_and_not_for_who_is_out(anna, bjorn, tom):
    with acting_in(anna):
        start_reset(bjorn, by=anna)
        with pytest.raises(ResetJustStarted):
            start_reset(bjorn, by=anna)
        deactivate(tom, by=anna)
        with pytest.raises(MemberInactive):
            start_reset(tom, by=anna)
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="member.reset_started").count() == 1


def test_who_may_not(bjorn, rita, claudia):
    for person in (rita, claudia):
        with acting_in(person), pytest.raises(NotAllowed):
            start_reset(bjorn, by=person)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="member.reset_started").exists()
