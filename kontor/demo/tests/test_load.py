"""The demonstration as a whole, loaded through the portal's own doors."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from kontor.accounts.models import User
from kontor.catalogue.models import Price, Product
from kontor.companies.models import Address, Company, Member, Relationship
from kontor.demo.data.people import COUNT, PASSWORD, PEOPLE, accounts_to_try
from kontor.demo.load import DEMO, load_demo
from kontor.demo.tests.conftest import TODAY
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from kontor.partners.models import Operator, Staff, Terms

pytestmark = pytest.mark.django_db


def test_the_demonstration_loads_whole_and_once(tmp_path, settings, run_jobs):
    settings.MEDIA_ROOT = tmp_path / "files"
    said: list[str] = []
    assert load_demo(folder=tmp_path / "demo", today=TODAY, tell=said.append)

    with acting_in(DEMO):
        assert Operator.objects.get().name == "Hansa Industri"
        assert Company.objects.count() >= 40
        assert Member.objects.count() + Staff.objects.count() == User.objects.count() == COUNT == len(PEOPLE)
        assert EmailAddress.objects.filter(verified=True, primary=True).count() == COUNT
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
        assert Relationship.objects.filter(status="active").count() == 5 * Company.objects.count()
        for kind in Address.Kind:
            defaults = Address.objects.filter(kind=kind, is_default=True)
            assert defaults.count() == Company.objects.count()
        assert Entry.objects.filter(verb__endswith=".loaded").count() == 5
        assert User.objects.get(is_superuser=True).email == "olav@hansa-industri.example"
    assert run_jobs() == 0
    for person in accounts_to_try():
        assert Client().login(email=person.email, password=PASSWORD), person.email

    assert not load_demo(folder=tmp_path / "demo", today=TODAY, tell=said.append)
    assert said[-1] == "The demonstration's data are there already."
