"""Many colleagues from a table: every line gets a verdict, none is lost, the good ones are invited (CO-2)."""

from __future__ import annotations

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.companies import many
from kontor.companies.actions import add_role
from kontor.companies.models import Invitation
from kontor.companies.permissions import Permission
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
URL = "/company/users/invite/many/"
GOOD = "Liv;Ås;liv@fjordbygg.example;Mekaniker;Service, Bare lese;norsk"
LINES = f"""Fornavn;Etternavn;E-post;Stilling;Roller;Språk
{GOOD}
Per;Dal;per@fjordbygg.example;;buyer;de
;Dal;x@fjordbygg.example;;buyer;
Ole;Dal;ole@other.example;;buyer;
Ole;Dal;ole;;buyer;
Ola;Dal;ola@fjordbygg.example;;king;
Ola;Dal;ola2@fjordbygg.example;;;
Bjørn;Moe;BJORN@fjordbygg.example;;buyer;
Liv;Ås;LIV@fjordbygg.example;;buyer;
"""


def verdicts(text: str, by) -> dict[int, str]:
    with acting_in(by):
        return {line.number: line.problem for line in many.understand(text, by=by).lines}


def test_every_line_gets_its_verdict(anna, bjorn):
    found = verdicts(LINES, anna)
    assert [number for number, problem in found.items() if not problem] == [2, 3]
    assert len(set(found.values())) == 8, "each says something of its own"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_as_excel_writes_it(encoding, anna, bjorn, client_of):
    upload = SimpleUploadedFile("users.csv", LINES.encode(encoding))
    page = client_of(anna).post(URL, {"file": upload, "then": "invite"})
    assert page.status_code == 422
    assert [line.first_name for line in page.context["table"].good] == ["Liv", "Per"]
    with acting_in(STAGE):
        assert not Invitation.objects.exists(), "a file is only looked at"


def test_the_good_ones_are_invited_and_the_others_stay_to_be_mended(anna, bjorn, client_of):
    client = client_of(anna)
    page = client.post(URL, {"text": LINES, "then": "check"})
    assert page.status_code == 422
    assert GOOD in page.context["form"]["text"].value()
    page = client.post(URL, {"text": LINES, "then": "invite"})
    left = page.context["form"]["text"].value()
    assert GOOD not in left
    assert left.splitlines()[:2] == [
        "Fornavn;Etternavn;E-post;Stilling;Roller;Språk",
        ";Dal;x@fjordbygg.example;;buyer;",
    ]
    with acting_in(STAGE):
        invited = {one.email: (one.roles, one.language, one.title) for one in Invitation.objects.all()}
        assert Entry.objects.filter(verb="invitation.sent", member_id=anna.pk).count() == 2
    assert invited == {
        "liv@fjordbygg.example": (["service", "reader"], "nb", "Mekaniker"),
        "per@fjordbygg.example": (["buyer"], "de", ""),
    }
    mended = client.post(URL, {"text": "Ola;Dal;ola@fjordbygg.example;;Bare lese;", "then": "invite"})
    assert mended.headers["Location"] == "/company/users/?state=invited"


def test_titles_in_any_order_tabs_and_an_own_role(anna):
    with acting_in(anna):
        add_role(anna.company, name="Nattskift", permissions=[Permission.SEE_CASES], by=anna)
        table = many.understand(
            "Role\tE-mail\tSurname\tFirst name\nnattskift\ta@fjordbygg.example\tDal\tA\n", by=anna
        )
    [line] = table.good
    assert (line.last_name, line.role_words()) == ("Dal", "Nattskift")


def test_the_sample_can_be_read(anna, client_of):
    answer = client_of(anna).get(f"{URL}sample.csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    text = answer.content.decode("utf-8-sig").replace("example.com", "fjordbygg.example")
    assert set(verdicts(text, anna).values()) == {""}


def test_nothing_too_much_and_what_is_no_table(anna, bjorn, client_of):
    client = client_of(anna)
    assert client.post(URL, {"text": "a;b;c\n" * 1001}).status_code == 422
    assert client.post(URL, {"text": " \n "}).status_code == 422
    assert client.post(URL, {}).status_code == 422
    assert client.post(URL, {"file": SimpleUploadedFile("a.csv", b"%PDF-1.7 \x00")}).status_code == 422
    assert client.post(URL, {"file": SimpleUploadedFile("a.exe", b"MZ")}).status_code == 422
    assert client.post(URL, {"text": '"a;b\nc'}).status_code == 422
    assert client_of(bjorn).post(URL, {"text": GOOD, "then": "invite"}).status_code == 403
    with acting_in(bjorn), pytest.raises(NotAllowed):
        many.understand(GOOD, by=bjorn)
    with acting_in(STAGE):
        assert not Invitation.objects.exists()


def test_a_thousand_lines(anna, client_of, at_most):
    text = "\n".join(f"N{n};N;n{n}@fjordbygg.example;;reader;" for n in range(1000))
    client = client_of(anna)
    with at_most(9):
        assert client.post(URL, {"text": text, "then": "check"}).status_code == 200
    began = time.monotonic()
    assert client.post(URL, {"text": text, "then": "invite"}).status_code == 302
    print("invited in", time.monotonic() - began)
    with acting_in(STAGE):
        assert Invitation.objects.count() == 1000
