"""What tests of invitations and relationships share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.mail import EmailMultiAlternatives

from kontor.companies import links
from kontor.companies.actions import ask_relationship, invite
from kontor.companies.models import Invitation, Member, Relationship, Role
from kontor.companies.queries import terms_of_use
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, Terms
from tests.cast import STAGE

type Outbox = list[EmailMultiAlternatives]


@pytest.fixture
def liv(anna: Member) -> Invitation:
    """Liv Ås, whom Anna has invited as a technician."""
    with acting_in(anna):
        return invite(
            anna.company, email="liv@fjordbygg.example", first_name="Liv", last_name="Ås", title="Mekaniker",
            roles=[Role.SERVICE], language="nb", by=anna,
        )  # fmt: skip


@pytest.fixture
def link() -> Callable[[Invitation], str]:
    """The address that the mail of an invitation leads to."""

    def of(invitation: Invitation) -> str:
        with acting_in(STAGE):
            now = Invitation.objects.get(pk=invitation.pk)
        return f"/company/invitation/{links.token_of(now.company_id, now.email, now.expires_at)}/"

    return of


@pytest.fixture
def unserved(
    anna: Member, areas: dict[str, ProductArea], terms: dict[str, Terms], hansa_sued: Partner
) -> ProductArea:
    """The product area "office", in which nobody looks after Fjordbygg."""
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company, area=areas["office"]).delete()
    return areas["office"]


@pytest.fixture
def asked(anna: Member, unserved: ProductArea, hansa_nord: Partner) -> Relationship:
    """Anna's request to Hansa Nord."""
    with acting_in(anna):
        return ask_relationship(
            anna.company, area=unserved, partner=hansa_nord, terms=terms_of_use(unserved), by=anna,
            message="We have four printers.",
        )  # fmt: skip
