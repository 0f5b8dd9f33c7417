"""Registrations as applicants make them: through the pages, with the mails they get."""

from __future__ import annotations

import re
from typing import Any, Final

from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from kontor.kit.scope import acting_in
from kontor.onboarding.models import Registration
from tests.cast import STAGE

PASSWORD: Final = "sju blå fisker under broa"
PERSON: Final = {
    "kind": "customer",
    "email": "kari@tbsaging.example",
    "first_name": "Kari",
    "last_name": "Nilsen",
    "title": "Anleggsleder",
    "phone": "90 41 77 25",
}
COMPANY: Final = {
    "company_name": "Trøndelag Betongsaging AS",
    "country": "NO",
    "organisation_number": "914 206 898",
    "street": "Industrivegen 31",
    "postcode": "7080",
    "city": "Heimdal",
    "invoice_email": "",
}


def person(client: Client, **changes: str) -> Any:
    return client.post("/register/", PERSON | changes)


def colleague(client: Client, email: str = "") -> Any:
    return client.post(
        "/register/colleague/", {"knows_colleague": "yes" if email else "no", "colleague_email": email}
    )


def company(client: Client, **changes: str) -> Any:
    return client.post("/register/company/", COMPANY | changes)


def access(client: Client, **changes: Any) -> Any:
    page = client.get("/register/access/")
    terms = page.context["terms"]
    answers = {"areas": ["construction"], "password1": PASSWORD, "password2": PASSWORD, "accepted": "on"}
    return client.post("/register/access/", answers | {"terms": terms.pk if terms else ""} | changes)


def fill_in(client: Client, *, knows: str = "", **changes: str) -> None:
    """All steps, until it is sent."""
    assert person(client, **{k: v for k, v in changes.items() if k in PERSON}).status_code == 302
    assert colleague(client, knows).status_code == 302
    if not knows:
        answer = company(client, **{k: v for k, v in changes.items() if k not in PERSON})
        assert answer.status_code == 302, answer.context["form"].errors
    answer = access(client)
    assert answer.status_code == 302, answer.context["form"].errors


def last_mail(to: str = PERSON["email"]) -> EmailMessage:
    """The newest mail to somebody."""
    return next(message for message in reversed(mail.outbox) if message.to == [to])


def code_in(message: EmailMessage) -> str:
    found = re.search(r"^(\d{3} \d{3})$", str(message.body), re.MULTILINE)
    assert found, message.body
    return found.group(1)


def link_in(message: EmailMessage) -> str:
    found = re.search(r"http://testserver(/register/\S+/)", str(message.body))
    assert found, message.body
    return found.group(1)


def stored(email: str = PERSON["email"]) -> Registration:
    """The newest registration of an address, as it is now."""
    with acting_in(STAGE):
        return (
            Registration.objects.select_related("proof", "company", "partner", "terms")
            .filter(email=email)
            .order_by("-started_at")[:1]
            .get()
        )


def proven(client: Client, run_jobs: Any, **changes: str) -> Registration:
    """A registration whose address is proven, after the jobs have run."""
    email = changes.get("email", PERSON["email"])
    fill_in(client, **changes)
    run_jobs()
    answer = client.post("/register/code/", {"code": code_in(last_mail(email))})
    assert answer.status_code == 302
    run_jobs()
    return stored(email)
