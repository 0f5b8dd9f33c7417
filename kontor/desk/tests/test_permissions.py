"""The table of what our staff's roles may decide, and that it holds for orders too."""

from __future__ import annotations

import pytest

from kontor.companies.models import Member
from kontor.desk.permissions import GRANTED, Permission, may
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.partners.models import Partner, Staff
from tests.cast import STAGE
from tests.cast.people import make_staff
from tests.orders import placed

pytestmark = pytest.mark.django_db


def test_every_permission_has_its_row_and_the_administrator_all() -> None:
    assert set(GRANTED) == set(Permission)
    for roles in GRANTED.values():
        assert Staff.Role.ADMINISTRATOR in roles
    of_sales = {permission for permission, roles in GRANTED.items() if Staff.Role.SALES in roles}
    of_service = {permission for permission, roles in GRANTED.items() if Staff.Role.SERVICE in roles}
    assert of_sales == {
        Permission.CONFIRM_ORDERS, Permission.DECIDE_REGISTRATIONS, Permission.DECIDE_RELATIONSHIPS,
        Permission.INVITE_COMPANIES, Permission.ANSWER_MESSAGES, Permission.LOOK_AS_MEMBER,
        Permission.HELP_MEMBERS, Permission.SEE_CHANGES,
    }  # fmt: skip
    assert of_service == {
        Permission.DECIDE_MACHINES, Permission.ANSWER_CASES, Permission.ANSWER_MESSAGES,
        Permission.LOOK_AS_MEMBER,
    }  # fmt: skip


def test_who_left_may_nothing(hansa_nord: Partner) -> None:
    left = make_staff(hansa_nord, "Eva", "Lie", "administrator")
    left.is_active = False
    assert not any(may(left, permission) for permission in Permission)


def test_service_does_not_confirm_orders(anna: Member, hansa_nord: Partner, products, client_of) -> None:
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    order = placed(anna, products)
    client = client_of(jon)
    assert 'name="number"' not in client.get("/desk/orders/").content.decode()
    page = client.get(f"/desk/orders/{order.number}/").content.decode()
    assert "Disse rollene avgjør: Administrator, Salg." in page
    assert "data-confirm" not in page
    assert client.post(f"/desk/orders/{order.number}/confirm/").status_code == 403
    assert client.post("/desk/orders/confirm/", {"number": order.number}).status_code == 403
    assert client.get("/desk/orders/confirm-all/").status_code == 403
    assert client.post("/desk/orders/confirm-all/").status_code == 403
    with acting_in(STAGE):
        assert Order.objects.get(pk=order.pk).status == "placed"
