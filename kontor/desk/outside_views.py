"""Inviting companies (ON-10), and answering people without an account (ON-14), at the desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies.http import PortalRequest, staff_required
from kontor.desk import outside
from kontor.desk.decision_views import decide
from kontor.desk.outside_forms import (
    ContactDecision,
    InvitationDecision,
    InviteForm,
    contact_options,
    invitation_options,
)
from kontor.desk.permissions import Permission, require
from kontor.desk.queue_views import find
from kontor.kit.errors import DomainError, NotAllowed
from kontor.onboarding import contacting
from kontor.onboarding.models import CompanyInvitation, ContactMessage


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def invite(request: PortalRequest) -> HttpResponse:
    """Invite the first administrator of a company."""
    staff = request.staff
    require(staff, Permission.INVITE_COMPANIES)
    country = staff.partner.country if staff.partner else "NO"
    initial = {"language": get_language(), "country": country}
    form = InviteForm(request.POST if request.method == "POST" else None, staff=staff, initial=initial)
    if form.is_valid():
        try:
            invitation = outside.invite_company(by=staff, **form.facts())
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("%(name)s is invited.") % {"name": invitation.name})
            return redirect("desk:invitation", invitation.number)
    return render(request, "desk/invite.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@staff_required
def decide_invitation(request: PortalRequest, key: str) -> HttpResponse:
    """Send it again or withdraw it."""
    thing: CompanyInvitation = find(request, "invitations", key)
    form = InvitationDecision(request.POST, options=invitation_options(thing))

    def deed() -> str:
        if form.cleaned_data["decision"] == "withdraw":
            outside.withdraw_invitation(thing, by=request.staff)
            return _("The invitation of %(name)s is withdrawn.") % {"name": thing.name}
        outside.resend_invitation(thing, by=request.staff)
        return _("A new link is on its way to %(email)s.") % {"email": thing.email}

    return decide(request, "invitations", thing, form, deed)


@require_POST
@staff_required
def decide_contact(request: PortalRequest, key: str) -> HttpResponse:
    """Answer somebody without an account, or close what needs no answer."""
    thing: ContactMessage = find(request, "contacts", key)
    form = ContactDecision(request.POST, options=contact_options(thing))

    def deed() -> str:
        if form.cleaned_data["decision"] == "close":
            outside.close_contact(thing, by=request.staff)
            return _("%(number)s is closed.") % {"number": thing.number}
        outside.answer_contact(thing, answer=form.cleaned_data["message"], by=request.staff)
        return _("Your answer is on its way.")

    return decide(request, "contacts", thing, form, deed)


@require_safe
@staff_required
def contact_picture(request: PortalRequest, key: str, position: int) -> FileResponse:
    """A screenshot that came with a message; `?small` as it stands on the page."""
    thing: ContactMessage = find(request, "contacts", key)
    pictures = contacting.pictures_of(thing)
    if not 1 <= position <= len(pictures):
        raise Http404
    picture = pictures[position - 1]
    try:
        content = contacting.content_of(picture, small="small" in request.GET)
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(content, filename=picture.name, content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
