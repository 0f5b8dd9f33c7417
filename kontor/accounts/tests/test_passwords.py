"""What a new password has to be, wherever one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from django import forms
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.module_loading import module_has_submodule

from kontor.accounts.models import User
from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.partners.models import Operator
from tests.cast import PASSWORD, STAGE

CHANGE = "/accounts/password/change/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stage")]


def reasons(password: str) -> list[str]:
    person = User(email="kari.nordmann@fjordbygg.example", username="karin")
    person.company_name = "Fjordbygg AS"  # type: ignore[attr-defined]
    try:
        validate_password(password, person)
    except ValidationError as error:
        return [str(one.code) for one in error.error_list]
    return []


def set_length(number: int) -> None:
    with acting_in(STAGE):
        Operator.objects.update(password_length=number)


@pytest.mark.parametrize(
    "password",
    [
        "Password1234", "P@ssw0rd2026", "qwertyuiop12", "123456789012", "aaaaaaaaaaaa", "abcabcabcabc",
        "Hydraulikk12", "sommersommer", "Fjordbygg2026!", "fjordbyggfjordbygg", "nordmann-2026", "HansaIndustri 24!",
        "vintersommerhøst", "kari.nordmann@fjordbygg.example!",
    ],
)  # fmt: skip
def test_what_is_tried_first_is_refused(password: str) -> None:
    assert reasons(password) == ["password_too_common"], "said once"


@pytest.mark.parametrize(
    "password", [PASSWORD, "sju blå fisker under broa", "x7#Kq9!vWm2p", "a long one " * 20]
)
def test_what_is_hard_to_guess_is_taken_whatever_it_consists_of(password: str) -> None:
    assert reasons(password) == []


def test_eight_characters_by_lot_are_enough_where_the_operator_says_so() -> None:
    assert reasons("xk3!pq9z") == ["password_too_short"]
    set_length(8)
    assert reasons("xk3!pq9z") == []
    assert reasons("xk3!pq9") == ["password_too_short"]
    assert reasons("sunshine") == ["password_too_common"]


def test_the_operator_cannot_ask_for_fewer_than_eight() -> None:
    with acting_in(STAGE), pytest.raises(IntegrityError), transaction.atomic():
        Operator.objects.update(password_length=7)


def test_pages_say_the_length_and_the_reason(client_of: Callable[[Member], Client], anna: Member) -> None:
    set_length(15)
    client = client_of(anna)
    assert "Minst 15 tegn." in client.get(CHANGE).content.decode()
    typed = {"oldpassword": PASSWORD, "password1": "to korte ord", "password2": "to korte ord"}
    answer = client.post(CHANGE, typed)
    assert answer.status_code == 422
    assert "det må ha minst 15 tegn" in answer.content.decode()
    anna.user.refresh_from_db()
    assert anna.user.check_password(PASSWORD)


def test_a_password_counts_as_typed(anna: Member, client: Client) -> None:
    """Neither capitals nor blanks are changed, before or after."""
    for wrong in (PASSWORD.upper(), f" {PASSWORD}", f"{PASSWORD} "):
        assert (
            client.post("/accounts/login/", {"login": anna.user.email, "password": wrong}).status_code == 422
        )


def forms_of_the_portal() -> list[type[forms.Form]]:
    for config in apps.get_app_configs():
        for name in ("forms", "finish_forms", "contact_forms", "access_forms"):
            if config.name.startswith("kontor.") and module_has_submodule(config.module, name):
                import_module(f"{config.name}.{name}")
    found, waiting = [], [forms.Form]
    while waiting:
        waiting += (more := waiting.pop().__subclasses__())
        found += [form for form in more if form.__module__.startswith("kontor.")]
    return found


def test_each_field_for_a_password_hides_what_is_typed() -> None:
    fields = [
        (form.__qualname__, name, field.widget)
        for form in forms_of_the_portal()
        for name, field in form.base_fields.items()
        if "password" in name
    ]
    assert {"LoginForm", "ChangePasswordForm", "AcceptForm"} <= {form for form, _name, _widget in fields}
    for form, name, widget in fields:
        assert isinstance(widget, forms.PasswordInput), f"{form}.{name}"
        assert widget.input_type == "password", f"{form}.{name}"
