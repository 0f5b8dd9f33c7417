"""When the session ran out at the checkout: what was typed waits until the same person has signed in again.

The form carries a signed note of whose it is. A form that comes without a session is kept in the anonymous one,
and goes into the draft when that member, and nobody else, comes back within the hour. An order is never placed by it.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kontor.companies.http import PortalRequest
from kontor.companies.models import Member
from kontor.kit.http import remember_language
from kontor.shopping import checkout
from kontor.shopping.checkout_forms import key_in, typed_in

SALT: Final = "kontor.shopping.checkout-owner"
KEPT: Final = "checkout"
FORM_FOR: Final = 7 * 24 * 60 * 60
KEPT_FOR: Final = 60 * 60

type View[**P] = Callable[Concatenate[PortalRequest, P], HttpResponseBase]


def owner_note(member: Member) -> str:
    """Whose form it is, and in which language that person reads."""
    return signing.dumps([member.pk, member.user.language], salt=SALT)


def kept_when_signed_out[**P](view: View[P]) -> View[P]:
    """A form that comes after the session ran out is kept, and the way leads to the sign-in page and back."""

    @wraps(view)
    def keeping(request: PortalRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method == "POST" and not request.user.is_authenticated:
            return _keep(request)
        return view(request, *args, **kwargs)

    return keeping


def _keep(request: PortalRequest) -> HttpResponse:
    back = reverse("shopping:checkout")
    try:
        member_id, language = signing.loads(request.POST.get("owner", ""), salt=SALT, max_age=FORM_FOR)
    except signing.BadSignature:
        return redirect_to_login(back)
    typed = {name: text[: checkout.LONGEST] for name, text in typed_in(request.POST).items()}
    request.session[KEPT] = {
        "member": member_id,
        "key": str(key_in(request.POST)),
        "typed": typed,
        "at": int(time.time()),
    }
    response: HttpResponse = redirect_to_login(back)
    with translation.override(language):
        if request.htmx:
            response = render(request, "shopping/checkout_signed_out.html", {"sign_in": response["Location"]})
        else:
            messages.info(request, _("You were signed out. What you typed is kept: sign in and go on."))
    remember_language(response, language)  # the sign-in page, too
    return response


def bring_back(request: PortalRequest) -> bool:
    """Put what waited into the member's draft; what was another's, or waited too long, is thrown away."""
    kept: dict[str, Any] | None = request.session.pop(KEPT, None)
    if kept is None or kept["member"] != request.member.pk or time.time() - kept["at"] > KEPT_FOR:
        return False
    try:
        key = uuid.UUID(kept["key"])
    except ValueError:
        return False
    return checkout.save(kept["typed"], key=key, by=request.member) is not None
