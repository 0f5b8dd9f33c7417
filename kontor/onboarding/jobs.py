"""What follows from a registration: looking up what its applicant must not learn, and the mails."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.accounts.models import User
from kontor.companies.jobs import LANGUAGE_OF_COUNTRY, Reader
from kontor.journal.actions import record
from kontor.kit.jobs import system_task
from kontor.kit.models import next_number
from kontor.notifications.actions import notify, send_mail
from kontor.onboarding import keys, queries
from kontor.onboarding.activating import activate, company_of, rule_for
from kontor.onboarding.actors import EXAMINER, EXPIRY, MAILER
from kontor.onboarding.admitting import one_at_a_time
from kontor.onboarding.contact_jobs import receive as receive  # the worker looks here
from kontor.onboarding.invitation_jobs import (
    expire_invitations as expire_invitations,
)  # the worker looks here
from kontor.onboarding.models import LegacyAccount, Proof, Registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.onboarding.taking_over import account_of, renew_link
from kontor.partners.models import Operator, Staff

S = RegistrationStatus


@system_task(MAILER, queue="mail")
def mail_started(*, registration_id: str) -> None:
    """Send the link that leads back to a registration; who has an account is told that instead (ON-9), and who has one of
    the former portal gets the link to take it over (ON-11).
    """
    registration = _locked(registration_id)
    if owner := _owner(registration.email):
        _mail_owner(owner, registration, sending=0)
    elif account := account_of(registration.email):
        _mail_take_over(account, registration, sending=0)
    elif not registration.first_name:
        register = settings.ORIGIN + reverse("onboarding:register")
        _mail(registration, "no_old_account", key=str(registration.pk), register=register)
    elif registration.status in {S.DRAFT, S.UNPROVEN}:
        _mail(registration, "started", key=str(registration.pk))


@system_task(MAILER, queue="mail")
def mail_code(*, registration_id: str, sending: int) -> None:
    """Send the code; a newer sending makes this one needless. Who has an account gets no code that could prove it."""
    registration = _locked(registration_id)
    proof = registration.proof
    if registration.status != S.UNPROVEN or proof.codes_sent != sending:
        return
    if owner := _owner(registration.email):
        proof.code_hash = ""
        proof.save(update_fields=["code_hash"])
        _mail_owner(owner, registration, sending=sending)
        return
    if account := account_of(registration.email):
        proof.code_hash = ""
        proof.save(update_fields=["code_hash"])
        _mail_take_over(account, registration, sending=sending)
        return
    code = keys.code_of(registration.pk, sending)
    _mail(registration, "code", key=f"{registration.pk}:{sending}", code=f"{code[:3]} {code[3:]}")


@system_task(EXAMINER, queue="onboarding", lock="onboarding.examine")
def examine(*, registration_id: str) -> None:
    """Give a proven registration its number and find out who decides: a rule, at once (ON-7); the administrators of the
    company that it turns out to belong to (ON-3, ON-4); where there is none, or nobody who could, our staff.
    """
    registration = _locked(registration_id)
    if registration.number or registration.status != S.WAITING:
        return
    registration.number = next_number("R", timezone.localdate().year)
    one_at_a_time(registration)
    company = company_of(registration)
    partner = company.partner if company else None
    registration.partner = partner or queries.partner_for(registration)
    registration.save(update_fields=["number", "partner"])
    rule = rule_for(registration, company)
    if rule and activate(registration, rule, company):
        mail_decision.defer(registration_id=registration_id, decision="activated", request="activated")
        if company is not None:
            tell_activated.defer(registration_id=registration_id)
        return
    if company is not None and queries.administrators_of(company).exists():
        registration.company, registration.joins, registration.partner = company, True, None
    registration.save(update_fields=["company", "joins", "partner"])
    record("registration.examined", registration, by=EXAMINER, company_id=None, joins=registration.joins)
    mail_received.defer(registration_id=registration_id)
    if registration.joins:
        tell_administrators.defer(registration_id=registration_id)


@system_task(MAILER, queue="mail")
def mail_received(*, registration_id: str) -> None:
    """The address is proven, somebody looks at it, and by when."""
    registration = _locked(registration_id)
    _mail(registration, "received", key=str(registration.pk), answer_by=queries.answer_by(registration))


@system_task(MAILER, queue="mail")
def tell_administrators(*, registration_id: str) -> None:
    """Tell the administrators of a company that somebody wants to join it, in the inbox and by mail."""
    registration = _locked(registration_id)
    if registration.company is None or registration.status != S.WAITING:
        return
    url = reverse("join_requests:detail", args=[registration.pk])
    for administrator in queries.administrators_of(registration.company).order_by("pk"):
        key = f"registration.joins:{registration.pk}"
        notify(
            key=key,
            user=administrator.user,
            kind="registration.joins",
            params={"name": registration.name},
            url=url,
            company_id=registration.company_id,
        )
        send_mail(
            key=f"{key}:{administrator.pk}",
            user=administrator.user,
            template="onboarding/mail/join_asked",
            context={
                "registration": registration,
                "name": administrator.first_name,
                "company": registration.company.name,
                "url": settings.ORIGIN + url,
            },
            language=administrator.user.language,
            company_id=registration.company_id,
        )


@system_task(MAILER, queue="mail")
def tell_activated(*, registration_id: str) -> None:
    """Tell the administrators of a company that a rule of ours has let somebody in."""
    registration = _locked(registration_id)
    if registration.company is None:
        return
    others = queries.administrators_of(registration.company).exclude(user__email__iexact=registration.email)
    for administrator in others.order_by("pk"):
        notify(
            key=f"registration.activated:{registration.pk}",
            user=administrator.user,
            kind="registration.activated",
            params={"name": registration.name},
            url=reverse("companies:users"),
            company_id=registration.company_id,
        )


@system_task(MAILER, queue="mail")
def mail_decision(*, registration_id: str, decision: str, request: str) -> None:
    """What our staff or the administrators decided or asked, in the applicant's language; `request` tells one question from the next."""
    registration = _locked(registration_id)
    sign_in = settings.ORIGIN + reverse("account_login")
    _mail(registration, decision, key=f"{registration.pk}:{request}", sign_in=sign_in)


@system_task(MAILER, queue="mail")
def mail_withdrawn(*, registration_id: str) -> None:
    """It is withdrawn, as the applicant wished; in case it was somebody else who had the link."""
    registration = _locked(registration_id)
    _mail(registration, "withdrawn", key=str(registration.pk))


@system_task(MAILER, queue="mail")
def tell_answered(*, registration_id: str) -> None:
    """Tell whoever of our staff has taken a registration that the answer has come."""
    registration = _locked(registration_id)
    if registration.handled_by is None:
        return
    notify(
        key=f"registration.answered:{registration.pk}:{int(registration.expires_at.timestamp())}",
        user=registration.handled_by.user,
        kind="registration.answered",
        params={"number": registration.number, "name": registration.name},
        url=f"/desk/registrations/{registration.number}/",
    )


@system_task(EXPIRY, queue="onboarding")
def expire(*, timestamp: int) -> None:
    """Once an hour: close what was neither proven nor answered in its days, and forget the password chosen for it."""
    over = Registration.objects.select_for_update(skip_locked=True).filter(
        status__in=[S.DRAFT, S.UNPROVEN, S.ASKED], expires_at__lte=timezone.now()
    )
    for registration in over.order_by("pk")[:500]:
        asked = registration.status == S.ASKED
        registration.status = S.EXPIRED
        registration.save(update_fields=["status"])
        Proof.objects.filter(registration=registration).update(password="", code_hash="")
        record("registration.expired", registration, by=EXPIRY, company_id=None)
        if asked:
            mail_decision.defer(registration_id=str(registration.pk), decision="expired", request="expired")


app.periodic(cron="7 * * * *")(expire.task)


@system_task(EXAMINER, queue="onboarding")
def pass_on(*, timestamp: int) -> None:
    """Once an hour: what a company's administrators left unanswered goes to who looks after the company as well (ON-4)."""
    for registration in queries.unanswered(timezone.now()):
        registration.passed_on_at = timezone.now()
        assert registration.company is not None
        registration.partner = registration.company.partner or queries.partner_for(registration)
        registration.save(update_fields=["passed_on_at", "partner"])
        record("registration.passed_on", registration, by=EXAMINER, company_id=None)
        tell_passed_on.defer(registration_id=str(registration.pk))


app.periodic(cron="17 * * * *")(pass_on.task)


@system_task(MAILER, queue="mail")
def tell_passed_on(*, registration_id: str) -> None:
    """Tell our side that it may decide now: a line for each of the partner's people, and a mail to the box they share."""
    registration = _locked(registration_id)
    if registration.company is None or registration.status not in queries.UNDECIDED:
        return
    key, url = f"registration.passed_on:{registration.pk}", f"/desk/registrations/{registration.number}/"
    people = Staff.objects.filter(partner=registration.partner, is_active=True).select_related("user")
    for one in people.order_by("pk"):
        params = {"name": registration.name, "company": registration.company.name}
        notify(key=key, user=one.user, kind="registration.passed_on", params=params, url=url)
    box = registration.partner or Operator.objects.get(pk=1)
    send_mail(
        key=key,
        user=Reader(box.email),
        template="onboarding/mail/passed_on",
        context={
            "registration": registration,
            "company": registration.company.name,
            "url": settings.ORIGIN + url,
        },
        language=LANGUAGE_OF_COUNTRY.get(registration.company.country, "en"),
    )


def _locked(registration_id: str) -> Registration:
    """The registration, locked so that the same job run twice has the effect of once."""
    related = ("proof", "company", "partner", "handled_by__user")
    return (
        Registration.objects.select_for_update(of=("self",)).select_related(*related).get(pk=registration_id)
    )


def _owner(email: str) -> User | None:
    """Whose account an address is."""
    return User.objects.filter(email__iexact=email).first()


def _mail_owner(owner: User, registration: Registration, *, sending: int) -> None:
    """Somebody, perhaps they themselves, tried to register with their address."""
    send_mail(
        key=f"registration.has_account:{registration.pk}:{sending}",
        user=owner,
        template="onboarding/mail/has_account",
        context={
            "sign_in": settings.ORIGIN + reverse("account_login"),
            "reset": settings.ORIGIN + reverse("account_reset_password"),
        },
        language=owner.language,
    )


def _mail_take_over(account: LegacyAccount, registration: Registration, *, sending: int) -> None:
    """The link to take an account of the former portal over; only this mail has its token."""
    token = renew_link(account)
    send_mail(
        key=f"legacyaccount.link:{registration.pk}:{sending}",
        user=Reader(account.email),
        template="onboarding/mail/take_over",
        context={
            "name": account.first_name,
            "company": account.company.name,
            "username": account.username,
            "until": account.link_until,
            "url": settings.ORIGIN + reverse("onboarding:take_over", args=[token]),
        },
        language=registration.language,
    )


def _mail(registration: Registration, template: str, *, key: str, **more: Any) -> None:
    """A mail to the applicant, with the link to where the registration stands."""
    link = reverse("onboarding:link", args=[keys.token_of(registration.pk)])
    send_mail(
        key=f"registration.{template}:{key}",
        user=Reader(registration.email),
        template=f"onboarding/mail/{template}",
        context={
            "registration": registration,
            "name": registration.first_name,
            "url": settings.ORIGIN + link,
            "contact": queries.whom_to_call(registration),
            "days": Registration.DAYS,
            **more,
        },
        language=registration.language,
    )
