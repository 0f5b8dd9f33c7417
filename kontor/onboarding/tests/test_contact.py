"""Writing to us without an account (ON-14), and what keeps it from being flooded."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail, signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.onboarding import contact_forms, contacting
from kontor.onboarding.models import ContactMessage, ContactPicture
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

WORDS = {
    "about": "no-mail",
    "name": "Kari Nilsen",
    "email": "kari@tbsaging.example",
    "body": "Det kommer ingen kode, heller ikke i søppelposten.",
}


@pytest.fixture(autouse=True)
def our_side(terms) -> None:
    """Somebody is there to be written to."""


@pytest.fixture(autouse=True)
def time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """One has looked at the page for a while."""
    monkeypatch.setattr(contact_forms, "FASTEST", -1)


def write(client: Client, **changes: Any) -> Any:
    page = client.get("/help/contact/")
    return client.post("/help/contact/", WORDS | {"opened": page.context["stamp"]} | changes)


def screenshot() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "white").save(out, "PNG")
    return SimpleUploadedFile("skjerm.png", out.getvalue(), "image/png")


def messages() -> list[ContactMessage]:
    with acting_in(STAGE):
        return list(ContactMessage.objects.order_by("sent_at"))


def test_a_stranger_writes_and_staff_answer_by_mail(
    client: Client, run_jobs: Callable[[], int], client_of: Callable[[Staff], Client], sigrid: Staff
) -> None:
    answer = write(client, pictures=[screenshot()])
    assert answer.status_code == 302, answer.context["form"].errors
    assert client.get(answer["Location"]).status_code == 200
    run_jobs()
    [message] = messages()
    assert message.number in form.last_mail().subject
    assert "Kari" not in form.last_mail().body
    desk = client_of(sigrid)
    assert "Det kommer ingen e-post" in desk.get("/desk/contacts/").content.decode()
    url = f"/desk/contacts/{message.number}/"
    assert "heller ikke i søppelposten" in desk.get(url).content.decode()
    picture = desk.get(f"{url}pictures/1/?small")
    assert picture["Content-Type"] == "image/jpeg"
    assert desk.get(f"{url}pictures/2/").status_code == 404
    assert desk.post(f"{url}decide/", {"decision": "answer", "message": ""}).status_code == 422
    assert desk.post(f"{url}decide/", {"decision": "answer", "message": "Prøv nå."}).status_code == 302
    run_jobs()
    assert "Prøv nå." in form.last_mail().body
    assert desk.post(f"{url}decide/", {"decision": "close"}).status_code == 422
    with acting_in(STAGE):
        verbs = list(
            Entry.objects.filter(subject="contactmessage").order_by("at").values_list("verb", flat=True)
        )
    assert verbs == ["contactmessage.received", "contactmessage.taken", "contactmessage.answered"]


def test_partners_staff_see_none_of_it(
    client: Client, run_jobs: Callable[[], int], client_of: Callable[[Staff], Client], petra: Staff
) -> None:
    write(client)
    run_jobs()
    [message] = messages()
    desk = client_of(petra)
    assert desk.get("/desk/contacts/").status_code == 200
    assert desk.get(f"/desk/contacts/{message.number}/").status_code == 404
    assert desk.post(f"/desk/contacts/{message.number}/decide/", {"decision": "close"}).status_code == 404


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    answer = write(client, email="kari@", about="")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"email", "about"}
    assert "heller ikke i søppelposten" in answer.content.decode()
    page = client.get("/help/contact/?about=dead-link").content.decode()
    assert 'value="dead-link"' in page
    assert not messages()


def test_programs_are_caught_by_a_hidden_field_and_by_their_haste(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert write(client, website="http://spam.example").status_code == 302
    monkeypatch.setattr(contact_forms, "FASTEST", 60)
    assert write(client).status_code == 422
    monkeypatch.setattr(contact_forms, "FASTEST", -1)
    assert write(client, opened="").status_code == 422
    forged = signing.TimestampSigner(salt="other").sign("opened")
    assert write(client, opened=forged).status_code == 422
    assert not messages()
    assert not mail.outbox


def test_one_address_and_one_place_write_a_few_times_and_then_no_more(client: Client) -> None:
    for _time in range(contacting.OF_ONE_ADDRESS_A_DAY):
        assert write(client).status_code == 302
    assert write(client).status_code == 429
    with acting_in(STAGE):
        assert ContactMessage.objects.count() == contacting.OF_ONE_ADDRESS_A_DAY
    for number in range(3):
        last = write(client, email=f"kari{number}@tbsaging.example")
    assert last.status_code == 429
    assert "heller ikke i søppelposten" in last.content.decode()


def test_what_is_no_picture_is_refused(client: Client) -> None:
    virus = SimpleUploadedFile("skjerm.png", b"MZ\x90\x00 not a picture", "image/png")
    assert write(client, pictures=[virus]).status_code == 422
    with acting_in(STAGE):
        assert not ContactPicture.objects.exists()
    assert not messages()
