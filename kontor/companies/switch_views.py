"""Acting for another of one's companies (CO-10)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.companies import switching
from kontor.companies.http import PortalRequest, member_required


@require_POST
@member_required
def switch_company(request: PortalRequest) -> HttpResponse:
    """From now on act for another of my companies; a company that is not mine does not exist."""
    found = switching.switch_company(request.session, request.belongs, request.POST.get("company", ""))
    if found is None:
        raise Http404
    messages.success(request, _("You now act for %(company)s.") % {"company": found.name})
    return HttpResponseRedirect(switching.safe_next(request))
