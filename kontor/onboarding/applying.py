"""What an applicant does: begins, fills in, sends, proves the address, answers, withdraws.

All of it runs inside `acting_in(applicant)`, where PostgreSQL shows the applicant's own registration and nothing else. So
nothing here can know whether an address has an account or a company exists: jobs look that up afterwards, and every
answer is the same, and as quick, for all.
"""

from __future__ import annotations

import datetime as dt
import hmac
import uuid
from collections.abc import Mapping
from typing import Any, Final, Literal

from django.db import transaction
from django.utils import timezone

from kontor.companies.models import Company
from kontor.journal.actions import record
from kontor.kit import limits
from kontor.kit.scope import acting_in
from kontor.onboarding import checks, jobs, keys, queries
from kontor.onboarding.actors import Applicant
from kontor.onboarding.errors import (
    AnswerMissing,
    CodeOutdated,
    CodeUsed,
    CodeWrong,
    Incomplete,
    NotPossibleNow,
    RegistrationClosed,
    RegistrationExpired,
    SameAddress,
    TakesOverNothing,
    TermsChanged,
    TooManyMails,
    TooManyTries,
    TooSoon,
)
from kontor.onboarding.models import Proof, Registration
from kontor.onboarding.passwords import hashed
from kontor.onboarding.statuses import NEXT, RegistrationStatus

S = RegistrationStatus
type Step = Literal["person", "colleague", "company", "access"]

TRIES: Final = 5
"""Wrong codes until a new one must be sent."""
PAUSE: Final = dt.timedelta(minutes=1)
MAILS_A_DAY: Final = 10
STARTS_AN_HOUR: Final = 20
NOT_SENT: Final = frozenset({S.DRAFT, S.UNPROVEN})

PERSON: Final = ("kind", "title", "first_name", "last_name", "phone")
COMPANY: Final = (
    "company_name", "country", "organisation_number", "vat_number", "street", "postcode", "city", "invoice_email",
    "customer_number",
)  # fmt: skip


@transaction.atomic
def start(*, email: str, language: str, origin: str, **person: str) -> Applicant:
    """Begin a registration with the person's details (`PERSON`), and send the link that leads back to it.

    `origin` is where the request comes from: so many an hour, and so many mails a day to one address, whoever asks.
    Raises `RegistrationClosed`, `TooManyMails`.
    """
    if not queries.ways().open:
        raise RegistrationClosed()
    _count_start(origin)
    _count_mail(email)
    return _begin(Registration(email=email.strip(), language=language, **_of(person, PERSON)), password="")


@transaction.atomic
def start_over(
    registration: Registration, *, email: str, origin: str, by: Applicant, **person: str
) -> Applicant:
    """The same registration for another address: a new one with what was typed; the link in the old mail goes stale."""
    registration = _locked(registration, by)
    _must_be_open(registration, NOT_SENT)
    _count_start(origin)
    _count_mail(email)
    password = registration.proof.password
    kept = {
        name: getattr(registration, name)
        for name in (
            "knows_colleague",
            "colleague_email",
            "areas",
            "serials",
            "terms_id",
            "terms_accepted_at",
            *COMPANY,
        )
    }
    _withdraw(registration, by)
    fresh = Registration(email=email.strip(), language=registration.language, **_of(person, PERSON), **kept)
    return _begin(fresh, password=password)


@transaction.atomic
def ask_take_over(*, email: str, language: str, origin: str) -> Applicant:
    """Type the address of an account of the former portal, where nobody else may register (ON-11).

    A job looks whether there is one, so that the answer is the same for every address. Raises `TakesOverNothing`,
    `TooManyMails`.
    """
    if not queries.ways().takes_over:
        raise TakesOverNothing()
    _count_start(origin)
    _count_mail(email)
    return _begin(
        Registration(email=email.strip(), language=language, kind=Company.Kind.CUSTOMER), password=""
    )


def _begin(registration: Registration, *, password: str) -> Applicant:
    now = timezone.now()
    registration.pk = uuid.uuid4()
    registration.started_at = registration.saved_at = now
    registration.expires_at = now + dt.timedelta(days=Registration.DAYS)
    applicant = Applicant(keys.hash_of(keys.token_of(registration.pk)))
    with acting_in(applicant):
        registration.save(force_insert=True)
        Proof.objects.create(registration=registration, token_hash=applicant.token_hash, password=password)
        record("registration.started", registration, by=applicant, company_id=None)
        jobs.mail_started.defer(registration_id=str(registration.pk))
    return applicant


@transaction.atomic
def fill_in(registration: Registration, step: Step, *, by: Applicant, **values: Any) -> Registration:
    """Keep the answers of one step. Raises `SameAddress`, `NumberWrong`, `Incomplete`, `TermsChanged`, `PasswordRefused`."""
    registration = _locked(registration, by)
    _must_be_open(registration, NOT_SENT | {S.ASKED} if step == "company" else NOT_SENT)
    changed = _STEPS[step](registration, values)
    for name, value in changed.items():
        setattr(registration, name, value)
    registration.saved_at = timezone.now()
    registration.save(update_fields=[*changed, "saved_at"])
    record("registration.filled_in", registration, by=by, company_id=None, step=step)
    return registration


def _person(registration: Registration, values: Mapping[str, Any]) -> dict[str, Any]:
    return _of(values, PERSON)


def _colleague(registration: Registration, values: Mapping[str, Any]) -> dict[str, Any]:
    knows, email = bool(values["knows_colleague"]), values.get("colleague_email", "").strip()
    if knows and not email:
        raise Incomplete(field="colleague_email")
    if knows and email.lower() == registration.email.lower():
        raise SameAddress()
    return {"knows_colleague": knows, "colleague_email": email if knows else ""}


def _company(registration: Registration, values: Mapping[str, Any]) -> dict[str, Any]:
    country = values["country"]
    clean: dict[str, Any] = {name: " ".join(str(values.get(name, "")).split()) for name in COMPANY}
    for name in ("company_name", "street", "postcode", "city"):
        if not clean[name]:
            raise Incomplete(field=name)
    clean["customer_number"] = clean["customer_number"].replace(" ", "")
    clean["organisation_number"] = checks.organisation_number(clean["organisation_number"], country)
    clean["vat_number"] = checks.vat_number(clean["vat_number"], country)
    if problem := checks.postcode_wrong(clean["postcode"], country):
        raise Incomplete(problem, field="postcode")
    return clean


def _access(registration: Registration, values: Mapping[str, Any]) -> dict[str, Any]:
    terms = queries.terms_of_use()
    if terms is not None and values.get("terms") != terms.pk:
        raise TermsChanged()
    known = {area.code: area for area in queries.areas()}
    chosen = [code for code in values.get("areas", ()) if code in known]
    if not chosen and known and not registration.knows_colleague:
        raise Incomplete(field="areas")
    typed = values.get("serials", {})
    serials = {code: checks.serial(typed.get(code, ""), known[code]) for code in chosen}
    if not registration.proof.password:
        raise Incomplete(field="password1")
    return {
        "areas": chosen,
        "serials": {code: serial for code, serial in serials.items() if serial},
        "terms": terms,
        "terms_accepted_at": timezone.now() if terms else None,
    }


_STEPS: Final = {"person": _person, "colleague": _colleague, "company": _company, "access": _access}


@transaction.atomic
def choose_password(registration: Registration, *, password: str, by: Applicant) -> None:
    """Keep the hash of the password that the account will have. Raises `PasswordRefused` with all its reasons."""
    registration = _locked(registration, by)
    _must_be_open(registration, NOT_SENT)
    registration.proof.password = hashed(
        password,
        email=registration.email,
        first_name=registration.first_name,
        last_name=registration.last_name,
        company_name=registration.company_name,
    )
    registration.proof.save(update_fields=["password"])


@transaction.atomic
def send_code(registration: Registration, *, by: Applicant) -> Registration:
    """Send the registration: from now on it waits for the code. Again: a new code, which replaces those before.

    Raises `TooSoon`, `TooManyMails`, `RegistrationExpired`.
    """
    registration = _locked(registration, by)
    _must_be_open(registration, NOT_SENT)
    if lacking := first_open(registration):
        raise Incomplete(field=lacking)
    proof, now = registration.proof, timezone.now()
    if proof.code_sent_at and now - proof.code_sent_at < PAUSE:
        raise TooSoon()
    _count_mail(registration.email)
    if registration.status == S.DRAFT:
        registration.status, registration.sent_at = S.UNPROVEN, now
        registration.save(update_fields=["status", "sent_at"])
        record("registration.sent", registration, by=by, company_id=None)
    proof.codes_sent += 1
    proof.code_sent_at = now
    code = keys.code_of(registration.pk, proof.codes_sent)
    proof.code_hash = keys.code_hash(registration.pk, code)
    proof.save(update_fields=["codes_sent", "code_sent_at", "code_hash"])
    jobs.mail_code.defer(registration_id=str(registration.pk), sending=proof.codes_sent)
    return registration


def prove(registration: Registration, *, code: str, by: Applicant) -> Registration:
    """Prove the address with the code from the newest mail.

    Raises `CodeWrong`, `CodeOutdated`, `CodeUsed`, `TooManyTries`, `RegistrationExpired`.
    """
    sending = registration.proof.codes_sent
    # Counted before anything is locked: the counters are on another connection and outlive a refusal.
    allowed = limits.within(
        TRIES, limits.DAY * Registration.DAYS, "registration.code", f"{registration.pk}:{sending}"
    )
    with transaction.atomic():
        registration = _locked(registration, by)
        if registration.proven_at is not None:
            raise CodeUsed()
        _must_be_open(registration, {S.UNPROVEN})
        if not allowed:
            raise TooManyTries()
        given = keys.code_hash(registration.pk, code)
        if hmac.compare_digest(given, registration.proof.code_hash):
            return _proven(registration, by, how="code")
        earlier = (
            keys.code_of(registration.pk, number) for number in range(1, registration.proof.codes_sent)
        )
        raise CodeOutdated() if code in earlier else CodeWrong()


@transaction.atomic
def prove_by_link(registration: Registration, *, token: str, by: Applicant) -> Registration:
    """Prove the address with the link's token, which only the mail had. Raises `CodeUsed`, `RegistrationExpired`."""
    registration = _locked(registration, by)
    if registration.proven_at is not None:
        raise CodeUsed()
    _must_be_open(registration, {S.UNPROVEN})
    if not hmac.compare_digest(keys.hash_of(token), by.token_hash):
        raise CodeWrong()
    return _proven(registration, by, how="link")


def _proven(registration: Registration, by: Applicant, *, how: str) -> Registration:
    registration.status, registration.proven_at = S.WAITING, timezone.now()
    registration.save(update_fields=["status", "proven_at"])
    registration.proof.code_hash = ""
    registration.proof.save(update_fields=["code_hash"])
    record("registration.proven", registration, by=by, company_id=None, how=how)
    jobs.examine.defer(registration_id=str(registration.pk))
    return registration


@transaction.atomic
def answer(registration: Registration, *, answer: str, by: Applicant) -> Registration:
    """Answer what our staff asked; then it is their turn again. Raises `AnswerMissing`, `RegistrationExpired`."""
    registration = _locked(registration, by)
    _must_be_open(registration, {S.ASKED})
    if not answer.strip():
        raise AnswerMissing()
    registration.status, registration.answer = S.WAITING, answer.strip()
    registration.save(update_fields=["status", "answer"])
    record("registration.answered", registration, by=by, company_id=None)
    jobs.tell_answered.defer(registration_id=str(registration.pk))
    return registration


@transaction.atomic
def withdraw(registration: Registration, *, by: Applicant) -> Registration:
    """The applicant wants no account any more; what they chose as a password is forgotten. Raises `NotPossibleNow`."""
    registration = _locked(registration, by)
    _must_be_open(registration, {state for state, after in NEXT.items() if S.WITHDRAWN in after})
    told = registration.proven_at is not None
    _withdraw(registration, by)
    if told:
        jobs.mail_withdrawn.defer(registration_id=str(registration.pk))
    return registration


def _withdraw(registration: Registration, by: Applicant) -> None:
    registration.status = S.WITHDRAWN
    registration.save(update_fields=["status"])
    registration.proof.password = registration.proof.code_hash = ""
    registration.proof.save(update_fields=["password", "code_hash"])
    record("registration.withdrawn", registration, by=by, company_id=None)


def first_open(registration: Registration) -> Step | None:
    """The first step that still lacks something; None when all can be sent."""
    if registration.knows_colleague is None:
        return "colleague"
    if not registration.knows_colleague and not registration.company_name:
        return "company"
    return None if registration.proof.password and _has_accepted(registration) else "access"


def _has_accepted(registration: Registration) -> bool:
    terms = queries.terms_of_use()
    return terms is None or registration.terms_id == terms.pk


def _locked(registration: Registration, by: Applicant) -> Registration:
    """The registration as it is now, which nobody else changes until this commits."""
    mine = Registration.objects.select_for_update(of=("self", "proof")).select_related("proof")
    return mine.get(pk=registration.pk, proof__token_hash=by.token_hash)


def _must_be_open(
    registration: Registration, states: set[RegistrationStatus] | frozenset[RegistrationStatus]
) -> None:
    if queries.has_expired(registration):
        raise RegistrationExpired()
    if registration.status not in states:
        raise NotPossibleNow(state=registration.get_status_display())


def _count_start(origin: str) -> None:
    if not limits.within(STARTS_AN_HOUR, limits.HOUR, "registration.start", origin):
        raise TooManyMails()


def _count_mail(email: str) -> None:
    if not limits.within(MAILS_A_DAY, limits.DAY, "registration.mail", email.strip()):
        raise TooManyMails()


def _of(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}
