"""What the rules about companies, their people and their relationships forbid."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError, NotAllowed


class AddressNameTaken(DomainError):
    """A place of that name is there already."""

    code = "address.name_taken"
    field = "name"
    message = _("There is already a place with this name.")


class BillingAddressNeeded(DomainError):
    """Invoices have to say whom they are for: the last billing address stays."""

    code = "address.last_billing"
    message = _("Your company needs a billing address, and there is no other. Add another one first.")


class NameMissing(DomainError):
    """A company has a name."""

    code = "company.name_missing"
    field = "name"
    message = _("Please fill this in.")


class NotReachable(DomainError):
    """A contact person without telephone and e-mail helps nobody."""

    code = "contact.not_reachable"
    field = "phone"
    message = _("Give a telephone number or an e-mail address.")


class StaffCannotBeMember(DomainError):
    """A person is staff or member, never both: what they see would depend on which we asked first."""

    code = "member.is_staff"
    field = "email"
    message = _("This person works for us and cannot be a member of a company.")


class DomainNotAllowed(DomainError):
    """Colleagues have an address of their company (CO-2)."""

    code = "invitation.domain_not_allowed"
    field = "email"
    message = _(
        "Only addresses that end like those your company uses: %(domains)s. Ask us for another ending."
    )


class AlreadyMember(DomainError):
    """The person is a member of the company, active or not."""

    code = "member.exists"
    field = "email"
    message = _("There is a user with this address in your company already.")


class AlreadyInvited(DomainError):
    """An invitation to that address is open, or its link has run out."""

    code = "invitation.exists"
    field = "email"
    message = _("This address is invited already. In the list of users you can send the invitation again.")


class RolesMissing(DomainError):
    """Without a role a member may do nothing."""

    code = "member.roles_missing"
    field = "roles"
    message = _("Choose at least one role.")


class MayNotGrant(NotAllowed):
    """Nobody gives a right that they do not have, or manages somebody who may more than they."""

    code = "member.beyond_own_rights"
    message = _("You can only give or take rights that you have yourself.")


class LastAdministrator(DomainError):
    """A company always has an administrator who can sign in (CO-3)."""

    code = "member.last_administrator"
    field = "roles"
    message = _(
        "Your company needs an administrator, and there is no other. Make a colleague administrator first. "
        "Or ask your service partner: its staff can name a successor."
    )


class NoSuchColleague(DomainError):
    """Who shall take over is not an active colleague."""

    code = "member.no_such_colleague"
    field = "successor"
    message = _("Choose an active colleague.")


class NoSuchSite(DomainError):
    """A place is needed, one of the company's own delivery addresses."""

    code = "member.no_such_site"
    field = "site"
    message = _("Choose one of your company's delivery addresses.")


class MemberInactive(DomainError):
    """What was asked for is only for people who can sign in."""

    code = "member.inactive"
    message = _("This person is deactivated.")


class ResetJustStarted(DomainError):
    """The mail of a moment ago may still be on its way."""

    code = "member.reset_just_started"
    message = _("A link is on its way already. Please wait a minute before you send another.")


class ReplacementReasonMissing(DomainError):
    """Whoever is replaced is told why."""

    code = "member.reason_missing"
    field = "reason"
    message = _("Say why; both people read it.")


class NoSuchDomain(DomainError):
    """Not the ending of an address."""

    code = "company.no_such_domain"
    field = "domains"
    message = _("%(domain)s is not the ending of an e-mail address.")


class RoleNameTaken(DomainError):
    """A role of that name is there already, an own one or one of ours."""

    code = "role.name_taken"
    field = "name"
    message = _("There is already a role with this name.")


class RightsMissing(DomainError):
    """A role that allows nothing."""

    code = "role.rights_missing"
    field = "permissions"
    message = _("Choose at least one right.")


class RoleInUse(DomainError):
    """People have the role, or are invited with it."""

    code = "role.in_use"
    message = _("People have this role, or are invited with it. Give them another one first.")


class AddressIsSite(DomainError):
    """A place that says what somebody sees."""

    code = "address.is_site"
    message = _("Some users see only what belongs to this place. Change what they see first.")


class InvitationUnknown(DomainError):
    """No invitation has this link, or it was withdrawn: who holds the link is told the same of both."""

    code = "invitation.unknown"
    status = 404
    message = _("This invitation is no longer valid.")


class InvitationUsed(DomainError):
    """The invitation was accepted."""

    code = "invitation.used"
    status = 410
    message = _("This invitation was used already.")


class InvitationExpired(DomainError):
    """The link is older than 90 days."""

    code = "invitation.expired"
    status = 410
    message = _("The link of this invitation has run out.")


class SignInFirst(DomainError):
    """The address has an account: only who can sign in to it may accept."""

    code = "invitation.sign_in_first"
    message = _("There is an account with this address. Sign in to accept the invitation.")


class InvitationClosed(DomainError):
    """An administrator wants to send again or withdraw what was accepted or withdrawn meanwhile."""

    code = "invitation.closed"
    message = _("This invitation is no longer open.")


class PartnerDoesNotServe(DomainError):
    """The partner has nothing to do with that product area."""

    code = "relationship.partner_does_not_serve"
    field = "partner"
    message = _("This partner does not serve this product area. Choose another.")


class TermsNotInForce(DomainError):
    """What was accepted is not, or no longer, the version in force."""

    code = "relationship.terms_not_in_force"
    field = "accepted"
    message = _("The terms of use have changed meanwhile. Read the new version, then send the request again.")


class AlreadyServed(DomainError):
    """That partner looks after the company in that area now."""

    code = "relationship.exists"
    field = "partner"
    message = _("This partner looks after you in this product area already.")


class AlreadyAsked(DomainError):
    """One request at a time in an area."""

    code = "relationship.asked"
    message = _("Your company has already asked in this product area. Withdraw that request first.")


class RequestClosed(DomainError):
    """The request was decided or withdrawn meanwhile."""

    code = "relationship.closed"
    message = _("This request is no longer open.")


class ErasureNotForStaff(DomainError):
    """Who works for us asks the operator's administrator."""

    code = "account.erasure_of_staff"
    message = _("You work for us: ask an administrator of the operator to close your account.")


class NotActive(DomainError):
    """Somebody else was quicker: there is nothing to end any more."""

    code = "relationship.not_active"
    message = _("This relationship has ended already.")


class ReasonMissing(DomainError):
    """Who is declined is told why."""

    code = "relationship.reason_missing"
    field = "reason"
    message = _("Say why; the customer reads it.")


class ReasonTooLong(DomainError):
    """Longer than what is kept."""

    code = "relationship.reason_too_long"
    field = "reason"
    message = _("At most %(most)s characters; these are %(long)s.")


class NothingToMerge(DomainError):
    """A company cannot be merged into itself."""

    code = "company.nothing_to_merge"
    field = "into"
    message = _("This is the same company. Choose another one.")


class AlreadyMerged(DomainError):
    """What has become part of another company is over: nothing begins there any more."""

    code = "company.merged_already"
    field = "into"
    message = _("%(company)s has been merged into another company already.")


class SoldElsewhere(DomainError):
    """Companies that buy from different entities of ours, or in another currency, stay two."""

    code = "company.sold_elsewhere"
    field = "into"
    message = _(
        "The two buy from different companies of ours or in different currencies: they cannot be one."
    )


class DecideFirst(DomainError):
    """What waits for an answer would wait for ever in a company for which nobody acts."""

    code = "company.decide_first"
    message = _("First decide what waits: %(what)s.")
