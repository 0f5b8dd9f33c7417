"""My company's profile, its address book and its contact persons (CO-7)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies import actions, book, queries
from kontor.companies.addresses import add_complete_address, complete_address
from kontor.companies.errors import BillingAddressNeeded
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Address, Contact
from kontor.companies.people import colleague_with
from kontor.companies.permissions import Permission, may, require
from kontor.companies.profile_forms import ContactForm, PlaceForm, ProfileForm
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.keyset import Keys


@require_safe
@member_required
def profile(request: PortalRequest) -> HttpResponse:
    """The company as we know it: numbers, where it is, whom one calls, who looks after it, what changed."""
    member = request.member
    may_change = may(member, Permission.MANAGE_PROFILE)
    context = {
        "company": member.company,
        "defaults": book.default_addresses(member),
        "places": book.count_places(member),
        "may_change": may_change,
        "may_change_addresses": may(member, Permission.MANAGE_ADDRESSES),
        "contacts": book.contacts(member),
        "administrators": queries.administrators(member),
        "relationships": queries.active_relationships(member),
        "lacks_relationship": queries.lacks_relationship(member),
        "may_ask": may(member, Permission.ASK_RELATIONSHIP),
        "changes": book.changes(member) if may_change else [],
    }
    return render(request, "companies/profile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_profile(request: PortalRequest) -> HttpResponse:
    """Change what the company says about itself; it holds at once."""
    member = request.member
    require(member, Permission.MANAGE_PROFILE)
    form = ProfileForm(request.POST if request.method == "POST" else None, company=member.company)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_profile(member.company, by=member, **form.cleaned_data)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("The profile is changed. It holds from now on."))
            return redirect("companies:profile")
    context = {"form": form, "company": member.company}
    return render(request, "companies/change_profile.html", context, status=422 if form.is_bound else 200)


# ── Address book ─────────────────────────────────────────────────────────────────


@require_safe
@member_required
def addresses(request: PortalRequest) -> HttpResponse:
    """All places of the company, page by page."""
    member, search = request.member, request.GET.get("q", "").replace("\0", "").strip()[:100]
    context = {
        "page": book.page_of_places(member, search, Keys.of(request)),
        "count": book.count_places(member, search),
        "search": search,
        "searched_for": pgettext("filter", "Search"),
        "may_change": may(member, Permission.MANAGE_ADDRESSES),
    }
    return render(request, "companies/addresses.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add_address(request: PortalRequest, kind: str) -> HttpResponse:
    """Put a place into the address book."""
    member = request.member
    require(member, Permission.MANAGE_ADDRESSES)
    if kind not in Address.Kind.values:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, kind=kind, country=member.company.country)
    if form.is_bound and form.is_valid():
        try:
            place = add_complete_address(form.address(), kind=Address.Kind(kind), by=member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("%(place)s is in the address book.") % {"place": place.name})
            return redirect("companies:addresses")
    context = {"form": form, "kind": kind}
    return render(request, "companies/address.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_address(request: PortalRequest, pk: int) -> HttpResponse:
    """Put a place right; orders that were placed keep what they have."""
    member, address = request.member, _address(request, pk)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, kind=address.kind, country=address.country, address=address)
    if form.is_bound and form.is_valid():
        try:
            address = complete_address(address, form.address(), by=member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("%(place)s is changed.") % {"place": address.name})
            return redirect("companies:addresses")
    context = {"form": form, "kind": address.kind, "address": address}
    return render(request, "companies/address.html", context, status=422 if form.is_bound else 200)


@require_POST
@member_required
def make_default(request: PortalRequest, pk: int) -> HttpResponse:
    """Invoices or goods go there from now on unless one says otherwise."""
    address = actions.change_address(_address(request, pk), is_default=True, by=request.member)
    messages.success(request, _("%(place)s is the default from now on.") % {"place": address.name})
    return redirect("companies:addresses")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def remove_address(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a place out of the address book, once one has been asked whether one means it."""
    address = _address(request, pk)
    context: dict[str, Any] = {"address": address}
    if request.method != "POST":
        context["stays"] = BillingAddressNeeded() if book.is_last_billing(address) else None
        return render(request, "companies/remove_address.html", context)
    try:
        actions.remove_address(address, by=request.member)
    except NotAllowed:
        raise
    except DomainError as error:
        return render(request, "companies/remove_address.html", context | {"stays": error}, status=422)
    messages.success(request, _("%(place)s is removed.") % {"place": address.name})
    return redirect("companies:addresses")


def _address(request: PortalRequest, pk: int) -> Address:
    require(request.member, Permission.MANAGE_ADDRESSES)
    try:
        return queries.address_for(request.member, pk)
    except Address.DoesNotExist:
        raise Http404 from None


# ── Contact persons ──────────────────────────────────────────────────────────────


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add_contact(request: PortalRequest) -> HttpResponse:
    """Name somebody whom we call for something."""
    require(request.member, Permission.MANAGE_PROFILE)
    return _contact_form(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_contact(request: PortalRequest, pk: int) -> HttpResponse:
    """Put a contact person right."""
    return _contact_form(request, _contact(request, pk))


@require_POST
@member_required
def remove_contact(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a contact person off the list."""
    contact = _contact(request, pk)
    actions.remove_contact(contact, by=request.member)
    messages.success(request, _("%(name)s is no longer a contact person.") % {"name": contact.name})
    return redirect(f"{reverse('companies:profile')}#h-contacts")


def _contact_form(request: PortalRequest, contact: Contact | None) -> HttpResponse:
    member, form = (
        request.member,
        ContactForm(request.POST if request.method == "POST" else None, contact=contact),
    )
    if form.is_bound and form.is_valid():
        email = form.cleaned_data["email"]
        values = form.cleaned_data | {"member": colleague_with(member, email) if email else None}
        try:
            if contact is None:
                saved = actions.add_contact(member.company, by=member, **values)
            else:
                saved = actions.change_contact(contact, by=member, **values)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("%(name)s is a contact person.") % {"name": saved.name})
            return redirect(f"{reverse('companies:profile')}#h-contacts")
    context = {"form": form, "contact": contact}
    return render(request, "companies/contact.html", context, status=422 if form.is_bound else 200)


def _contact(request: PortalRequest, pk: int) -> Contact:
    require(request.member, Permission.MANAGE_PROFILE)
    try:
        return book.contact_for(request.member, pk)
    except Contact.DoesNotExist:
        raise Http404 from None
