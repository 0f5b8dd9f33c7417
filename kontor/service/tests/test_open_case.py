"""Opening a case, for a machine or in general, with photographs (SE-2, SE-3)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.companies.models import Company, Member
from kontor.documents.models import Document
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.partners.models import Partner, ProductArea
from kontor.service import queries
from kontor.service.actions import open_case
from kontor.service.errors import MachineNotThere
from kontor.service.models import Case, Message
from kontor.service.tests.stage import held, look_after, opened, photograph, picture
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

WORDS = {"kind": "fault", "subject": "Olje under svingkransen", "body": "En halv liter siden i morges."}


def text(answer: Any) -> str:
    found: str = answer.content.decode().replace("\xa0", " ")
    return found


def nothing_happened() -> None:
    with acting_in(STAGE):
        assert not Case.objects.exists()
        assert not Message.objects.exists()
        assert not Document.objects.exists()
        assert not Entry.objects.filter(verb="case.opened").exists()


def test_for_a_machine_it_goes_to_its_partner(anna: Member, fjordbygg: Company, hansa_sued: Partner) -> None:
    holding = held(fjordbygg, partner=hansa_sued)
    case = opened(anna, holding, pictures=[picture(), picture("under.jpg")])
    assert re.fullmatch(r"S-20\d\d-\d{6}", case.number)
    assert (case.partner, case.area, case.status) == (hansa_sued, holding.area, "new")
    with acting_in(anna):
        [said] = queries.messages_of(case, anna)
        assert said.body == "Half a litre since this morning."
        assert [one.name for one in said.pictures] == ["oil.jpg", "under.jpg"]
        assert Entry.objects.get(verb="case.opened").details["holding"] == holding.pk


def test_in_general_it_goes_to_the_areas_partner_else_the_usual_one(
    anna: Member, areas: dict[str, ProductArea], hansa_nord: Partner, hansa_sued: Partner
) -> None:
    with acting_in(STAGE):
        anna.company.relationships.filter(area=areas["copper"]).update(partner=hansa_sued)
    assert opened(anna, area=areas["copper"]).partner == hansa_sued
    assert opened(anna).partner == hansa_nord


def test_a_reader_may_not(rita: Member) -> None:
    with acting_in(rita), pytest.raises(NotAllowed):
        open_case(kind="fault", subject="s", body="b", by=rita)
    nothing_happened()


def test_another_companys_machine_and_one_that_is_gone_are_not_there(
    anna: Member, fjordbygg: Company, rheintal: Company
) -> None:
    for holding in (held(rheintal, "X1"), held(fjordbygg, "X2", status="ended")):
        with acting_in(anna), pytest.raises(MachineNotThere):
            open_case(kind="fault", subject="s", body="b", holding=holding, by=anna)
    nothing_happened()


def test_tom_opens_cases_only_for_machines_of_his(tom: Member, fjordbygg: Company, client_of) -> None:
    mine, other = held(fjordbygg, "A1", reference="Graver 1"), held(fjordbygg, "A2", reference="Graver 2")
    look_after(tom, mine)
    page = text(client_of(tom).get("/service/new/"))
    assert "Graver 1" in page
    assert "Graver 2" not in page
    answer = client_of(tom).post("/service/new/", WORDS | {"holding": other.pk})
    assert answer.status_code == 422
    nothing_happened()


def test_the_form_opens_it(anna: Member, fjordbygg: Company, client_of) -> None:
    holding = held(fjordbygg)
    client = client_of(anna)
    page = text(client.get("/service/new/", {"machine": holding.pk}))
    assert f'<option value="{holding.pk}" selected>Graver 7, NX 220, NH482K</option>' in page
    pictures = [photograph("IMG_1.JPG"), photograph("IMG_2.JPG")]
    answer = client.post("/service/new/", WORDS | {"holding": holding.pk, "pictures": pictures}, follow=True)
    page = text(answer)
    for words in ("Olje under svingkransen", "En halv liter siden i morges.", "Graver 7", "IMG_1.jpg", "IMG_2.jpg",
                  "Vår tur: Hansa Nord", "Anna Hagen"):  # fmt: skip
        assert words in page, words


def test_machines_pages_lead_to_the_form_whatever_stands_there(anna: Member, client_of) -> None:
    for machine in ("x", "-1", "9" * 30, "²", "12345"):
        assert client_of(anna).get("/service/new/", {"machine": machine}).status_code == 200


def test_what_lacks_is_said_beside_it_and_nothing_is_lost(anna: Member, client_of) -> None:
    answer = client_of(anna).post("/service/new/", {"kind": "", "subject": "x" * 130, "body": "Bare dette"})
    page = text(answer)
    assert answer.status_code == 422
    assert "3 ting" not in page
    assert "2 ting" in page
    assert "x" * 130 in page
    assert "Bare dette" in page
    nothing_happened()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("stor.jpg", b"\xff\xd8\xff" + b"x" * 40_000_000, "«stor.jpg» er for stor"),
        ("skjema.pdf", b"%PDF-1.7", "«skjema.pdf» er en PDF"),
        ("odelagt.jpg", b"\xff\xd8\xff\xe0 broken", "«odelagt.jpg»"),
        ("tom.jpg", b"", "«tom.jpg» er tom"),
    ],
)
def test_files_that_are_no_pictures_leave_the_words(
    anna: Member, client_of, name: str, content: bytes, said: str
) -> None:
    bad = SimpleUploadedFile(name, content, content_type="image/jpeg")
    answer = client_of(anna).post("/service/new/", WORDS | {"pictures": [photograph(), bad]})
    page = text(answer)
    assert answer.status_code == 422
    assert said in page
    assert "Velg bildene på nytt" in page
    assert "Olje under svingkransen" in page
    assert "En halv liter siden i morges." in page
    nothing_happened()


def test_good_pictures_beside_a_bad_word_are_asked_for_again(anna: Member, client_of) -> None:
    answer = client_of(anna).post("/service/new/", WORDS | {"body": "", "pictures": [photograph()]})
    assert answer.status_code == 422
    assert "Velg bildene på nytt" in text(answer)


def test_seven_pictures_are_too_many(anna: Member, client_of) -> None:
    answer = client_of(anna).post("/service/new/", WORDS | {"pictures": [photograph() for _ in range(7)]})
    assert answer.status_code == 422
    assert "Høyst 6 bilder" in text(answer)
    nothing_happened()


def test_far_too_much_is_not_read_at_all(anna: Member, client_of, monkeypatch) -> None:
    def read(*args: object) -> None:
        raise AssertionError("The form was read.")

    monkeypatch.setattr("django.http.request.HttpRequest._load_post_and_files", read)
    sent = WORDS | {"pictures": [photograph()]}
    monkeypatch.setattr("kontor.service.http.MAX_REQUEST", 800)
    answer = client_of(anna).post("/service/new/", sent)
    assert answer.status_code == 413
    assert "for store" in text(answer)
    assert WORDS["subject"] in text(answer)
    assert WORDS["body"] in text(answer)
    assert 'value="fault" selected' in text(answer)
    nothing_happened()


def test_a_forged_form_is_refused(anna: Member) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(anna.user)
    assert client.post("/service/new/", WORDS | {"pictures": [photograph()]}).status_code == 403
    nothing_happened()


def test_both_sides_are_told_once_in_their_language(claudia: Member, rheintal: Company, run_jobs) -> None:
    case = opened(claudia, held(rheintal), subject="Öl am Drehkranz")
    run_jobs()
    received, ours = sorted(mail.outbox, key=lambda one: one.to != [claudia.user.email])
    assert received.to == ["claudia@rheintal-metallbau.example"]
    assert received.subject == f"Wir haben Ihren Vorgang {case.number}: Öl am Drehkranz"
    assert f"/service/{case.number}/" in received.body
    assert ours.to == ["post@hansa-sued.example"]
    assert ours.subject == f"Neuer Vorgang {case.number} von Rheintal Metallbau GmbH: Öl am Drehkranz"
    assert "Graver 7" in ours.body
    assert "Half a litre since this morning." in ours.body
    with acting_in(claudia):
        assert [one.kind for one in Notification.objects.all()] == ["case.received.theirs"]


def test_one_of_many_machines_is_looked_for(anna: Member, fjordbygg: Company, client_of, at_most) -> None:
    for n in range(101):
        held(fjordbygg, f"NH{n:03}K", reference=f"Graver {n}")
    wanted, client = held(fjordbygg, "ZZ900K", reference="Kranen"), client_of(anna)
    page = text(client.get("/service/new/"))
    assert "Graver 7" not in page
    assert "Finn maskinen" in page
    with at_most(16):
        assert f'<option value="{wanted.pk}"' in text(client.get("/service/new/", {"find": "kran"}))
    assert "De første 25 vises" in text(client.get("/service/new/", {"find": "graver"}))
    assert "Ingen maskin passer til «xyz»" in text(client.get("/service/new/", {"find": "xyz"}))
    assert f'value="{wanted.pk}" selected' in text(client.get("/service/new/", {"machine": wanted.pk}))
    assert client.post("/service/new/", WORDS | {"holding": wanted.pk}).status_code == 302
    with acting_in(STAGE):
        assert Case.objects.get().holding_id == wanted.pk


def test_of_another_company_no_machine_is_found(anna: Member, rheintal: Company, client_of) -> None:
    for n in range(101):
        held(anna.company, f"NH{n:03}K", reference=f"Graver {n}")
    held(rheintal, "ZZ900K", reference="Kranen")
    assert (
        "Kranen"
        not in text(client_of(anna).get("/service/new/", {"find": "kranen zz900k"})).split("<select")[1]
    )
