"""Who is let in at once by a rule (ON-7), and the serial numbers that areas ask for (ON-8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kontor.companies.models import Address, Company, Member
from kontor.equipment.models import Holding, Machine
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.onboarding.jobs import examine
from kontor.onboarding.models import ActivationRule
from kontor.onboarding.tests import stage as form
from kontor.partners.models import ProductArea, Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

SERIAL = "NH482K"


@pytest.fixture(autouse=True)
def our_side(machine_areas, entities, terms, hansa_nord) -> None:
    """What registering needs of us; construction machines are asked for."""
    with acting_in(STAGE):
        ProductArea.objects.filter(code="construction").update(serial_asked="optional")


def rule(kind: str, **values: Any) -> ActivationRule:
    with acting_in(STAGE):
        return ActivationRule.objects.create(kind=kind, **values)


def machine(serial: str = SERIAL) -> None:
    with acting_in(STAGE):
        Machine.objects.create(area=ProductArea.objects.get(code="construction"), serial=serial)


def ask(client: Client, run_jobs: Callable[[], int], *, serial: str = "", **changes: str) -> Any:
    """Register with a serial number, prove the address, let the jobs run."""
    email = changes.get("email", form.PERSON["email"])
    form.person(client, email=email)
    form.colleague(client)
    assert form.company(client, **changes).status_code == 302
    answer = form.access(client, serial_construction=serial)
    assert answer.status_code == 302, answer.context["form"].errors
    run_jobs()
    client.post("/register/code/", {"code": form.code_in(form.last_mail(email))})
    run_jobs()
    return form.stored(email)


def nobody_administers(company: Company) -> None:
    with acting_in(STAGE):
        Member.objects.filter(company=company).update(is_active=False)


def test_a_known_machine_that_nobody_holds_lets_a_new_company_in(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    fits = rule("serial")
    machine()
    registration = ask(client, run_jobs, serial="nh 482-k")
    assert registration.status == "approved"
    assert registration.rule_id == fits.pk
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="registration.activated")
        assert (entry.details["rule"], entry.details["kind"], entry.details["made"]) == (
            fits.pk,
            "serial",
            True,
        )
        holding = Holding.objects.get()
        assert (holding.serial, holding.status, holding.company) == (SERIAL, "pending", registration.company)
        member = Member.objects.get(company=registration.company)
        assert member.roles == ["administrator"]
    assert form.last_mail().subject == "Tilgangen din er åpen"
    assert not [message for message in mail.outbox if registration.number in message.subject]
    assert "Tilgangen din er åpen" in client.get("/register/status/").content.decode()
    signed_in = client.post("/accounts/login/", {"login": form.PERSON["email"], "password": form.PASSWORD})
    assert signed_in.status_code == 302


@pytest.mark.parametrize("status", ["held", "pending"])
def test_a_machine_that_somebody_holds_or_claims_lets_nobody_in(
    client: Client, run_jobs: Callable[[], int], anna: Member, status: str
) -> None:
    rule("serial")
    machine()
    with acting_in(STAGE):
        area = ProductArea.objects.get(code="construction")
        Holding.objects.create(
            company=anna.company, area=area, serial=SERIAL, status=status, machine=Machine.objects.get(),
            held_from="2024-01-01", registered_at="2024-01-01T00:00Z",
        )  # fmt: skip
    registration = ask(client, run_jobs, serial=SERIAL)
    assert registration.status == "waiting"
    # Whose it is decides; who only says so has no say.
    assert registration.joins == (status == "held")
    assert registration.company == (anna.company if status == "held" else None)


def test_the_second_who_gives_the_same_number_waits(client: Client, run_jobs: Callable[[], int]) -> None:
    rule("serial")
    machine()
    assert ask(client, run_jobs, serial=SERIAL).status == "approved"
    second = ask(
        Client(), run_jobs, serial=SERIAL, email="ola@annet.example", organisation_number="923 609 016"
    )
    # The first company has registered it, not yet got it: a person looks at the second.
    assert second.status == "waiting"
    assert not second.joins


def test_the_form_answers_the_same_for_known_and_unknown_numbers(client: Client) -> None:
    machine()
    pages = []
    for serial in (SERIAL, "ZZ999Z"):
        browser = Client()
        form.person(browser, email=f"{serial.lower()}@tbsaging.example")
        form.colleague(browser)
        form.company(browser)
        answer = form.access(browser, serial_construction=serial)
        pages.append((answer.status_code, answer["Location"]))
    assert pages[0] == pages[1] == (302, "/register/code/")


def test_a_number_of_the_wrong_form_or_none_where_one_is_needed_is_said_beside_its_field(
    client: Client,
) -> None:
    form.person(client)
    form.colleague(client)
    form.company(client)
    answer = form.access(client, serial_construction="12")
    assert answer.status_code == 422
    assert "NH482K" in str(answer.context["form"].errors["serial_construction"])
    with acting_in(STAGE):
        ProductArea.objects.filter(code="construction").update(serial_asked="required")
    assert list(form.access(client).context["form"].errors) == ["serial_construction"]
    assert "På skiltet." in client.get("/register/access/").content.decode()
    assert form.access(client, areas=["test"]).status_code == 302


@pytest.mark.parametrize(
    ("postcode", "status"), [("7010", "approved"), ("7080", "waiting")], ids=["right", "wrong"]
)
def test_a_customer_number_with_its_postcode_opens_a_company_that_nobody_administers(
    client: Client, run_jobs: Callable[[], int], anna: Member, postcode: str, status: str
) -> None:
    rule("customer")
    nobody_administers(anna.company)
    with acting_in(STAGE):
        Address.objects.filter(company=anna.company).update(postcode="7010", country="NO")
        Address.objects.get_or_create(
            company=anna.company, kind="billing", name="x",
            defaults={"street": "a", "postcode": "7010", "city": "b", "country": "NO"},
        )  # fmt: skip
    registration = ask(client, run_jobs, customer_number="104 233", postcode=postcode)
    assert registration.status == status
    if status == "approved":
        assert registration.company == anna.company
        with acting_in(STAGE):
            assert Member.objects.get(company=anna.company, is_active=True).roles == ["administrator"]


def test_where_somebody_administers_the_company_they_decide(
    client: Client, run_jobs: Callable[[], int], anna: Member
) -> None:
    rule("domain", value="fjordbygg.example")
    registration = ask(client, run_jobs, email="kari@fjordbygg.example")
    assert registration.status == "waiting"
    assert registration.joins


def test_a_trusted_domain_joins_its_own_company_with_the_role_of_the_rule(
    client: Client, run_jobs: Callable[[], int], anna: Member
) -> None:
    rule("domain", value="fjordbygg.example", effect="join", role="buyer")
    registration = ask(client, run_jobs, email="kari@fjordbygg.example")
    assert registration.status == "approved"
    with acting_in(STAGE):
        joined = Member.objects.get(user__email="kari@fjordbygg.example")
        assert (joined.company, joined.roles) == (anna.company, ["buyer"])


def test_a_trusted_domain_does_not_open_somebody_elses_company(
    client: Client, run_jobs: Callable[[], int], anna: Member
) -> None:
    rule("domain", value="tbsaging.example", effect="join", role="buyer")
    nobody_administers(anna.company)
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(organisation_number="914206898")
    registration = ask(client, run_jobs)
    assert registration.status == "waiting"
    with acting_in(STAGE):
        assert not Member.objects.filter(user__email=form.PERSON["email"]).exists()


def test_what_no_rule_fits_waits_and_a_rule_that_is_off_does_nothing(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    rule("domain", value="tbsaging.example", is_on=False)
    with acting_in(STAGE):
        copper = ProductArea.objects.get(code="copper")
    rule("domain", value="tbsaging.example", area=copper)
    assert ask(client, run_jobs).status == "waiting"


def test_examined_twice_is_examined_once(client: Client, run_jobs: Callable[[], int]) -> None:
    rule("domain", value="tbsaging.example")
    registration = ask(client, run_jobs)
    with acting_in(STAGE):
        count = Entry.objects.count()
    examine.task(registration_id=str(registration.pk))
    with acting_in(STAGE):
        assert Entry.objects.count() == count


def test_the_rules_can_be_read_and_changed_under_admin(
    client_of: Callable[[Staff], Client], olav: Staff
) -> None:
    client = client_of(olav)
    rule("domain", value="fjordbygg.example", effect="join", role="buyer")
    rule("serial")
    page = client.get(reverse("admin:onboarding_activationrule_changelist")).content.decode()
    assert "@fjordbygg.example" in page
    add = reverse("admin:onboarding_activationrule_add")
    wrong = {"kind": "domain", "value": "gmail.com", "effect": "start", "role": "reader", "position": "1"}
    assert client.post(add, wrong).status_code == 200
    assert client.post(add, wrong | {"kind": "serial", "value": "", "effect": "join"}).status_code == 200
    assert client.post(add, wrong | {"value": "hydro.example", "is_on": "on"}).status_code == 302
    with acting_in(STAGE):
        assert ActivationRule.objects.count() == 3
        assert Entry.objects.filter(verb="activationrule.added").count() == 1
