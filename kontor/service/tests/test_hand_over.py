"""Who leaves hands over their open cases: the successor sees them and gets the mails (CO-3)."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.actions import change_rights, deactivate
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner
from kontor.service import queries
from kontor.service.actions import open_case
from kontor.service.models import Case
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_the_successor_is_asked_now(
    anna: Member, tom: Member, bjorn: Member, rita: Member, hansa_nord: Partner, client_of: Any
) -> None:
    with acting_in(tom):
        case = open_case(kind="contact", subject="A question", body="Why?", by=tom)
    with acting_in(anna):
        bjorn = change_rights(bjorn, roles=bjorn.roles, sees="own", by=anna)
    assert "1 åpen sak" in client_of(anna).get(f"/company/users/{tom.pk}/").content.decode()
    with acting_in(anna):
        deactivate(tom, successor=bjorn, by=anna)
    with acting_in(bjorn):
        case = Case.objects.visible_to(bjorn).get()
        assert [one.pk for one in queries.people_in(case)] == [bjorn.pk]
    assert (case.opened_by_id, case.contact_id) == (tom.pk, bjorn.pk)
    with acting_in(anna):
        deactivate(bjorn, successor=rita, by=anna)
    with acting_in(STAGE):
        case.refresh_from_db()
        assert Entry.objects.filter(verb="case.handed_over").count() == 2
    assert case.contact_id == rita.pk
