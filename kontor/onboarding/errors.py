"""What the rules of a registration forbid."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError


class NotPossibleNow(DomainError):
    """The registration is in a state from which there is no way to the wanted one."""

    code = "registration.not_possible_now"
    message = _("This registration is already “%(state)s”.")


class RegistrationClosed(DomainError):
    """Strangers may not register: the operator lets companies in by invitation (ON-1)."""

    code = "registration.closed"
    status = 403
    message = _("Registration is by invitation. Please ask us for one.")


class TakesOverNothing(DomainError):
    """The operator has no former portal whose accounts could be taken over (ON-11)."""

    code = "registration.takes_over_nothing"
    status = 403
    message = _("Accounts are not taken over here. Please ask us for an invitation.")


class LinkUnknown(DomainError):
    """Nothing belongs to this link, or it was replaced by that of a later mail."""

    code = "link.unknown"
    status = 404


class LinkExpired(DomainError):
    """The days of the link are over."""

    code = "link.expired"
    status = 410


class LinkUsed(DomainError):
    """The link has done what it was for."""

    code = "link.used"
    status = 410


class LinkWithdrawn(DomainError):
    """Who sent the link has taken it back."""

    code = "link.withdrawn"
    status = 410


class SignInFirst(DomainError):
    """The address has an account: its owner signs in before the link can be used."""

    code = "link.sign_in_first"
    status = 403


class RegistrationExpired(DomainError):
    """The days to prove the address, or to answer, are over."""

    code = "registration.expired"
    status = 410
    message = _("This registration has expired: it was open for 14 days. Please register again.")


class CodeWrong(DomainError):
    code = "registration.code_wrong"
    field = "code"
    message = _("This is not the code. Please compare it with the newest mail.")


class CodeOutdated(DomainError):
    """A code of an earlier mail; each new one replaces those before."""

    code = "registration.code_outdated"
    field = "code"
    message = _("This code is from an earlier mail. Please type the one from the newest mail.")


class CodeUsed(DomainError):
    """The address is proven already."""

    code = "registration.code_used"
    field = "code"
    message = _("This code has done its work: your address is confirmed already.")


class TooManyTries(DomainError):
    code = "registration.too_many_tries"
    status = 429
    field = "code"
    message = _("Too many wrong codes. Let us send you a new one, or use the link in the mail.")


class TooSoon(DomainError):
    code = "registration.too_soon"
    status = 429
    message = _("We have just sent a mail. Please wait a minute before the next.")


class TooManyMails(DomainError):
    """Too many mails to an address in a day, or registrations from one place in an hour."""

    code = "registration.too_many_mails"
    status = 429
    message = _("That was often. Please try again tomorrow, or call us.")


class Incomplete(DomainError):
    """Something that the registration must have is missing."""

    code = "registration.incomplete"
    message = _("Please fill this in.")


class TermsChanged(DomainError):
    code = "registration.terms_changed"
    field = "accepted"
    message = _(
        "There is a newer version of the terms since you opened this page. Please read and accept that one."
    )


class PasswordRefused(DomainError):
    code = "registration.password_refused"
    field = "password1"


class SameAddress(DomainError):
    code = "registration.same_address"
    field = "colleague_email"
    message = _("This is your own address. Please give your colleague's.")


class AddressHasAccount(DomainError):
    """Since the registration began, somebody with this address got an account."""

    code = "registration.has_account"
    message = _("%(email)s has an account by now. Reject this registration and say so.")


class CompanyDecides(DomainError):
    code = "registration.company_decides"
    message = _("The administrators of %(company)s decide about this registration.")


class CompanyMissing(DomainError):
    code = "registration.company_missing"
    message = _(
        "The registration names no company. Ask the applicant for it, or let them into an existing one."
    )


class ReasonMissing(DomainError):
    code = "registration.reason_missing"
    field = "reason"
    message = _("Please say why. The applicant reads it word for word.")


class QuestionMissing(DomainError):
    code = "registration.question_missing"
    field = "question"
    message = _("Please write the question.")


class AnswerMissing(DomainError):
    code = "registration.answer_missing"
    field = "answer"
    message = _("Please write an answer.")


class RolesMissing(DomainError):
    code = "registration.roles_missing"
    field = "roles"
    message = _("Choose at least one role.")


class InvitationsOff(DomainError):
    """The operator lets nobody in by invitation (ON-1)."""

    code = "invitation.off"
    status = 403
    message = _("The operator has switched invitations off.")


class AreaNotServed(DomainError):
    code = "invitation.area_not_served"
    field = "areas"
    message = _("Choose at least one product area, of those that %(partner)s serves.")


class InvitedAlready(DomainError):
    code = "invitation.already"
    field = "email"
    message = _("%(email)s has an invitation that is still good. Send that one again.")


class HasAdministrator(DomainError):
    """Whoever administers a company adds its people; nobody else is invited to."""

    code = "invitation.has_administrator"
    message = _("%(company)s has an administrator, who adds colleagues under “Users”.")


class InvitationClosed(DomainError):
    code = "invitation.closed"
    message = _("This invitation is already “%(state)s”.")


class TooManyMessages(DomainError):
    """Too many messages of one place, one address, or of all together (ON-14)."""

    code = "contact.too_many"
    status = 429
    message = _("That was often. Please call us, or try again later.")


class SentTooFast(DomainError):
    """Nobody writes that fast; or the page was open so long that nobody knows."""

    code = "contact.too_fast"
    message = _("Please send it once more: the page has been open too short or too long.")


class MessageClosed(DomainError):
    code = "contact.closed"
    message = _("This message is already “%(state)s”.")


class NobodyDecides(DomainError):
    """A company without an administrator cannot decide who joins it."""

    code = "registration.nobody_decides"
    message = _("Nobody administers %(company)s: decide yourself.")
