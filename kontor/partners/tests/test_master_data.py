"""Changing master data under `/admin/`: what the journal says about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import SellingEntity, ShippingRate, Staff, Terms
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(entities: dict[str, SellingEntity]) -> str:
    return f"/admin/partners/sellingentity/{entities['NO'].pk}/change/"


@pytest.fixture
def admin(client_of, olav: Staff) -> Client:
    browser: Client = client_of(olav)
    return browser


def filled(admin: Client, page: str) -> dict[str, Any]:
    """What a browser would send back if nothing was changed."""
    context = admin.get(page).context
    (rates,) = (inline.formset for inline in context["inline_admin_formsets"])
    forms = [context["adminform"].form, rates.management_form, *rates.forms]
    return {
        field.html_name: "" if field.value() is None else field.value()
        for form in forms
        for field in form
        if field.value() is not False
    }


def entries() -> list[tuple[str, dict[str, Any]]]:
    with acting_in(STAGE):
        return list(Entry.objects.filter(subject="sellingentity").values_list("verb", "details"))


def rate(up_to_kg: int) -> ShippingRate:
    with acting_in(STAGE):
        return ShippingRate.objects.get(entity__code="NO", carriage="parcel", up_to_kg=up_to_kg)


def test_a_changed_field_is_named(admin: Client, page: str, olav: Staff) -> None:
    assert admin.post(page, filled(admin, page) | {"city": "Heimdal"}).status_code == 302
    assert entries() == [("sellingentity.changed", {"fields": ["city"]})]
    with acting_in(STAGE):
        assert Entry.objects.get().user_id == olav.user_id


def test_rows_below_are_named_with_what_changed_in_them(admin: Client, page: str) -> None:
    changed, removed, sent = rate(10), rate(35), filled(admin, page)
    place = {str(value): name.rsplit("-", 1)[0] for name, value in sent.items() if name.endswith("-id")}
    rows = sent["shipping_rates-TOTAL_FORMS"]
    new = f"shipping_rates-{rows}"
    sent |= {
        "shipping_rates-TOTAL_FORMS": rows + 1,
        f"{place[str(changed.pk)]}-price": "159.00",
        f"{place[str(removed.pk)]}-DELETE": "on",
        f"{new}-carriage": "parcel",
        f"{new}-up_to_kg": "40",
        f"{new}-price": "279.00",
    }
    assert admin.post(page, sent).status_code == 302
    assert rate(10).price == Decimal("159.00")
    ((verb, details),) = entries()
    assert (verb, details["fields"]) == ("sellingentity.changed", [])
    assert details["rows"] == [
        {"row": "shippingrate.removed", "id": str(removed.pk)},
        {"row": "shippingrate.added", "id": str(rate(40).pk)},
        {"row": "shippingrate.changed", "id": str(changed.pk), "fields": ["price"]},
    ]


def test_what_did_not_change_is_not_told(admin: Client, page: str) -> None:
    assert admin.post(page, filled(admin, page)).status_code == 302
    assert entries() == []


def test_a_text_in_force_keeps_its_line_breaks(admin: Client, terms: list[Terms]) -> None:
    with acting_in(STAGE):
        text = Terms.objects.order_by("pk").first()
        assert text is not None
        Terms.objects.filter(pk=text.pk).update(body_nb="Først <b>.\n\n- Så")
    page = admin.get(f"/admin/partners/terms/{text.pk}/change/").content.decode()
    assert "Først &lt;b&gt;.<br><br>- Så" in page
    assert 'rel="icon"' in page
