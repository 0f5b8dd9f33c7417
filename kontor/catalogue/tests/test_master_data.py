"""Products under `/admin/`."""

from __future__ import annotations

import pytest
from django.test import Client

from kontor.catalogue.models import Product
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_a_product_whose_stock_waits_for_nothing_can_be_saved(
    client_of, olav: Staff, products: dict[str, Product]
) -> None:
    browser: Client = client_of(olav)
    product = products["HI-440718"]
    with acting_in(STAGE):
        stock = product.stock.get()
        stock.restock_date = stock.restock_quantity = None
        stock.save()
    page = f"/admin/catalogue/product/{product.pk}/change/"
    context = browser.get(page).context
    (stocks,) = (inline.formset for inline in context["inline_admin_formsets"])
    sent = {
        field.html_name: "" if field.value() is None else field.value()
        for form in (context["adminform"].form, stocks.management_form, *stocks.forms)
        for field in form
        if field.value() is not False
    }
    assert browser.post(page, sent | {"name_en": "Return filter"}).status_code == 302
    with acting_in(STAGE):
        product.refresh_from_db()
    assert product.name_en == "Return filter"
