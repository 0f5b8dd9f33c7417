"""Who leaves hands over the machines they look after (CO-3), and where a machine stands says who sees it (CO-12)."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.actions import deactivate
from kontor.companies.models import Address, Company, Member
from kontor.equipment.actions import assign, place
from kontor.equipment.models import Assignment, Holding
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_the_successor_looks_after_them(
    anna: Member, tom: Member, bjorn: Member, graver: Holding, printer: Holding, client_of: Any
) -> None:
    with acting_in(anna):
        assign([graver, printer], member=tom, by=anna)
        assign([printer], member=bjorn, by=anna)
    page = client_of(anna).get(f"/company/users/{tom.pk}/deactivate/").content.decode()
    assert "2 maskiner" in page
    client_of(anna).post(f"/company/users/{tom.pk}/deactivate/", {"successor": bjorn.pk})
    with acting_in(STAGE):
        now = sorted(Assignment.objects.values_list("holding", "member"))
        entry = Entry.objects.get(verb="member.deactivated")
        assert Entry.objects.filter(verb="holding.unassigned", details={"member": tom.pk}).count() == 2
    assert now == sorted([(graver.pk, bjorn.pk), (printer.pk, bjorn.pk)])
    assert entry.details == {"successor": bjorn.pk, "handed_over": {"machines": 2}}


def test_without_a_successor_nobody_does(anna: Member, tom: Member, graver: Holding) -> None:
    with acting_in(anna):
        assign([graver], member=tom, by=anna)
        deactivate(tom, by=anna)
    with acting_in(STAGE):
        assert not Assignment.objects.exists()


def test_a_machine_is_placed_by_who_sees_all(
    anna: Member, bjorn: Member, graver: Holding, fjordbygg: Company, rheintal: Company, client_of: Any
) -> None:
    with acting_in(STAGE):
        site = Address.objects.filter(company=fjordbygg, kind="delivery").first()
        foreign = Address.objects.filter(company=rheintal).first()
        Member.objects.filter(pk=bjorn.pk).update(sees="site", site=site)
        bjorn.refresh_from_db()
    typed = {"reference": "G", "location": "", "keywords": "", "site": site.pk if site else ""}
    assert client_of(anna).post(f"/equipment/{graver.pk}/describe/", typed).status_code == 302
    with acting_in(bjorn):
        assert Holding.objects.visible_to(bjorn).get() == graver
        with pytest.raises(NotAllowed):
            place(graver, site=None, by=bjorn)
    with acting_in(anna), pytest.raises(NotAllowed):
        place(graver, site=foreign, by=anna)
    assert client_of(bjorn).post(f"/equipment/{graver.pk}/describe/", typed | {"site": ""}).status_code == 302
    with acting_in(STAGE):
        graver.refresh_from_db()
        assert graver.site == site, "who sees a part only does not move it"
        assert Entry.objects.filter(verb="holding.placed").count() == 1
