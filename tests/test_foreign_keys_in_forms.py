"""Whoever puts the key of something foreign into a field of a form is told that there is no such thing (QU-3).

Each line is one field of one form, sent by somebody who may send it, about something of their own, with everything else
right. The field names a row of another company, or of another partner's. Nothing may be written by it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django import forms
from django.apps import apps
from django.utils import timezone

from kontor.companies.models import Member
from kontor.kit.one_of import OneOfField
from kontor.kit.scope import acting_in
from kontor.partners.models import Absence, PartnerArea, ProductArea, Staff, Terms
from kontor.partners.teams import Team
from tests.cast import STAGE
from tests.furnishing import furnish
from tests.test_looking_everywhere import written

pytestmark = pytest.mark.django_db

PERSON: Final = {"first_name": "Liv", "last_name": "Ås", "email": "liv@fjordbygg.example", "language": "nb"}
CASE: Final = {"kind": "fault", "subject": "Oil", "body": "Below the motor."}
ANSWERS: Final = {
    "phone": "91330752", "delivery": "parts", "invoice_email": "x@fjordbygg.example", "accepted": "on",
}  # fmt: skip
STAFF: Final = {"first_name": "Ida", "last_name": "Dal", "email": "ida@hansa-nord.example", "language": "nb"}
INVITED: Final = {**PERSON, "areas": "construction", "country": "NO"}


@dataclass(frozen=True)
class Try:
    """`who` sends `path` with a field filled by a key of `foreign`; the others are `known`."""

    name: str
    """The form's class and field, or what the view calls it."""
    who: str
    path: str
    foreign: dict[str, str]
    status: int = 422
    known: dict[str, str] = field(default_factory=dict)
    beside: str = ""
    """The field beside which it is said, where it is another one."""
    kept: str = ""
    """The one table that is written all the same: what was typed is kept as it was typed."""


TRIES: Final = [
    # ── A company's people ───────────────────────────────────────────────────────
    Try("InviteForm.own_role", "anna", "/company/users/invite/", {"own_role": "companyrole"}, known=PERSON),
    Try("InviteForm.site", "anna", "/company/users/invite/", {"site": "address"}, known=PERSON | {"sees": "site", "roles": "buyer"}),
    Try("AccessFields.own_role", "anna", "/company/users/{bjorn}/rights/", {"own_role": "companyrole"}),
    Try("AccessFields.site", "anna", "/company/users/{bjorn}/rights/", {"site": "address"}, known={"sees": "site", "roles": "buyer"}),
    Try("DeactivateForm.successor", "anna", "/company/users/{bjorn}/deactivate/", {"successor": "member"}),
    Try("DeactivateForm.successor", "anna", "/company/users/{bjorn}/deactivate/", {"successor_typed": "email"}, beside="successor"),
    Try("switch.company", "anna", "/company/switch/", {"company": "company"}, status=404),
    # ── Relationships ────────────────────────────────────────────────────────────
    Try("AskForm.partner", "anna", "/company/relationships/ask/?area=lamps", {"partner": "partner"}, known={"accepted": "on", "terms": "{terms}"}),
    Try("AskForm.terms", "anna", "/company/relationships/ask/?area=lamps", {"terms": "other_terms"}, known={"accepted": "on", "partner": "{partner}"}, beside="accepted"),
    # ── Machines ─────────────────────────────────────────────────────────────────
    Try("DescribeForm.site", "anna", "/equipment/{holding}/describe/", {"site": "address"}),
    Try("RegisterForm.area", "anna", "/equipment/register/", {"area": "nobody"}, known={"serial": "AB123Z"}),
    Try("AssignForm.member", "anna", "/equipment/{holding}/assign/", {"member": "member"}),
    Try("AssignForm.member", "anna", "/equipment/{holding}/assign/", {"member_typed": "email"}, beside="member"),
    Try("AssignForm.member", "anna", "/equipment/assign/", {"member": "member"}, known={"machine": "{holding}"}),
    Try("AssignForm.member", "anna", "/equipment/assign/", {"member_typed": "email"}, known={"machine": "{holding}"}, beside="member"),
    Try("assign_many.machine", "anna", "/equipment/assign/", {"machine": "holding"}, known={"member": "{bjorn}"}, beside="__all__"),
    Try("unassign, by address", "anna", "/equipment/{holding}/unassign/{member}/", {}, 404),
    # ── Cases ────────────────────────────────────────────────────────────────────
    Try("NewCaseForm.holding", "anna", "/service/new/", {"holding": "holding"}, known=CASE),
    Try("NewCaseForm.area", "anna", "/service/new/", {"area": "unserved"}, known=CASE),
    # ── Checkout ─────────────────────────────────────────────────────────────────
    Try("CheckoutForm.ship_to", "bjorn", "/cart/checkout/place/", {"ship_to": "address"}, known=ANSWERS, kept="shopping_cart"),
    Try("CheckoutForm.bill_to", "bjorn", "/cart/checkout/place/", {"bill_to": "address"}, known=ANSWERS, kept="shopping_cart"),
    Try("address, by address", "bjorn", "/cart/checkout/address/{address}/complete/", {}, 404),
    # ── The desk: Petra's partner looks after Fjordbygg only ─────────────────────
    Try("take_many.thing", "petra", "/desk/machines/take/", {"thing": "holding"}, 302),
    Try("take_many.thing", "petra", "/desk/cases/take/", {"thing": "case"}, 302),
    Try("take_many.thing", "petra", "/desk/registrations/take/", {"thing": "registration"}, 302),
    Try("take_many.thing", "petra", "/desk/relationships/take/", {"thing": "relationship"}, 302),
    Try("hand_over.to", "petra", "/desk/cases/{case_number}/hand-over/", {"to": "staff"}, 302),
    Try("InviteForm.customer_number", "petra", "/desk/invitations/new/", {"customer_number": "number"}, known=INVITED),
    Try("InviteForm.partner", "olav", "/desk/invitations/new/", {"partner": "nobody"}, known=INVITED),
    Try("ReplaceForm.successor", "petra", "/desk/customers/104233/members/{anna}/replace/", {"successor": "email"}, known={"reason": "r"}),
    Try("DeactivateForm.successor", "petra", "/desk/customers/104233/members/{bjorn}/deactivate/", {"successor": "email"}, known={"reason": "r"}),
Try("company, by address", "petra", "/desk/customers/104233/merge/{number}/", {}, 404, {"reason": "r"}),
    Try("member, by address", "petra", "/desk/customers/104233/members/{member}/deactivate/", {}, 404, {"reason": "r"}),
    Try("member, by address", "olav", "/desk/customers/104233/members/{member}/deactivate/", {}, 404, {"reason": "r"}),
    # ── Our people: each side looks after its own ────────────────────────────────
    Try("InviteForm.team", "petra", "/desk/staff/add/", {"team": "team"}, known=STAFF | {"role": "sales"}),
    Try("ChangeForm.team", "petra", "/desk/staff/{petra}/change/", {"team": "team"}, known={"role": "administrator"}),
    Try("ChangeForm.team", "olav", "/desk/staff/{petra}/change/", {"team": "team"}, known={"role": "administrator"}),
    Try("AbsenceForm.substitute", "petra", "/desk/staff/{petra}/absences/add/", {"substitute": "staff"}, known={"first": "2027-01-04", "last": "2027-01-08"}),
    Try("TeamForm.partner", "olav", "/desk/staff/teams/add/", {"partner": "nobody"}, known={"name": "T"}),
    Try("absence, by address", "petra", "/desk/staff/{petra}/absences/{absence}/remove/", {}, 404),
]  # fmt: skip

# Chosen from among what is one's own, and shown to be so elsewhere.
ELSEWHERE: Final = {
    # Only filters what is shown: `test_asking_by_a_foreign_key_or_word_finds_nothing`.
    "FilterForm.machine",
    # The operator's administrators add to any side, a partner's to their own: test_staff.py of the desk.
    "InviteForm.partner",
}


@pytest.fixture
def mine(
    anna: Member, bjorn: Member, petra: Staff, products: Any, terms: dict[str, Terms], areas: Any
) -> dict[str, Any]:
    """What the addresses need, all of Fjordbygg's or of Hansa Nord's."""
    rows = furnish(bjorn, products["HI-440718"])
    with acting_in(STAGE):
        lamps = ProductArea.objects.create(code="lamps", name_nb="L", name_de="L", name_en="L", position=9)
        assert petra.partner is not None
        PartnerArea.objects.create(partner=petra.partner, area=lamps)
        use = Terms.objects.create(
            kind="use", area=lamps, version=1, valid_from="2026-01-01", title_en="Use", body_en="Use"
        )
    return {
        "anna": anna.pk, "bjorn": bjorn.pk, "petra": petra.pk, "partner": petra.partner_id,
        "holding": rows["equipment_holding"], "case_number": "S-104233", "terms": use.pk,
    }  # fmt: skip


@pytest.fixture
def foreign(claudia: Member, stefan: Staff, mine: dict[str, Any], products: Any) -> dict[str, Any]:
    """The same of Rheintal's and Hansa Süd's, and what is nobody's."""
    rows = furnish(claudia, products["HI-440718"])
    with acting_in(STAGE):
        team = Team.objects.create(partner=stefan.partner, name="Werkstatt")
        day = timezone.localdate()
        absence = Absence.objects.create(staff=stefan, first=day, last=day)
        bare = ProductArea.objects.create(code="bare", name_nb="B", name_de="B", name_en="B", position=99)
        other = Terms.objects.create(
            kind="use", area=products["HI-440718"].area, version=1, valid_from="2026-01-01", title_en="U", body_en="U"
        )  # fmt: skip
    return {table.rpartition("_")[2]: key for table, key in rows.items()} | {
        "company": claudia.company_id, "member": claudia.pk, "email": claudia.user.email, "number": claudia.company.number,
        "staff": stefan.pk, "partner": stefan.partner_id, "team": team.pk, "absence": absence.pk,
        "unserved": bare.pk, "other_terms": other.pk, "nobody": "987654",
    }  # fmt: skip


@pytest.mark.parametrize("one", TRIES, ids=lambda one: f"{one.who} {one.name}")
def test_a_foreign_key_is_refused_and_leaves_no_trace(
    one: Try, mine: dict[str, Any], foreign: dict[str, Any], request: pytest.FixtureRequest, client_of: Any
) -> None:
    client = client_of(request.getfixturevalue(one.who))
    sent = {name: value.format(**mine) for name, value in one.known.items()}
    sent |= {name: str(foreign[key]) for name, key in one.foreign.items()}
    path = one.path.format(**{**foreign, **mine} if one.foreign else {**mine, **_only_by_address(foreign)})
    before = written()
    answer = client.post(path, sent)
    assert answer.status_code == one.status, answer.content.decode()[:2000]
    if one.status == 422:
        assert {one.beside or next(iter(one.foreign))} <= set(_errors(answer)), _errors(answer)
    now = written()
    assert {table for table in now if now[table] != before.get(table)} <= {one.kept}


def _only_by_address(foreign: dict[str, Any]) -> dict[str, Any]:
    return {name: foreign[name] for name in ("member", "absence", "address", "number")}


def _errors(answer: Any) -> dict[str, Any]:
    """What the page says beside its fields."""
    shown = answer.context
    found = [shown[name] for name in ("form", "assigning", "absence_form") if shown and name in shown]
    return {name: words for one in found if one is not None for name, words in one.errors.items()}


# Who asks for what; the words of Rheintal's that must not be in the answer.
ASKED: Final = [
    ("anna", "/service/?tab=all&machine={holding}"),
    ("anna", "/service/new/?machine={holding}"),
    ("anna", "/equipment/?member={member}"),
    ("anna", "/equipment/export.csv?member={member}"),
    ("anna", "/equipment/colleagues/?member_typed=Claud"),
    ("anna", "/equipment/colleagues/?member_typed=Web&filter=1"),
    ("anna", "/orders/export.csv?q=A-20811"),
    ("anna", "/orders/?q=A-20811"),
    ("anna", "/company/roles/?role={companyrole}"),
    ("anna", "/company/users/?q=Claud"),
    ("anna", "/search/?q=20811"),
    ("anna", "/search/?q=Rheint"),
    ("anna", "/search/suggestions/?q=20811"),
    ("anna", "/search/suggestions/?q=Rheint"),
    ("anna", "/notifications/?after={notification}"),
    ("petra", "/search/?q=20811"),
    ("petra", "/search/suggestions/?q=Rheint"),
    ("petra", "/desk/customers/?q=20811"),
    ("petra", "/desk/customers/?q=Claud"),
    ("petra", "/desk/orders/?tab=all&partner={partner}"),
    ("petra", "/desk/orders/confirm-all/?partner={partner}"),
    ("petra", "/desk/cases/?tab=all&partner={partner}"),
    ("petra", "/desk/machines/?tab=all&partner={partner}"),
    ("petra", "/desk/registrations/?tab=all&partner={partner}"),
    ("petra", "/desk/staff/?side={partner}"),
]


@pytest.mark.parametrize(("who", "path"), ASKED, ids=[f"{who} {path}" for who, path in ASKED])
def test_asking_by_a_foreign_key_or_word_finds_nothing(
    who: str,
    path: str,
    mine: dict[str, Any],
    foreign: dict[str, Any],
    request: pytest.FixtureRequest,
    client_of: Any,
) -> None:
    answer = client_of(request.getfixturevalue(who)).get(
        path.format(**foreign), headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    page = (answer.getvalue() if answer.streaming else answer.content).decode()
    for words in ("Rheintal", "208117", "claudia@", "Hansa Süd", "stefan@"):
        assert words not in page


def test_each_field_that_takes_a_key_is_tried() -> None:
    tried = {one.name for one in TRIES} | ELSEWHERE
    asked = {f"{form.__name__}.{name}" for form in _forms() for name in _keys_of(form)}
    assert asked - tried == set(), "a line in TRIES is missing"


def _forms() -> Iterator[type[forms.BaseForm]]:
    """Every form of the portal that is filled in by people of a company or at the desk."""
    for app in apps.get_app_configs():
        ours = app.name.startswith("kontor.") and app.name != "kontor.demo"
        if ours and importlib.util.find_spec(f"{app.name}.urls"):
            importlib.import_module(f"{app.name}.urls")
    waiting = [forms.BaseForm]
    while waiting:
        for form in waiting.pop().__subclasses__():
            waiting.append(form)
            if (
                form.__module__.startswith("kontor.")
                and not {"admin", "demo"} & set(form.__module__.split("."))
                and not form.__name__.startswith("_")
            ):
                yield form


def _keys_of(form: type[forms.BaseForm]) -> list[str]:
    own = getattr(form, "declared_fields", {})
    return [name for name, one in own.items() if isinstance(one, forms.ModelChoiceField | OneOfField)]
