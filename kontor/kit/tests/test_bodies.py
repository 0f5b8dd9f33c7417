"""What is too long for an address is refused before anything reads it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.kit.bodies import ORDINARY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/accounts/login/", "/cart/", "/orders/"])
def test_a_file_nobody_asked_for_is_not_read(client, monkeypatch, path):
    def read(*args: object) -> None:
        raise AssertionError("The form was read.")

    monkeypatch.setattr("django.http.request.HttpRequest._load_post_and_files", read)
    file = SimpleUploadedFile("film.mp4", b"x" * (ORDINARY + 1))
    answer = client.post(path, {"file": file}, headers={"accept-language": "en"})
    assert answer.status_code == 413
    assert "can be taken here" in answer.content.decode()
