"""Lines that name a customer which has become part of another (docs/decisions/0020-merged-companies.md)."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.models import Company
from kontor.erp.tests.conftest import COMPANY, ORDER, PRICE, Load
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from tests.cast import STAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("products", "anna", "entities")]


@pytest.fixture
def successor(fjordbygg: Company) -> Company:
    """Fjordbygg has had an order, and becomes part of a group."""
    facts = ("country", "language", "currency", "entity_id", "partner_id")
    with acting_in(STAGE):
        same = {name: getattr(fjordbygg, name) for name in facts}
        return Company.objects.create(number="500999", name="Fjordbygg Gruppen AS", **same)


def point_on(fjordbygg: Company, successor: Company) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(succeeded_by=successor)
        Company.objects.filter(pk=successor.pk).update(earlier=[fjordbygg.pk])


def test_new_orders_are_the_successors_known_ones_stay(
    loading: Load, fjordbygg: Company, successor: Company
) -> None:
    loading("orders", [ORDER])
    point_on(fjordbygg, successor)
    for number in (fjordbygg.number, successor.number):
        again = loading("orders", [ORDER | {"company": number, "state": "confirmed"}])
        assert not again.told, number
    loading("orders", [ORDER | {"number": "E-2"}])
    with acting_in(STAGE):
        owners = dict(Order.objects.values_list("number", "company"))
    assert owners == {"E-1": fjordbygg.pk, "E-2": successor.pk}


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("companies", COMPANY | {"number": "104233", "name": "Fjordbygg igjen"}),
        ("prices", PRICE | {"list": "L9", "list_kind": "company", "company": "104233"}),
    ],
)
def test_master_data_and_agreements_are_to_name_the_successor(
    kind: str, row: dict[str, Any], loading: Load, fjordbygg: Company, successor: Company
) -> None:
    point_on(fjordbygg, successor)
    assert loading(kind, [row]).reasons == ["merged_company"]
