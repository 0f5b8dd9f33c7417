"""The quick order's page and its forms, with and without JavaScript."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.kit.scope import acting_in
from kontor.shopping.models import CartLine, QuickOrderLine
from kontor.shopping.reading import read_text
from tests.cast.goods import more_products

pytestmark = pytest.mark.django_db

PAGE = "/shop/quick-order/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def lines_of(member):
    with acting_in(member):
        rows = QuickOrderLine.objects.filter(quick_order__member=member).order_by("position")
        return [(row.entered_number, row.entered_quantity, row.problem) for row in rows]


def send(client, name, content, **more):
    return client.post(f"{PAGE}upload/", {"file": SimpleUploadedFile(name, content)}, **more)


def test_an_empty_list_says_what_one_can_do(bjorn, products, client_of):
    text = client_of(bjorn).get(PAGE).content.decode()
    assert 'id="new-line"' in text
    assert f"{PAGE}sample/" in text


def test_a_file_comes_in_with_two_bad_lines_that_are_mended_on_the_page(bjorn, products, client_of):
    client = client_of(bjorn)
    table = "\ufeffVarenummer;Antall\r\nHI-440718;4\r\nHI-44O718;2\r\nHI-748120;750\r\nHYD-RET-7;1\r\n"
    answer = send(client, "bestilling.csv", table.encode(), follow=True)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "bestilling.csv" in text
    assert lines_of(bjorn) == [
        ("HI-440718", "4", ""),
        ("HI-44O718", "2", "unknown"),
        ("HI-748120", "750", "not_full_packs"),
        ("HYD-RET-7", "1", ""),
    ]
    assert 'name="product" value="HI-440718"' in text
    assert 'name="fit" value="800"' in text
    with acting_in(bjorn):
        unknown, packs = QuickOrderLine.objects.exclude(problem="").order_by("position")
    mended = client.post(
        f"{PAGE}lines/{unknown.pk}/", {"number": "HI-44O718", "product": "HI-440718"}, **HTMX
    )
    assert mended.status_code == 200
    assert f'id="line-{unknown.pk}"' in mended.content.decode()
    assert 'id="sum"' in mended.content.decode()
    assert client.post(f"{PAGE}lines/{packs.pk}/", {"quantity": "750", "fit": "800"}).status_code == 302
    assert not any(problem for *_line, problem in lines_of(bjorn))
    assert client.post(f"{PAGE}to-cart/").url == "/cart/"
    assert lines_of(bjorn) == []
    with acting_in(bjorn):
        quantities = CartLine.objects.order_by("product__number").values_list("product__number", "quantity")
        assert list(quantities) == [("HI-440718", 7), ("HI-748120", 800)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_in_each_encoding_of_excel(bjorn, products, client_of, encoding):
    send(
        client_of(bjorn), "liste.csv", "Artikelnummer;Menge\r\nHI-440718;4\r\nGröße;1,5\r\n".encode(encoding)
    )
    assert lines_of(bjorn) == [("HI-440718", "4", ""), ("Größe", "1,5", "unknown")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.csv", b""),
        ("bild.csv", b"\x89PNG\r\n\x1a\n"),
        ("brev.csv", b"%PDF-1.7"),
        ("bok.xlsx", b"PK\x03\x04no"),
        ("mange.csv", b"HI-440718;1\n" * 100_001),
        ("null.csv", b"HI-440718;1\nx\x00;2\n"),
    ],
)
def test_a_file_that_is_no_list_is_refused_beside_its_field(bjorn, products, client_of, name, content):
    answer = send(client_of(bjorn), name, content)
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()
    assert lines_of(bjorn) == []


def test_no_file_is_refused(bjorn, products, client_of):
    answer = client_of(bjorn).post(f"{PAGE}upload/")
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()


def test_what_is_too_large_is_refused_before_anything_reads_it(bjorn, products, client_of):
    for path, error in (("upload", "id_file_error"), ("paste", "id_text_error")):
        answer = client_of(bjorn).post(f"{PAGE}{path}/", b"x" * 6_000_000, content_type="text/plain")
        assert answer.status_code == 413
        assert error in answer.content.decode()


def test_forged_forms_are_refused(bjorn, products):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(bjorn.user)
    assert send(client, "liste.csv", b"HI-440718;4\n").status_code == 403
    assert client.post(f"{PAGE}paste/", {"text": "HI-440718 4"}).status_code == 403
    assert lines_of(bjorn) == []


def test_lines_are_pasted(bjorn, products, client_of):
    client = client_of(bjorn)
    assert client.post(f"{PAGE}paste/", {"text": "HI-440718 4\n2x HI-512045\n"}).status_code == 302
    assert lines_of(bjorn) == [("HI-440718", "4", ""), ("HI-512045", "2", "")]


@pytest.mark.parametrize("text", ["", "  \n ", ";;;", "HI-1\0 4"])
def test_nothing_pasted_is_refused(bjorn, products, client_of, text):
    answer = client_of(bjorn).post(f"{PAGE}paste/", {"text": text})
    assert answer.status_code == 422
    assert 'id="id_text_error"' in answer.content.decode()
    assert lines_of(bjorn) == []


def test_what_was_pasted_is_kept_when_it_is_too_much(bjorn, products, client_of):
    text = "HI-440718 4\n" * 10_001
    answer = client_of(bjorn).post(f"{PAGE}paste/", {"text": text})
    assert answer.status_code == 422
    assert answer.content.decode().count("HI-440718 4") >= 10_001


def test_lines_are_typed_one_by_one(bjorn, products, client_of):
    client = client_of(bjorn)
    assert client.post(f"{PAGE}add/", {"number": "HI-440718", "quantity": "4"}).status_code == 302
    answer = client.post(f"{PAGE}add/", {"number": "HI-512045", "quantity": "1"}, **HTMX)
    assert answer.status_code == 200
    assert "autofocus" in answer.content.decode()
    client.post(f"{PAGE}add/", {"number": "3x HI-512045"})
    assert lines_of(bjorn)[-1] == ("HI-512045", "3", "")
    for more in ({}, HTMX):
        answer = client.post(f"{PAGE}add/", {"number": "HI-0", "quantity": "x"}, **more)
        assert answer.status_code == 422
        assert 'value="HI-0"' in answer.content.decode()
    assert client.post(f"{PAGE}add/", {"number": "", "quantity": "4"}).status_code == 422
    assert len(lines_of(bjorn)) == 5


def test_a_line_is_dropped_and_put_back(bjorn, products, client_of):
    client = client_of(bjorn)
    client.post(f"{PAGE}add/", {"number": "HI-440718", "quantity": "4"})
    with acting_in(bjorn):
        pk = QuickOrderLine.objects.get().pk
    text = client.post(f"{PAGE}lines/{pk}/drop/", follow=True).content.decode()
    assert 'type="hidden" name="number" value="HI-440718"' in text
    assert lines_of(bjorn) == []


def test_a_mend_that_does_not_help_says_so(bjorn, products, client_of):
    client = client_of(bjorn)
    client.post(f"{PAGE}add/", {"number": "HI-748120", "quantity": "50"})
    with acting_in(bjorn):
        pk = QuickOrderLine.objects.get().pk
    for more in ({}, HTMX):
        answer = client.post(f"{PAGE}lines/{pk}/", {"quantity": "150"}, **more)
        assert answer.status_code == 422
        assert 'value="150"' in answer.content.decode()


def test_the_sample_is_read_again(bjorn, products, client_of):
    answer = client_of(bjorn).get(f"{PAGE}sample/")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer["Content-Disposition"]
    lines = read_text(answer.content.decode())
    assert lines[0] == ("HI-440718", "1")
    assert len(lines) == 3


def test_a_reader_gets_403_and_nothing_happens(rita, products, client_of):
    client = client_of(rita)
    assert client.get(PAGE).status_code == 403
    assert client.get(f"{PAGE}sample/").status_code == 403
    assert client.post(f"{PAGE}add/", {"number": "HI-440718", "quantity": "4"}).status_code == 403
    assert client.post(f"{PAGE}paste/", {"text": "HI-440718 4"}).status_code == 403
    assert send(client, "liste.csv", b"HI-440718;4\n").status_code == 403
    assert client.post(f"{PAGE}clear/").status_code == 403
    assert client.post(f"{PAGE}to-cart/").status_code == 403
    assert lines_of(rita) == []


def test_lines_of_another_do_not_exist(bjorn, anna, claudia, products, client_of):
    client_of(bjorn).post(f"{PAGE}add/", {"number": "HI-440718", "quantity": "4"})
    with acting_in(bjorn):
        pk = QuickOrderLine.objects.get().pk
    for other in (anna, claudia):
        assert client_of(other).post(f"{PAGE}lines/{pk}/", {"quantity": "9"}).status_code == 404
        assert client_of(other).post(f"{PAGE}lines/{pk}/drop/").status_code == 404
    assert lines_of(bjorn) == [("HI-440718", "4", "")]


def test_the_page_asks_the_same_for_one_line_of_each_kind_and_for_13(bjorn, products, client_of, at_most):
    client = client_of(bjorn)
    client.get(PAGE)
    clear, *more = more_products(products["HI-440718"], 13)
    client.post(f"{PAGE}paste/", {"text": f"{clear.number} 4\nHI-44O718 1\n"})
    with at_most(12) as few:
        assert client.get(PAGE).context["view"].count == 2
    client.post(
        f"{PAGE}paste/", {"text": "".join(f"{one.number} 4\nHI-44O7{one.number[-2:]} 1\n" for one in more)}
    )
    with at_most(12) as many:
        assert client.get(PAGE).context["view"].count == 26
    assert len(few) == len(many)
