"""What staff may do for a customer's people, in one table (ON-15, CO-3); each with a reason, and the person is told.

Who may is in `permissions.py`; the deeds are actions of the floors below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from kontor.accounts.queries import is_proven
from kontor.accounts.second_factor_queries import who_has_second_factor
from kontor.companies import helping
from kontor.companies.actions import replace_administrator
from kontor.companies.models import Member, Role
from kontor.desk.permissions import Permission
from kontor.desk.tool_forms import AddressForm, DeactivateForm, ReasonForm, ReplaceForm
from kontor.kit.text import Text
from kontor.partners.models import Staff


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing that is done for a member.

    `key` names it in addresses, `offered` says for whom it makes sense, `follows` what it does, `told` what is said when it
    is done. `deed` gets the member, by name what the form says, and `by`.
    """

    key: str
    icon: str
    words: Text
    follows: Text
    told: Text
    permission: Permission
    offered: Callable[[Member], bool]
    deed: Callable[..., object]
    form: type[ReasonForm] = ReasonForm
    danger: bool = False

    @property
    def name(self) -> str:
        """What its address is called."""
        return f"help_{self.key.replace('-', '_')}"


def _replace(member: Member, *, by: Staff, **said: Any) -> object:
    return replace_administrator(member.company, leaving=member, **said, by=by)


TOOLS: Final[Mapping[str, Tool]] = {
    tool.key: tool
    for tool in (
        Tool(
            key="temporary-password",
            icon="key-round",
            words=_("Temporary password"),
            follows=_(
                "For who cannot get mails just now. You see the password once and read it out; it works for a day and must be "
                "replaced at the next sign-in. All their devices are signed out. Be sure that it is really them who asks."
            ),
            told="",
            permission=Permission.HELP_CREDENTIALS,
            offered=lambda member: member.is_active,
            deed=helping.issue_password_for,
        ),
        Tool(
            key="change-email",
            icon="at-sign",
            words=_("Change the e-mail"),
            follows=_(
                "For who no longer has their address. Only after proof that the new one is theirs. All their devices are "
                "signed out, and both addresses get a mail."
            ),
            told=_("%(name)s signs in with the new address from now on."),
            permission=Permission.HELP_CREDENTIALS,
            offered=lambda member: member.is_active,
            deed=helping.change_address_for,
            form=AddressForm,
        ),
        Tool(
            key="confirm-address",
            icon="mail-check",
            words=_("Confirm the address"),
            follows=_(
                "For who does not get the mail with the link. Only if you know that the address is theirs."
            ),
            told=_("The address of %(name)s is confirmed."),
            permission=Permission.HELP_MEMBERS,
            offered=lambda member: member.is_active and not is_proven(member.user),
            deed=helping.confirm_address_for,
        ),
        Tool(
            key="reset-second-factor",
            icon="fingerprint",
            words=_("Reset the second factor"),
            follows=_(
                "For who lost telephone and recovery codes. App, passkeys and codes go; the password is enough to sign in "
                "and to set up another. Be sure that it is really them who asks."
            ),
            told=_("The second factor of %(name)s is reset. They sign in by password and set up another."),
            permission=Permission.HELP_CREDENTIALS,
            offered=lambda member: member.is_active and bool(who_has_second_factor([member.user_id])),
            deed=helping.reset_second_factor_for,
        ),
        Tool(
            key="replace",
            icon="user-round-cog",
            words=_("Replace this administrator"),
            follows=_(
                "For an administrator who has left, be it the last one: a colleague becomes administrator, and their access "
                "ends. Both are told by e-mail, with your reason."
            ),
            told=_("%(successor)s administers the company now; %(name)s can no longer act for it."),
            permission=Permission.HELP_CREDENTIALS,
            offered=lambda member: Role.ADMINISTRATOR in member.roles,
            deed=_replace,
            form=ReplaceForm,
            danger=True,
        ),
        Tool(
            key="deactivate",
            icon="ban",
            words=_("Deactivate"),
            follows=_(
                "They can no longer act for the company, from the next click on. Orders, cases and readings stay. Other "
                "companies of the same person are not touched."
            ),
            told=_("%(name)s is deactivated."),
            permission=Permission.HELP_MEMBERS,
            offered=lambda member: member.is_active,
            deed=helping.deactivate_for,
            form=DeactivateForm,
            danger=True,
        ),
        Tool(
            key="reactivate",
            icon="user-check",
            words=_("Let in again"),
            follows=_(
                "They may act for the company again, with the rights they had. Machines and cases stay with those who took "
                "them over."
            ),
            told=_("%(name)s may act for the company again."),
            permission=Permission.HELP_MEMBERS,
            offered=lambda member: not member.is_active,
            deed=helping.reactivate_for,
        ),
    )
}
