"""A form takes what it asks for: columns that are sent beside it stay as they are (docs/security/authorization.md, "Fields")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.apps import apps

from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.test_access_matrix import world as world

pytestmark = pytest.mark.django_db

PLACE: Final = {
    "name": "Rigg 9",
    "street": "Gata 9",
    "postcode": "7010",
    "city": "Trondheim",
    "country": "NO",
}


@dataclass(frozen=True)
class Form:
    """`who` sends `path` rightly with more beside it; `row` of `model` is what it changes, else what it adds."""

    who: str
    path: str
    asked: dict[str, str]
    unasked: dict[str, str]
    model: str
    row: str = ""


FORMS: Final = [
    Form(
        "anna", "/company/change/", {"name": "Fjordbygg AS"},
        {"tier": "platinum", "number": "1", "country": "DE", "currency": "EUR", "extra_domains": "evil.example",
         "requires_second_factor": "1", "assigns_equipment": "1", "organisation_number": "1"},
        "companies.Company", "company",
    ),
    Form("anna", "/company/addresses/{address}/", PLACE, {"kind": "billing", "company": "{other}", "is_default": "1"}, "companies.Address", "address"),
    Form("anna", "/company/addresses/add/delivery/", PLACE, {"kind": "billing", "company": "{other}"}, "companies.Address"),
    Form("anna", "/company/contacts/{contact}/", {"name": "Ola", "purpose": "P", "phone": "1"}, {"company": "{other}"}, "companies.Contact", "contact"),
    Form("anna", "/company/users/{colleague}/rights/", {"roles": "buyer", "sees": "company"}, {"is_active": "", "company": "{other}", "user": "{other_user}", "first_name": "X"}, "companies.Member", "colleague"),
    Form(
        "anna", "/company/users/invite/",
        {"first_name": "Liv", "last_name": "Ås", "email": "liv@fjordbygg.example", "language": "nb", "roles": "buyer"},
        {"company": "{other}", "accepted_at": "2026-01-01", "token_hash": "x", "expires_at": "2099-01-01"},
        "companies.Invitation",
    ),
    Form(
        "anna", "/equipment/{holding}/describe/", {"reference": "Graver 1"},
        {"status": "ended", "serial": "X", "company": "{other}", "partner": "{other_partner}", "held_from": "2020-01-01", "handled_by": "{stefan}"},
        "equipment.Holding", "holding",
    ),
    Form(
        "anna", "/service/new/", {"kind": "fault", "subject": "Oil", "body": "Below the motor."},
        {"number": "S-1", "status": "solved", "company": "{other}", "partner": "{other_partner}", "handled_by": "{stefan}"},
        "service.Case",
    ),
    Form("anna", "/service/{case}/reply/", {"body": "Still there."}, {"note": "1", "to": "note", "staff": "{stefan}", "member": "{other_member}"}, "service.Message"),
    Form("petra", "/desk/staff/{staff}/change/", {"role": "administrator"}, {"partner": "", "is_active": "", "user": "{other_user}"}, "partners.Staff", "staff"),
    Form("petra", "/desk/staff/teams/add/", {"name": "Yard"}, {"partner": ""}, "partners.Team"),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.who} {form.path}")
def test_what_is_not_asked_for_is_not_written(
    form: Form,
    world: dict[str, Any],
    claudia: Member,
    stefan: Staff,
    request: pytest.FixtureRequest,
    client_of: Any,
) -> None:
    person = request.getfixturevalue(form.who)
    known = world | {
        "other": claudia.company_id, "other_member": claudia.pk, "other_user": claudia.user_id,
        "other_partner": stefan.partner_id, "stefan": stefan.pk, "company": getattr(person, "company_id", None),
    }  # fmt: skip
    unasked = {name: value.format(**known) for name, value in form.unasked.items()}
    before = _row(form, known)
    answer = client_of(person).post(form.path.format(**known), unasked | form.asked)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    after = _row(form, known)
    assert after is not None
    for name, value in unasked.items():
        column = f"{name}_id" if hasattr(after, f"{name}_id") else name
        if not hasattr(after, column):
            continue
        now = getattr(after, column)
        if form.row:
            assert now == getattr(before, column), name
        else:
            assert str(now) not in (value, "True"), name


def _row(form: Form, known: dict[str, Any]) -> Any:
    with acting_in(STAGE):
        rows = apps.get_model(form.model)._default_manager.order_by("pk")
        return rows.get(pk=known[form.row]) if form.row else rows.last()
