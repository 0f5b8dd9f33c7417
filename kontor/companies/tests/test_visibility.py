"""How much of the company a member sees: their own, a place, all of it; one rule for everything (CO-12)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from kontor.catalogue.models import Product
from kontor.companies.actions import change_rights, remove_address
from kontor.companies.errors import AddressIsSite
from kontor.companies.models import Address, Company, Member
from kontor.documents.models import Document
from kontor.equipment.models import Holding
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.service.models import Case
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(fjordbygg: Company) -> Address:
    """Fjordbygg's place "Rigg 4"."""
    with acting_in(STAGE):
        return Address.objects.create(
            company=fjordbygg, kind="delivery", name="Rigg 4", street="Gata 9", postcode="7010", city="Trondheim",
            country="NO",
        )  # fmt: skip


@pytest.fixture
def things(site: Address, anna: Member, bjorn: Member, products: dict[str, Product]) -> dict[str, Any]:
    """An order, a machine and a case of Bjørn's, at Rigg 4, and Anna's elsewhere; an order has a file."""
    company, now, area = anna.company, timezone.now(), products["HI-440718"].area
    common: dict[str, Any] = {"company": company, "partner": company.partner}
    found: dict[str, Any] = {}
    with acting_in(STAGE):
        for name, member, place in (("own", bjorn, None), ("site", anna, site), ("other", anna, None)):
            order = Order.objects.create(
                **common, number=f"A-{name}", entity=company.entity, member=member, site=place, placed_at=now,
                currency="NOK", net=1, tax=0, total=1, line_count=1,
            )  # fmt: skip
            machine = Holding.objects.create(
                **common, area=area, serial=f"X{name}", site=place, registered_by=member, registered_at=now
            )
            case = Case.objects.create(
                **common, number=f"S-{name}", kind="fault", subject=name, holding=machine, opened_by=member,
                opened_at=now, last_at=now,
            )  # fmt: skip
            document = Document.objects.create(
                **common, kind="order_confirmation", subject="order", subject_id=order.pk, name="a.pdf", size=1,
                content_type="application/pdf", sha256="0", stored_as=f"{company.pk}/{name}",
            )  # fmt: skip
            default_storage.save(document.stored_as, ContentFile(b"%PDF-1.7"))
            found[name] = {"order": order, "machine": machine, "case": case, "document": document}
    return found


def seen(client: Any, things: dict[str, Any]) -> dict[str, set[int]]:
    """The status of every page of every thing, by whose it is."""
    pages = {
        "order": lambda one: f"/orders/{one.number}/",
        "machine": lambda one: one.get_absolute_url(),
        "case": lambda one: one.get_absolute_url(),
        "document": lambda one: one.get_absolute_url(),
    }
    return {
        name: {client.get(pages[kind](one)).status_code for kind, one in of.items()}
        for name, of in things.items()
    }


def narrow(bjorn: Member, anna: Member, sees: str, site: Address | None = None) -> None:
    with acting_in(anna):
        change_rights(bjorn, roles=bjorn.roles, sees=sees, site=site, by=anna)


def test_the_whole_company(bjorn, things, client_of):
    assert seen(client_of(bjorn), things) == {"own": {200}, "site": {200}, "other": {200}}


def test_their_own(anna, bjorn, things, client_of):
    narrow(bjorn, anna, "own")
    assert seen(client_of(bjorn), things) == {"own": {200}, "site": {404}, "other": {404}}


def test_their_own_and_a_place(anna, bjorn, site, things, client_of):
    narrow(bjorn, anna, "site", site)
    client = client_of(bjorn)
    assert seen(client, things) == {"own": {200}, "site": {200}, "other": {404}}
    orders = client.get("/orders/").content.decode()
    assert "A-site" in orders
    assert "A-other" not in orders
    assert "Rigg 4" in orders, "the page says that one sees a part only"
    machines = client.get("/equipment/").content.decode()
    assert "Xsite" in machines
    assert "Xother" not in machines
    cases = client.get("/service/").content.decode()
    assert "S-site" in cases
    assert "S-other" not in cases
    for word in ("S-other", "A-other", "Xother"):
        hits = client.get(f"/search/?q={word}").content.decode()
        assert not any(
            f'href="{one.get_absolute_url()}"' in hits
            for one in (things["other"]["machine"], things["other"]["case"])
        )
        assert "/orders/A-other/" not in hits


def test_an_administrator_sees_all_whatever_was_set(anna, site, things, client_of):
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(sees="own")
    assert seen(client_of(anna), things) == {"own": {200}, "site": {200}, "other": {200}}


def test_where_machines_are_assigned_that_is_what_counts(anna, bjorn, site, things, client_of):
    """CO-4 stays as it is: with it a place alone shows no machine."""
    narrow(bjorn, anna, "site", site)
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(assigns_equipment=True)
    assert client_of(bjorn).get(things["site"]["machine"].get_absolute_url()).status_code == 404
    assert client_of(bjorn).get(f"/orders/{things['site']['order'].number}/").status_code == 200


def test_a_place_that_says_what_somebody_sees_stays(anna, bjorn, site, client_of):
    narrow(bjorn, anna, "site", site)
    with acting_in(anna), pytest.raises(AddressIsSite):
        remove_address(site, by=anna)
    narrow(bjorn, anna, "company")
    with acting_in(anna):
        remove_address(site, by=anna)
    with acting_in(STAGE):
        assert not Address.objects.filter(pk=site.pk).exists()


def test_an_order_outlives_its_place(anna, site, things):
    with acting_in(anna):
        remove_address(site, by=anna)
    with acting_in(STAGE):
        assert Order.objects.get(number="A-site").site_id is None
