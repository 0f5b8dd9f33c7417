"""Confirming many orders: at once, or as a job with a report."""

from __future__ import annotations

import pytest

from kontor.companies.models import Member
from kontor.desk.models import Batch
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.orders import placed

pytestmark = pytest.mark.django_db


def states() -> list[str]:
    with acting_in(STAGE):
        return sorted(Order.objects.values_list("status", flat=True))


def test_a_few_are_confirmed_at_once(anna: Member, petra: Staff, products, client_of) -> None:
    made = [placed(anna, products) for _ in range(3)]
    answer = client_of(petra).post(
        "/desk/orders/confirm/", {"number": [order.number for order in made[:2]]}, follow=True
    )
    assert "2 ordrer er bekreftet." in answer.content.decode()
    assert states() == ["confirmed", "confirmed", "placed"]


def test_none_chosen(petra: Staff, client_of) -> None:
    answer = client_of(petra).post("/desk/orders/confirm/", follow=True)
    assert "Velg minst én ordre." in answer.content.decode()


def test_what_could_not_be_is_reported(anna: Member, petra: Staff, products, client_of) -> None:
    good, done = placed(anna, products), placed(anna, products, status="delivered")
    with acting_in(STAGE):
        done.lines.update(status="delivered")
    answer = client_of(petra).post(
        "/desk/orders/confirm/", {"number": [good.number, done.number]}, follow=True
    )
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0].startswith("/desk/batches/")
    assert "Din tur: Se på 1 ordre" in page
    assert f"Ordre {done.number} er allerede «Levert»." in page


def test_all_that_match_run_as_a_job(
    anna: Member, claudia: Member, petra: Staff, products, client_of, run_jobs, monkeypatch
) -> None:
    monkeypatch.setattr("kontor.desk.actions.AT_ONCE", 3)
    monkeypatch.setattr("kontor.desk.actions.STEP", 2)
    mine = [placed(anna, products) for _ in range(5)]
    foreign = placed(claudia, products)
    client = client_of(petra)
    asked = client.get("/desk/orders/confirm-all/?q=fjord").content.decode()
    assert "Bekrefte 5 nye ordrer?" in asked
    answer = client.post("/desk/orders/confirm-all/", {"query": "q=fjord"})
    address = answer["Location"]
    waiting = client.get(address).content.decode()
    assert "0 av 5" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    # somebody confirms one of them in the meantime
    client.post(f"/desk/orders/{mine[4].number}/confirm/")
    run_jobs()
    done = client.get(f"{address}progress/").content.decode()
    assert "every 1s" not in done
    assert mine[4].number in done
    assert "er allerede «Bekreftet»" in done
    with acting_in(petra):
        batch = Batch.objects.get()
        assert (batch.total, batch.done, batch.confirmed) == (5, 5, 4)
    assert states() == ["confirmed"] * 5 + ["placed"]
    assert foreign.status == "placed"


def test_a_batch_is_its_owners(
    anna: Member, petra: Staff, stefan: Staff, sigrid: Staff, products, client_of
) -> None:
    order = placed(anna, products)
    client_of(petra).post("/desk/orders/confirm/", {"number": [order.number, "A-0000-1"]})
    with acting_in(petra):
        batch = Batch.objects.get()
    for other in (stefan, sigrid):
        assert client_of(other).get(f"/desk/batches/{batch.pk}/").status_code == 404
        assert client_of(other).get(f"/desk/batches/{batch.pk}/progress/").status_code == 404
    with acting_in(stefan):
        assert not Batch.objects.exists()


def test_nothing_left_to_confirm(petra: Staff, client_of) -> None:
    assert "ikke mer å bekrefte" in client_of(petra).get("/desk/orders/confirm-all/").content.decode()
    assert "ikke mer å bekrefte" in client_of(petra).post("/desk/orders/confirm-all/").content.decode()
