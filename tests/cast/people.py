"""Members of the companies, staff of our side, and a browser in which one of them is signed in."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from kontor.accounts.models import User
from kontor.companies.models import Company, Member, Role
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, Staff
from tests.cast import PASSWORD, STAGE


def _user(email: str, language: str) -> User:
    user = User(email=email, language=language)
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def make_member(company: Company, first: str, last: str, role: Role, *, language: str = "nb") -> Member:
    """A member of a company who can sign in."""
    domain = company.email.rpartition("@")[2]
    with acting_in(STAGE):
        user = _user(f"{first.lower().replace('ø', 'o')}@{domain}", language)
        return Member.objects.create(
            company=company, user=user, first_name=first, last_name=last, roles=[role]
        )


def make_staff(partner: Partner | None, first: str, last: str, role: str, *, language: str = "nb") -> Staff:
    """A staff member of a partner, or of the operator when `partner` is None."""
    domain = f"{partner.code}.example" if partner else "hansa-industri.example"
    with acting_in(STAGE):
        user = _user(f"{first.lower()}@{domain}", language)
        return Staff.objects.create(user=user, partner=partner, role=role, first_name=first, last_name=last)


def prove_recently(client: Client, user: User, *, method: str = "password", seconds_ago: int = 0) -> None:
    """As if the person had just proved by password (or "mfa", the second factor) that it is them."""
    session = client.session
    session["account_authentication_methods"] = [{"method": method, "at": time.time() - seconds_ago}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


@pytest.fixture
def anna(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Anna", "Hagen", Role.ADMINISTRATOR)


@pytest.fixture
def bjorn(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Bjørn", "Moe", Role.BUYER)


@pytest.fixture
def tom(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Tom", "Vik", Role.SERVICE)


@pytest.fixture
def rita(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Rita", "Dahl", Role.READER)


@pytest.fixture
def claudia(rheintal: Company) -> Member:
    return make_member(rheintal, "Claudia", "Weber", Role.ADMINISTRATOR, language="de")


@pytest.fixture
def petra(hansa_nord: Partner) -> Staff:
    return make_staff(hansa_nord, "Petra", "Lund", "administrator")


@pytest.fixture
def stefan(hansa_sued: Partner) -> Staff:
    return make_staff(hansa_sued, "Stefan", "Kurz", "administrator", language="de")


@pytest.fixture
def sigrid(stage: SystemActor) -> Staff:
    return make_staff(None, "Sigrid", "Moe", "sales")


@pytest.fixture
def olav(stage: SystemActor) -> Staff:
    return make_staff(None, "Olav", "Berg", "administrator")


@pytest.fixture
def client_of() -> Callable[[Member | Staff], Client]:
    """A browser in which a person is signed in: `client_of(anna).get("/overview/")`."""

    def sign_in(person: Member | Staff) -> Client:
        client = Client()
        client.force_login(person.user)
        prove_recently(client, person.user)
        return client

    return sign_in
