"""The demonstration as a whole, loaded through the portal's own doors."""

from __future__ import annotations

from collections import Counter

import pytest
from allauth.account.models import EmailAddress
from django.core.files.storage import default_storage
from django.db.models import F, OuterRef
from django.test import Client
from django.utils import timezone

from kontor.accounts.models import User
from kontor.catalogue.models import Price, Product
from kontor.companies.models import Address, Company, Member, Relationship
from kontor.demo.data.people import COUNT, PASSWORD, PEOPLE, accounts_to_try
from kontor.demo.load import load_demo
from kontor.demo.past import DEMO
from kontor.demo.tests.conftest import TODAY
from kontor.documents.models import Document
from kontor.equipment.models import Holding, Machine, Meter, Reading
from kontor.journal.models import Entry
from kontor.kit.models import NumberSeries
from kontor.kit.scope import acting_in
from kontor.notifications import kinds
from kontor.notifications.models import Mail, Notification
from kontor.onboarding.models import Registration
from kontor.orders.models import Order, OrderLine
from kontor.partners.models import Operator, Staff, Terms
from kontor.service.models import Case, Message

pytestmark = pytest.mark.django_db


def test_the_demonstration_loads_whole_and_once(tmp_path, settings, run_jobs):
    settings.MEDIA_ROOT = tmp_path / "files"
    said: list[str] = []
    assert load_demo(folder=tmp_path / "demo", today=TODAY, tell=said.append)

    with acting_in(DEMO):
        assert Operator.objects.get().name == "Hansa Industri"
        assert Company.objects.count() >= 40
        assert (
            Member.objects.values("user").distinct().count() + Staff.objects.count()
            == User.objects.count()
            == COUNT + 1  # Roar Aune of a customer that was registered twice
            == len(PEOPLE) + 1
        )
        assert EmailAddress.objects.filter(verified=True, primary=True).count() == COUNT + 1
        assert Product.objects.count() == 600
        assert not Product.objects.filter(picture="").exists()
        assert set(Price.objects.values_list("list__kind", flat=True)) == {
            "contract",
            "company",
            "group",
            "promotion",
            "general",
        }
        assert Order.objects.count() == 3000
        assert not Order.objects.filter(partner=None).exists()
        assert not OrderLine.objects.filter(product=None).exists()
        assert set(Terms.objects.values_list("kind", flat=True)) == set(Terms.Kind.values)
        states = Counter(Relationship.objects.values_list("status", flat=True))
        assert states == {"active": 205, "requested": 6, "declined": 3, "ended": 3}
        for kind in Address.Kind:
            defaults = Address.objects.filter(kind=kind, is_default=True)
            assert defaults.count() == Company.objects.count()
        assert Entry.objects.filter(verb__endswith=".loaded", subject="operator").count() == 5
        _the_first_day_is_there()
    assert run_jobs() == 0
    for person in accounts_to_try():
        assert Client().login(email=person.email, password=PASSWORD), person.email

    assert not load_demo(folder=tmp_path / "demo", today=TODAY, tell=said.append)
    assert said[-1] == "The demonstration's data are there already."


def _the_first_day_is_there():
    assert Machine.objects.count() == 252
    assert Counter(Holding.objects.values_list("status", flat=True)) == {
        "held": 248,
        "pending": 8,
        "ended": 4,
        "declined": 3,
    }
    assert Reading.objects.count() == 2000
    newest = Reading.objects.filter(meter=OuterRef("pk")).order_by("-read_on").values("value")[:1]
    assert (
        not Meter.objects.annotate(newest=newest)
        .exclude(last_value=F("newest"))
        .exclude(newest=None)
        .exists()
    )
    assert Case.objects.count() == 300
    assert Message.objects.filter(note=True).exists()
    assert Registration.objects.filter(status="waiting", joins=False).count() == 5
    assert Registration.objects.filter(status="waiting", joins=True, company__number="104233").count() == 1
    # Numbers go on after those given here, and the journal tells of each thing once.
    for series, model in (("S", Case), ("R", Registration)):
        year = TODAY.year
        newest_number = (
            model.objects.filter(number__startswith=f"{series}-{year}").order_by("-number")[0].number
        )
        assert NumberSeries.objects.get(name=series, year=year).last == int(newest_number[-6:])
    for verb, count in (("holding.registered", 263), ("reading.sent", 2000), ("case.opened", 300)):
        assert Entry.objects.filter(verb=verb).count() == count
    assert Entry.objects.filter(at__gt=timezone.now()).count() == 0
    assert not Mail.objects.exists()
    assert all(kinds.known(kind) for kind in Notification.objects.values_list("kind", flat=True).distinct())
    pictures = Document.objects.filter(kind="attachment", subject="message")
    assert pictures.count() > 20
    assert not pictures.exclude(subject_id__in=Message.objects.exclude(member=None).values("pk")).exists()
    assert default_storage.exists(pictures[0].stored_as)
    assert default_storage.exists(pictures[0].small_as)
    # Nobody became a customer only after they had bought or registered something.
    assert not Order.objects.filter(placed_at__lt=F("company__created_at")).exists()
    assert not Holding.objects.filter(registered_at__lt=F("company__created_at")).exists()


def test_tom_sees_two_machines_and_stefan_none_of_fjordbyggs(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    load_demo(folder=tmp_path / "demo", today=TODAY)
    with acting_in(DEMO):
        tom = Member.objects.select_related("company").get(user__email="tom@fjordbygg.example")
        anna = Member.objects.select_related("company").get(user__email="anna@fjordbygg.example")
        staff = {one.user.email: one for one in Staff.objects.select_related("user")}
    with acting_in(tom):
        assert {one.reference for one in Holding.objects.visible_to(tom)} == {"Graver 7", "Hjullaster 2"}
    with acting_in(anna):
        assert Holding.objects.visible_to(anna).count() == 24
        assert not Message.objects.filter(note=True).exists()
    with acting_in(staff["stefan@hansa-sued.example"]):
        for model in (Holding, Reading, Case, Message):
            assert not model.objects.filter(company=anna.company_id).exists()
        assert Case.objects.exists()
    with acting_in(staff["petra@hansa-nord.example"]):
        assert Case.objects.filter(company=anna.company_id, status="new").exists()
        assert Relationship.objects.filter(status="requested").exists()
