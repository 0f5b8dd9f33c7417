"""What was changed last about an account, so that its owner notices what was not them (ON-16, ON-17)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import User
from kontor.journal.models import Entry
from kontor.journal.telling import Happened, Verb
from kontor.kit.formats import moment
from kontor.kit.scope import acting_in

MOST: Final = 8
VERBS: Final[Mapping[str, Verb]] = {
    "account.password_changed": Verb(icon="lock-keyhole", words=_("Password changed"), tone="ok"),
    "account.password_reset_asked": Verb(icon="mail", words=_("Link for a new password asked")),
    "account.temporary_password_issued": Verb(
        icon="lock-keyhole", words=_("Temporary password by our staff"), tone="warn"
    ),
    "account.user_name_chosen": Verb(icon="user-round", words=_("User name changed")),
    "account.new_email_asked": Verb(icon="mail", words=_("Another address asked")),
    "account.new_email_withdrawn": Verb(icon="mail", words=_("Another address withdrawn")),
    "account.address_changed": Verb(icon="mail", words=_("Address changed"), tone="warn"),
    "account.app_set_up": Verb(icon="smartphone", words=_("Authenticator app set up"), tone="ok"),
    "account.app_replaced": Verb(icon="smartphone", words=_("Authenticator app changed")),
    "account.app_removed": Verb(icon="smartphone", words=_("Authenticator app removed"), tone="warn"),
    "account.passkey_added": Verb(icon="fingerprint", words=_("Passkey added"), tone="ok"),
    "account.passkey_removed": Verb(icon="fingerprint", words=_("Passkey removed"), tone="warn"),
    "account.recovery_code_used": Verb(icon="list-ordered", words=_("Recovery code used"), tone="warn"),
    "account.recovery_codes_renewed": Verb(icon="list-ordered", words=_("New recovery codes made")),
    "account.second_factor_refused": Verb(icon="circle-x", words=_("Wrong second factor"), tone="danger"),
    "account.second_factor_reset": Verb(icon="fingerprint", words=_("Second factor reset"), tone="warn"),
    "account.session_ended": Verb(icon="log-out", words=_("A device signed out")),
}


def password_changed_at(user: User) -> dt.datetime | None:
    """When the password became what it is; None where the journal no longer knows."""
    with acting_in(CREDENTIALS):
        about = Entry.objects.filter(subject="user", subject_id=str(user.pk), verb="account.password_changed")
        return about.order_by("-at", "-id").values_list("at", flat=True).first()


def story_of(user: User) -> list[Happened]:
    """The last changes, newest first."""
    with acting_in(CREDENTIALS):
        about = Entry.objects.filter(subject="user", subject_id=str(user.pk), verb__in=list(VERBS))
        entries = list(about.order_by("-at", "-id")[:MOST])
    return [
        Happened(verb.icon, str(verb.words), moment(entry.at), verb.tone)
        for entry in entries
        for verb in [VERBS[entry.verb]]
    ]
