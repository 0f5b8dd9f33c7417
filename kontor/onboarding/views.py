"""Registering: one matter on a page, kept from the first; then the code, then where it stands."""

from __future__ import annotations

from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies.http import PortalRequest
from kontor.kit.errors import DomainError
from kontor.kit.scope import acting_in
from kontor.onboarding import applying, keys, queries, takeover_views
from kontor.onboarding.actors import Applicant
from kontor.onboarding.applying import COMPANY, PERSON, first_open
from kontor.onboarding.checks import COUNTRIES, shown
from kontor.onboarding.errors import CodeUsed, PasswordRefused, TooManyMails, TooSoon
from kontor.onboarding.forms import AccessForm, AnswerForm, CodeForm, ColleagueForm, CompanyForm, PersonForm
from kontor.onboarding.models import Registration
from kontor.onboarding.session import applicant_in, current, forget, remember, with_registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.onboarding.story import steps_of, story_of

S = RegistrationStatus
BY_LANGUAGE: Final = {"nb": "NO", "de": "DE"}


def place_of(registration: Registration) -> str:
    """The name of the page at which a registration stands."""
    if queries.has_expired(registration) or registration.status not in (S.DRAFT, S.UNPROVEN):
        return "onboarding:status"
    if registration.status == S.UNPROVEN:
        return "onboarding:code"
    return f"onboarding:{first_open(registration) or 'access'}"


# ── The steps ────────────────────────────────────────────────────────────────────


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def register(request: PortalRequest) -> HttpResponse:
    """Who registers, and as what. The first step; from here on all is kept."""
    if request.user.is_authenticated:
        return redirect("/")
    known, applicant = current(request), applicant_in(request)
    if known is not None and known.status not in (S.DRAFT, S.UNPROVEN):
        return redirect("onboarding:status")
    if known is not None and not known.first_name:
        return redirect("onboarding:mailed")
    ways = queries.ways()
    if known is None and not ways.open:
        return takeover_views.ask(request, _origin(request)) if ways.takes_over else closed(request)
    if request.method != "POST":
        initial = {name: getattr(known, name) for name in ("email", *PERSON)} if known else None
        return _step(request, "person", PersonForm(initial=initial), known)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _step(request, "person", form, known)
    email, person = form.cleaned_data.pop("email"), form.cleaned_data
    try:
        if known is None or applicant is None:
            applicant = applying.start(
                email=email, language=get_language() or "nb", origin=_origin(request), **person
            )
            remember(request, applicant)
        else:
            with acting_in(applicant):
                if email.lower() == known.email.lower():
                    applying.fill_in(known, "person", by=applicant, **person)
                else:
                    applicant = applying.start_over(
                        known, email=email, origin=_origin(request), by=applicant, **person
                    )
                    remember(request, applicant)
    except DomainError as error:
        form.add_error(None, str(error))
        return _step(request, "person", form, known, status=error.status)
    return redirect("onboarding:colleague")


def closed(request: PortalRequest) -> HttpResponse:
    """Where strangers may not register: how one gets an invitation, and whom to call (ON-1)."""
    context = {"contact": queries.whom_to_call(), "ways": queries.ways()}
    status = 403 if request.method == "POST" else 200
    return render(request, "onboarding/by_invitation.html", context, status=status)


def _origin(request: PortalRequest) -> str:
    """Where a request comes from; behind how many proxies, the settings say."""
    return str(get_adapter(request).get_client_ip(request))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_registration
def colleague(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Whether a colleague has an account: then the administrators of that company decide (ON-3)."""
    if away := _away(registration):
        return away
    if request.method != "POST":
        knows = {None: None, True: "yes", False: "no"}[registration.knows_colleague]
        form = ColleagueForm(
            initial={"knows_colleague": knows, "colleague_email": registration.colleague_email}
        )
        return _step(request, "colleague", form, registration)
    form = ColleagueForm(request.POST)
    if form.is_valid() and _kept(form, registration, "colleague", applicant, form.cleaned_data):
        return _onward(registration, "access" if form.cleaned_data["knows_colleague"] else "company")
    return _step(request, "colleague", form, registration)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_registration
def company(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """The company, asked as its country calls things."""
    if away := _away(registration, also=S.ASKED):
        return away
    default = registration.country or BY_LANGUAGE.get(registration.language, "NO")
    if request.method != "POST" or "redraw" in request.POST:
        stored = {name: getattr(registration, name) for name in COMPANY}
        initial: dict[str, Any] = {
            **stored,
            **{name: request.POST[name] for name in COMPANY if name in request.POST},
        }
        country = _country(initial["country"], default)
        form = CompanyForm(initial=initial | {"country": country}, country=country)
        if request.htmx:
            return render(request, "onboarding/company.html#fields", {"form": form})
        return _step(request, "company", form, registration)
    form = CompanyForm(request.POST, country=_country(request.POST.get("country", ""), default))
    if form.is_valid() and _kept(form, registration, "company", applicant, form.cleaned_data):
        return _onward(registration, "access")
    return _step(request, "company", form, registration)


def _country(chosen: str, default: str) -> str:
    return chosen if chosen in COUNTRIES else default


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_registration
def access(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """For which areas, with which password, on which terms; with this the registration is sent."""
    if away := _away(registration):
        return away
    if (lacking := first_open(registration)) and lacking != "access":
        return redirect(f"onboarding:{lacking}")
    terms = queries.terms_of_use()
    if request.method != "POST":
        accepted = terms is not None and registration.terms_id == terms.pk
        initial = {"areas": registration.areas, "accepted": accepted, "terms": terms.pk if terms else None}
        form = AccessForm(initial=initial, registration=registration)
        return _step(request, "access", form, registration, terms=terms)
    form = AccessForm(request.POST, registration=registration)
    fine = form.is_valid()
    if form.new_password:
        try:
            applying.choose_password(registration, password=form.new_password, by=applicant)
            registration.refresh_from_db(
                from_queryset=Registration.objects.select_related("proof", "terms", "partner")
            )
            form = AccessForm(request.POST, registration=registration)
            fine = form.is_valid()
        except PasswordRefused as error:
            form.add_error("password1", str(error))
            fine = False
    if fine and _kept(form, registration, "access", applicant, form.cleaned_data):
        if registration.status == S.DRAFT:
            try:
                applying.send_code(registration, by=applicant)
            except (TooSoon, TooManyMails) as error:
                form.add_error(None, str(error))
                return _step(request, "access", form, registration, status=error.status, terms=terms)
        return _onward(registration, "code")
    return _step(request, "access", form, registration, terms=terms)


def _kept(
    form: Any, registration: Registration, step: applying.Step, applicant: Applicant, values: dict[str, Any]
) -> bool:
    """Whether the rules took the answers; what they forbid stands beside its field."""
    try:
        applying.fill_in(registration, step, by=applicant, **values)
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    return True


def _away(registration: Registration, *, also: RegistrationStatus | None = None) -> HttpResponse | None:
    """Where nothing can be filled in any more, to where it stands; the company can be put right with an answer too."""
    if not registration.first_name:
        return redirect("onboarding:mailed")
    if queries.has_expired(registration) or registration.status not in {S.DRAFT, S.UNPROVEN, also}:
        return redirect(place_of(registration))
    return None


def _onward(registration: Registration, step: str) -> HttpResponse:
    """To the next step; who only corrects something goes back to where it stood."""
    if registration.status == S.ASKED:
        return redirect("onboarding:status")
    return redirect(f"onboarding:{step}")


def _step(
    request: PortalRequest,
    step: str,
    form: Any,
    registration: Registration | None,
    *,
    status: int = 0,
    **more: Any,
) -> HttpResponse:
    context = {
        "form": form,
        "registration": registration,
        "steps": steps_of(step, registration),
        "contact": queries.whom_to_call(registration),
        "days": Registration.DAYS,
        **more,
    }
    return render(request, f"onboarding/{step}.html", context, status=status or (422 if form.errors else 200))


# ── The code ─────────────────────────────────────────────────────────────────────


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_registration
def code(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Prove the address with the code from the mail."""
    if request.method != "POST":
        if registration.status != S.UNPROVEN or queries.has_expired(registration):
            return redirect(place_of(registration))
        return _step(request, "code", CodeForm(), registration)
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            applying.prove(registration, code=form.cleaned_data["code"], by=applicant)
        except CodeUsed as used:
            messages.info(request, str(used))
            return redirect("onboarding:status")
        except DomainError as error:
            if place_of(registration) != "onboarding:code":
                return redirect(place_of(registration))
            form.add_error(error.field if error.field in form.fields else None, str(error))
            return _step(request, "code", form, registration, status=error.status)
        messages.success(request, _("Your address is confirmed."))
        return redirect("onboarding:status")
    return _step(request, "code", form, registration)


@require_http_methods(["GET", "HEAD", "POST"])
@with_registration
def resend(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Send a new code, at most one a minute and ten mails a day."""
    if request.method != "POST":
        return redirect("onboarding:code")
    try:
        applying.send_code(registration, by=applicant)
    except DomainError as error:
        if place_of(registration) != "onboarding:code":
            return redirect(place_of(registration))
        form = CodeForm()
        return _step(request, "code", form, registration, status=error.status, refused=str(error))
    messages.success(request, _("A new code is on its way. The codes before it no longer work."))
    return redirect("onboarding:code")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def link(request: PortalRequest, token: str) -> HttpResponse:
    """The link of the mails: back to where the registration stands; while it waits for its code, a button proves it.

    A button, since programs that look into mails open links too.
    """
    applicant = Applicant(keys.hash_of(token))
    with acting_in(applicant):
        try:
            registration = queries.registration_of(applicant)
        except Registration.DoesNotExist:
            unknown = {"contact": queries.whom_to_call()}
            return render(request, "onboarding/unknown_link.html", unknown, status=404)
        if request.user.is_authenticated:
            return redirect("/")
        remember(request, applicant)
        if request.method == "POST":
            try:
                applying.prove_by_link(registration, token=token, by=applicant)
            except CodeUsed:
                messages.info(request, _("This link has done its work: your address is confirmed already."))
            except DomainError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, _("Your address is confirmed."))
            return redirect("onboarding:status")
        if registration.status == S.UNPROVEN and not queries.has_expired(registration):
            context = {"registration": registration, "contact": queries.whom_to_call(registration)}
            return render(request, "onboarding/confirm.html", context)
        return redirect(place_of(registration))


# ── Where it stands ──────────────────────────────────────────────────────────────


@require_safe
@never_cache
@with_registration
def status(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Where it stands, whose turn it is, what comes next, whom to call."""
    if place_of(registration) != "onboarding:status":
        return redirect(place_of(registration))
    return _status(request, registration, AnswerForm())


@require_http_methods(["GET", "HEAD", "POST"])
@with_registration
def answer(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Answer what we asked."""
    if request.method != "POST":
        return redirect("onboarding:status")
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            applying.answer(registration, answer=form.cleaned_data["answer"], by=applicant)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Thank you, your answer is sent."))
        return redirect("onboarding:status")
    return _status(request, registration, form, code=422)


def _status(
    request: PortalRequest, registration: Registration, form: AnswerForm, *, code: int = 200
) -> HttpResponse:
    context = {
        "registration": registration,
        "story": story_of(registration),
        "areas": queries.areas_of(registration),
        "organisation_number": shown(registration.organisation_number, registration.country),
        "contact": queries.whom_to_call(registration),
        "form": form,
    }
    return render(request, "onboarding/status.html", context, status=code)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_registration
def withdraw(request: PortalRequest, registration: Registration, applicant: Applicant) -> HttpResponse:
    """Ask once more, then withdraw."""
    if request.method != "POST":
        return render(request, "onboarding/withdraw.html", {"registration": registration})
    try:
        applying.withdraw(registration, by=applicant)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("onboarding:status")


@require_POST
def again(request: PortalRequest) -> HttpResponse:
    """Begin another registration in this browser; the link in the mails still leads to the one before."""
    forget(request)
    return redirect(reverse("onboarding:register"))
