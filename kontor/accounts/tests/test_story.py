"""What was changed last stands beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.accounts import story
from kontor.companies.models import Member
from kontor.journal.actions import record
from kontor.kit.scope import acting_in
from tests.cast import PASSWORD, STAGE
from tests.queries import Counter

pytestmark = pytest.mark.django_db

PAGE = "/accounts/security/"


def test_only_ones_own_and_only_changes(
    client_of: Callable[[Member], Client], anna: Member, bjorn: Member, at_most: Counter
) -> None:
    client = client_of(anna)
    new = "a brand new pass phrase"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    client.post("/accounts/user-name/", {"username": "anna.h"})
    page = client.get(PAGE).content.decode()
    assert "Endret i dag. Et nytt" in page
    told = [one.words for one in story.story_of(anna.user)]
    assert len(told) == 2
    assert all(words in page for words in told)
    assert story.story_of(bjorn.user) == []
    assert story.password_changed_at(bjorn.user) is None
    with at_most(25) as few:
        client.get(PAGE)
    with acting_in(STAGE):
        for _n in range(25):
            record("account.passkey_added", anna.user, by=anna)
    with at_most(25) as many:
        client.get(PAGE)
    assert len(few) == len(many)
    assert len(story.story_of(anna.user)) == story.MOST
