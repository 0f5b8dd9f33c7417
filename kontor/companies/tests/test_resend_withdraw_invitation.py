"""Sending an invitation again, and taking it back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kontor.companies.actions import resend_invitation, withdraw_invitation
from kontor.companies.errors import InvitationClosed
from kontor.companies.models import Invitation
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_a_new_link_replaces_the_one_before(anna, liv, link, client_of, run_jobs):
    run_jobs()
    before = link(liv)
    client_of(anna).post(f"/company/users/invitations/{liv.pk}/resend/")
    run_jobs()
    assert link(liv) != before
    assert link(liv) in mail.outbox[-1].body
    assert Client().get(link(liv)).status_code == 200
    assert Client().get(before).status_code == 404
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="invitation.sent_again").count() == 1


def test_a_link_that_has_run_out_lives_again(anna, liv, link):
    with acting_in(STAGE):
        Invitation.objects.update(expires_at=timezone.now() - dt.timedelta(days=1))
    with acting_in(anna):
        resend_invitation(liv, by=anna)
    assert Client().get(link(liv)).status_code == 200


def test_a_withdrawn_one_is_like_one_that_never_was(anna, liv, link, client_of, run_jobs):
    client_of(anna).post(f"/company/users/invitations/{liv.pk}/withdraw/")
    run_jobs()
    assert not mail.outbox, "the mail that was still to be sent is not"
    withdrawn, unknown = Client().get(link(liv)), Client().get("/company/invitation/nonsense/")
    assert (withdrawn.status_code, unknown.status_code) == (404, 404)
    assert "Fjordbygg" not in withdrawn.content.decode()
    assert _told(withdrawn.content) == _told(unknown.content)
    with acting_in(anna), pytest.raises(InvitationClosed):
        resend_invitation(liv, by=anna)
    again = client_of(anna).post(f"/company/users/invitations/{liv.pk}/withdraw/", follow=True)
    assert "ikke lenger åpen" in again.content.decode()


def test_a_buyer_may_not_and_another_company_does_not_find_it(bjorn, claudia, liv, client_of):
    for action in (resend_invitation, withdraw_invitation):
        with acting_in(bjorn), pytest.raises(NotAllowed):
            action(liv, by=bjorn)
    for verb in ("resend", "withdraw"):
        address = f"/company/users/invitations/{liv.pk}/{verb}/"
        assert client_of(bjorn).post(address).status_code == 403
        assert client_of(claudia).post(address).status_code == 404
    with acting_in(STAGE):
        now = Invitation.objects.get()
        assert (now.withdrawn_at, now.token_hash) == (None, liv.token_hash)
        assert not Entry.objects.filter(verb__in=["invitation.sent_again", "invitation.withdrawn"]).exists()


def _told(page: bytes) -> str:
    text = page.decode()
    return text[text.index('<div class="error-page">') : text.index("</main>")]
