"""Fetching a file: whether one may is asked at every download."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kontor.companies.models import Member
from kontor.documents import access
from kontor.documents.actions import store
from kontor.documents.models import Document
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.orders import placed

pytestmark = pytest.mark.django_db

ACTOR = SystemActor("tests.documents")


@pytest.fixture
def document(anna: Member, products) -> Document:
    order = placed(anna, products)
    with acting_in(ACTOR):
        return store(
            company=order.company,
            partner_id=order.partner_id,
            kind=Document.Kind.ORDER_CONFIRMATION,
            subject=order,
            name="Ordrebekreftelse «A»;.pdf",
            content_type="application/pdf",
            content=b"%PDF-1.7 test",
            language="nb",
            by=ACTOR,
        )


def test_the_company_fetches_its_file(document: Document, anna: Member, rita: Member, client_of) -> None:
    for member in (anna, rita):
        answer = client_of(member).get(document.get_absolute_url())
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content) == b"%PDF-1.7 test"
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith(
            "attachment; filename*=utf-8''Ordrebekreftelse%20%C2%ABA"
        )
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, no-store"


def test_its_partner_and_the_operator_fetch_it(
    document: Document, petra: Staff, sigrid: Staff, client_of
) -> None:
    for staff in (petra, sigrid):
        answer = client_of(staff).get(document.get_absolute_url())
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)


def test_for_others_it_does_not_exist(
    document: Document, claudia: Member, stefan: Staff, client, client_of
) -> None:
    for person in (claudia, stefan):
        assert client_of(person).get(document.get_absolute_url()).status_code == 404
    assert client.get(document.get_absolute_url()).status_code == 302


def test_another_name_is_another_address(document: Document, anna: Member, client_of) -> None:
    address = document.get_absolute_url().rpartition("/")[0] + "/other.pdf"
    assert client_of(anna).get(address).status_code == 404


def test_a_lost_file_is_not_found(document: Document, anna: Member, client_of) -> None:
    default_storage.delete(document.stored_as)
    assert client_of(anna).get(document.get_absolute_url()).status_code == 404


def test_a_stranger_type_is_only_bytes(document: Document, anna: Member, client_of) -> None:
    with acting_in(ACTOR):
        Document.objects.update(content_type="text/html")
    answer = client_of(anna).get(document.get_absolute_url())
    assert answer["Content-Type"] == "application/octet-stream"
    answer.close()


@pytest.fixture
def attachment(document: Document) -> Document:
    with acting_in(ACTOR):
        Document.objects.filter(pk=document.pk).update(
            kind=Document.Kind.ATTACHMENT, content_type="image/jpeg"
        )
        stored = default_storage.save(f"{document.stored_as}.small", ContentFile(b"small"))
        Document.objects.filter(pk=document.pk).update(small_as=stored)
        return Document.objects.get(pk=document.pk)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("image/jpeg", True), ("application/pdf", True), ("text/html", False), ("image/svg+xml", False)],
)
def test_pictures_and_pdfs_that_were_sent_are_shown(
    attachment: Document, anna: Member, client_of, kind: str, shown: bool
) -> None:
    with acting_in(ACTOR):
        Document.objects.update(content_type=kind)
    answer = client_of(anna).get(attachment.get_absolute_url())
    assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


def test_small_pictures_are_for_the_same_people(
    attachment: Document, anna: Member, petra: Staff, claudia: Member, stefan: Staff, client_of
) -> None:
    for person, status in ((anna, 200), (petra, 200), (claudia, 404), (stefan, 404)):
        answer = client_of(person).get(attachment.get_small_url())
        assert answer.status_code == status, person
    with acting_in(ACTOR):
        Document.objects.update(small_as="")
    assert client_of(anna).get(attachment.get_small_url()).status_code == 404


def test_what_is_for_staff_only_does_not_exist_for_members(
    attachment: Document, anna: Member, petra: Staff, client_of
) -> None:
    with acting_in(ACTOR):
        Document.objects.update(staff_only=True)
    assert client_of(anna).get(attachment.get_absolute_url()).status_code == 404
    assert client_of(anna).get(attachment.get_small_url()).status_code == 404
    assert client_of(petra).get(attachment.get_small_url()).status_code == 200
    with acting_in(anna):
        assert not Document.objects.exists()


def test_the_app_that_knows_the_subject_narrows_it(
    attachment: Document, anna: Member, bjorn: Member, client_of, monkeypatch
) -> None:
    monkeypatch.setitem(access._tests, "order", lambda viewer, key: viewer.pk == anna.pk)
    assert client_of(anna).get(attachment.get_small_url()).status_code == 200
    for address in (attachment.get_absolute_url(), attachment.get_small_url()):
        assert client_of(bjorn).get(address).status_code == 404
