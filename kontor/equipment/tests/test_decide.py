"""Accepting and declining what was registered; who is told (EQ-1)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from kontor.companies.models import Member
from kontor.equipment.actions import accept, decline, register
from kontor.equipment.errors import AlreadyDecided, HeldElsewhere
from kontor.equipment.jobs import tell_decided, tell_ended
from kontor.equipment.models import Holding, Machine, Meter
from kontor.equipment.queries import Elsewhere, held_elsewhere, model_of, pending_for
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def registered(by: Member, like: Holding) -> Holding:
    """The number of another's machine, registered by somebody else."""
    with acting_in(by):
        return register(area=like.area, serial=like.serial, reference="Vår presse", by=by)


def test_accepted_it_is_in_use_and_has_its_meters(anna: Member, petra: Staff, tester: Holding) -> None:
    with acting_in(petra):
        accept(tester, model="MT 20", maker="Metra", held_from=dt.date(2026, 5, 1), by=petra)
        entry = Entry.objects.get(verb="holding.accepted")
    assert entry.user_id == petra.user_id
    with acting_in(anna):
        holding = Holding.objects.get(pk=tester.pk)
        assert (holding.status, holding.held_from) == ("held", dt.date(2026, 5, 1))
        assert holding.machine is not None
        assert (holding.machine.maker, holding.machine.model) == ("Metra", "MT 20")
        assert [meter.kind for meter in Meter.objects.filter(holding=holding)] == ["cycles"]
    with acting_in(petra), pytest.raises(AlreadyDecided):
        decline(holding, reason="no", by=petra)


@pytest.mark.parametrize(
    ("maker", "model", "called"),
    [
        ("Metra", "MT 20", "Metra MT 20"),
        ("Metra", "Metra MT 20", "Metra MT 20"),
        ("", "MT 20", "MT 20"),
        ("Metra", "", "Metra"),
    ],
)
def test_its_maker_is_named_once(petra: Staff, tester: Holding, maker: str, model: str, called: str) -> None:
    with acting_in(petra):
        accept(tester, maker=maker, model=model, by=petra)
        assert model_of(Holding.objects.select_related("machine").get(pk=tester.pk)) == called


def test_whoever_registered_it_hears_by_mail_and_in_the_inbox(
    anna: Member, petra: Staff, machine_areas
) -> None:
    with acting_in(anna):
        yes = register(area=machine_areas["test"], serial="AB123Z", reference="Prøver 1", by=anna)
        no = register(area=machine_areas["test"], serial="AB124Z", reference="Prøver 2", by=anna)
    with acting_in(petra):
        accept(yes, by=petra)
        decline(no, reason="Skiltet viser AB142Z.", by=petra)
    for holding in (yes, no, yes):
        tell_decided.task.func(holding_id=holding.pk)
    good, bad = mail.outbox
    assert good.to == bad.to == ["anna@fjordbygg.example"]
    assert "Prøver 1" in good.subject
    assert f"http://testserver/equipment/{yes.pk}/" in good.body
    assert "Skiltet viser AB142Z." in bad.body
    assert "Hei, Anna" in bad.body
    with acting_in(anna):
        kinds = list(Notification.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["holding.accepted", "holding.declined"]


def test_declined_it_keeps_the_reason(anna: Member, petra: Staff, tester: Holding, client_of) -> None:
    with acting_in(petra):
        decline(tester, reason="Nummeret tilhører en annen modell.", by=petra)
    page = client_of(anna).get(f"/equipment/{tester.pk}/").content.decode()
    assert "Nummeret tilhører en annen modell." in page


def test_only_staff_learn_that_another_holds_it(
    anna: Member, petra: Staff, sigrid: Staff, stefan: Staff, presse: Holding
) -> None:
    mine = registered(anna, presse)
    with acting_in(petra):
        assert held_elsewhere(mine, petra) == Elsewhere(None, None)
        assert list(pending_for(petra)) == [mine]
    with acting_in(sigrid):
        assert held_elsewhere(mine, sigrid) == Elsewhere(presse.company, presse.held_from)
        assert held_elsewhere(presse, sigrid) is None
    with acting_in(stefan):
        assert list(pending_for(stefan)) == []


def test_it_is_not_accepted_while_another_holds_it(anna: Member, petra: Staff, presse: Holding) -> None:
    mine = registered(anna, presse)
    with acting_in(petra):
        with pytest.raises(HeldElsewhere):
            accept(mine, model="Ours", by=petra)
        assert not Entry.objects.filter(verb="holding.accepted").exists()
    with acting_in(STAGE):
        assert Holding.objects.get(pk=mine.pk).status == "pending"
        assert Machine.objects.get().model == "P 40"


def test_accepting_ends_the_others_holding(
    anna: Member, claudia: Member, petra: Staff, presse: Holding, client_of
) -> None:
    mine = registered(anna, presse)
    with acting_in(petra):
        accept(mine, end_other=True, by=petra)
    with acting_in(STAGE):
        assert Machine.objects.count() == 1
        presse.refresh_from_db()
    assert (presse.status, presse.held_to) == ("ended", timezone.localdate())
    tell_ended.task.func(holding_id=presse.pk)
    [message] = mail.outbox
    assert message.to == ["claudia@rheintal-metallbau.example"]
    assert "Presse Halle B" in message.subject
    for page in (message.body, client_of(claudia).get(f"/equipment/{presse.pk}/").content.decode()):
        assert "Fjordbygg" not in page
        assert "Hansa Nord" not in page
        assert "Vår presse" not in page
    page = client_of(anna).get(f"/equipment/{mine.pk}/").content.decode()
    assert "Rheintal" not in page


def test_another_partner_does_not_see_it(stefan: Staff, tester: Holding) -> None:
    with acting_in(stefan):
        for decide in (lambda: accept(tester, by=stefan), lambda: decline(tester, reason="x", by=stefan)):
            with pytest.raises(Holding.DoesNotExist):
                decide()
    with acting_in(STAGE):
        assert Holding.objects.get().status == "pending"
        assert not Entry.objects.exists()


def test_who_left_us_decides_nothing(petra: Staff, tester: Holding) -> None:
    petra.is_active = False
    with acting_in(petra), pytest.raises(NotAllowed):
        accept(tester, by=petra)
