"""Accounts of a former portal: loaded from a file, taken over with the link from a mail (ON-11)."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from kontor.accounts.models import User
from kontor.companies.models import Company, Member
from kontor.equipment.models import Holding
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.onboarding import legacy
from kontor.onboarding.models import LegacyAccount, Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Operator
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

FILE = (
    "email;username;company_number;first_name;last_name;serials\r\n"
    "bjørn@fjordbygg.example;bjoern;104233;Bjørn;Moe;\r\n"
    "tom@fjordbygg.example;TomV;104233;Tom;Vik;NH482K 40012233\r\n"
    "nobody@x.example;;999999;;;\r\n"
    "no address;;104233;;;\r\n"
    "TOM@fjordbygg.example;;104233;;;\r\n"
)


@pytest.fixture(autouse=True)
def our_side(machine_areas, entities, terms, hansa_nord, fjordbygg: Company) -> None:
    """The former portal's company is here, and its accounts may be taken over."""
    set_ways(takes_over_accounts=True)
    with acting_in(STAGE):
        area = machine_areas["test"]
        area.serial_pattern = ""
        area.save()


def set_ways(**ways: bool) -> None:
    with acting_in(STAGE):
        Operator.objects.update(**ways)


def account(email: str = "tom@fjordbygg.example", **values: object) -> LegacyAccount:
    with acting_in(STAGE):
        company = Company.objects.get(number="104233")
        return LegacyAccount.objects.create(email=email, company=company, **values)


def link_to(email: str) -> str:
    found = re.search(r"http://testserver(/register/take-over/\S+/)", str(form.last_mail(email).body))
    assert found
    return found.group(1)


def finish(client: Client, link: str, **changes: str) -> object:
    page = client.get(link)
    assert page.status_code == 200
    answers = {
        "first_name": "Tom",
        "last_name": "Vik",
        "password1": form.PASSWORD,
        "password2": form.PASSWORD,
        "accepted": "on",
        "terms": str(page.context["form"].in_force.pk),
    }
    return client.post(link, answers | changes)


# ── The file ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_loaded_with_a_report_by_line(encoding: str) -> None:
    report = legacy.load(FILE.replace("bjørn@", "bjorn@").encode(encoding))
    assert [line.outcome for line in report.lines] == ["new", "new", "refused", "refused", "refused"]
    assert [line.number for line in report.lines if line.why] == [4, 5, 6]
    assert "999999" in report.lines[2].why
    with acting_in(STAGE):
        tom = LegacyAccount.objects.get(email="tom@fjordbygg.example")
        assert tom.serials == [["construction", "NH482K"], ["office", "40012233"]]
        assert LegacyAccount.objects.get(username="bjoern").first_name == "Bjørn"
        assert Entry.objects.filter(verb="legacyaccount.loaded").count() == 2


def test_the_same_file_changes_nothing_and_a_dry_run_keeps_nothing() -> None:
    content = FILE.encode()
    assert legacy.load(content, dry_run=True).count("new") == 1
    with acting_in(STAGE):
        assert not LegacyAccount.objects.exists()
    legacy.load(content)
    assert legacy.load(content).count("unchanged") == 1
    changed = legacy.load(content.replace(b";Vik;", b";Vika;"))
    assert [line.outcome for line in changed.lines][1] == "changed"
    with acting_in(STAGE):
        assert LegacyAccount.objects.get().last_name == "Vika"


def test_who_is_here_already_and_taken_user_names_are_refused(anna: Member) -> None:
    account("old@fjordbygg.example", username="tomv")
    lines = (
        "email;username;company_number\nanna@fjordbygg.example;;104233\nnew@fjordbygg.example;TOMV;104233\n"
    )
    assert legacy.load(lines.encode()).count("refused") == 2


def test_the_command_tells_what_it_did(tmp_path: Path) -> None:
    file, said = tmp_path / "old.csv", io.StringIO()
    file.write_text(FILE)
    call_command("load_legacy_accounts", str(file), "--dry-run", stdout=said)
    assert "5 lines read: 1 new, 0 changed, 0 unchanged, 4 refused" in said.getvalue()
    assert "Nothing was kept." in said.getvalue()
    file.write_text("a;b\n1;2\n")
    with pytest.raises(CommandError, match="email, company_number"):
        call_command("load_legacy_accounts", str(file))


# ── Taking over ──────────────────────────────────────────────────────────────────


def test_an_old_address_in_the_ordinary_form_leads_to_company_role_and_machines(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    account(username="TomV", serials=[["construction", "NH482K"]], first_name="Tom", last_name="Vik")
    assert form.person(client, email="Tom@fjordbygg.example").url == "/register/colleague/"
    run_jobs()
    answer = finish(Client(), link_to("tom@fjordbygg.example"))
    assert answer.status_code == 302  # type: ignore[attr-defined]
    run_jobs()
    with acting_in(STAGE):
        member = Member.objects.select_related("company", "user").get(user__email="tom@fjordbygg.example")
        assert (member.company.number, member.roles) == ("104233", ["administrator"])
        assert Holding.objects.get(company=member.company).status == "held"
        old = LegacyAccount.objects.get()
        assert old.user == member.user
        assert old.terms is not None
        assert Entry.objects.filter(verb="legacyaccount.taken_over").count() == 1
    for name in ("tomv", "tom@fjordbygg.example"):
        signed_in = Client().post("/accounts/login/", {"login": name, "password": form.PASSWORD})
        assert signed_in.status_code == 302, name


def test_where_somebody_administers_the_company_one_comes_in_as_a_buyer(
    client: Client, run_jobs: Callable[[], int], anna: Member
) -> None:
    account()
    form.person(client, email="tom@fjordbygg.example")
    run_jobs()
    finish(Client(), link_to("tom@fjordbygg.example"))
    with acting_in(STAGE):
        assert Member.objects.get(user__email="tom@fjordbygg.example").roles == ["buyer"]


def test_the_screen_is_the_same_for_known_and_unknown_addresses(run_jobs: Callable[[], int]) -> None:
    account()
    set_ways(open_registration=False)
    pages = []
    for email in ("tom@fjordbygg.example", "tim@fjordbygg.example"):
        browser = Client()
        answer = browser.post("/register/", {"email": email})
        assert answer["Location"] == "/register/mailed/"
        run_jobs()
        page = browser.get("/register/mailed/").content.decode().partition("<main")[2]
        pages.append(re.sub(r'value="[^"]+"', "", page).replace(email[:3], "t.m"))
        assert browser.get("/register/colleague/")["Location"] == "/register/mailed/"
    known, unknown = (form.last_mail(f"{name}@fjordbygg.example").body for name in ("tom", "tim"))
    assert "/register/take-over/" in known
    assert "/register/take-over/" not in unknown
    assert pages[0] == pages[1]


def test_who_only_typed_the_address_gets_nowhere(client: Client, run_jobs: Callable[[], int]) -> None:
    """The link is in the mail alone; the browser in which a stranger typed the address has no use of it."""
    account()
    form.fill_in(client, email="tom@fjordbygg.example")
    run_jobs()
    assert {message.to[0] for message in mail.outbox} == {"tom@fjordbygg.example"}
    assert not [message for message in mail.outbox if re.search(r"^\d{3} \d{3}$", str(message.body), re.M)]
    registration = form.stored("tom@fjordbygg.example")
    assert registration.status == "unproven"
    assert registration.proof.code_hash == ""
    assert client.get("/register/take-over/none/").status_code == 404


def test_a_link_works_once_and_says_why_not_afterwards(client: Client, run_jobs: Callable[[], int]) -> None:
    old = account()
    form.person(client, email="tom@fjordbygg.example")
    run_jobs()
    link = link_to("tom@fjordbygg.example")
    with acting_in(STAGE):
        LegacyAccount.objects.filter(pk=old.pk).update(link_until=timezone.now() - dt.timedelta(days=1))
    gone = Client().get(link)
    assert gone.status_code == 410
    assert "har gått ut" in gone.content.decode()
    with acting_in(STAGE):
        LegacyAccount.objects.filter(pk=old.pk).update(link_until=timezone.now() + dt.timedelta(days=1))
        before = Entry.objects.count()
    short = finish(Client(), link, password1="kort", password2="kort")
    assert short.status_code == 422  # type: ignore[attr-defined]
    assert finish(Client(), link, accepted="").status_code == 422  # type: ignore[attr-defined]
    with acting_in(STAGE):
        assert Entry.objects.count() == before
        assert not User.objects.filter(email="tom@fjordbygg.example").exists()
    assert finish(Client(), link).status_code == 302  # type: ignore[attr-defined]
    assert Client().get(link).status_code == 410
    run_jobs()
    form.person(Client(), email="tom@fjordbygg.example")
    run_jobs()
    assert "/register/take-over/" not in form.last_mail("tom@fjordbygg.example").body


def test_nothing_is_taken_over_where_the_operator_does_not_want_it(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    account()
    set_ways(takes_over_accounts=False)
    form.person(client, email="tom@fjordbygg.example")
    run_jobs()
    assert "/register/take-over/" not in form.last_mail("tom@fjordbygg.example").body
    set_ways(open_registration=False)
    assert Client().post("/register/", {"email": "tom@fjordbygg.example"}).status_code == 403
    with acting_in(STAGE):
        assert Registration.objects.count() == 1
