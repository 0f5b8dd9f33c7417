"""The mail that the demonstration has sent, readable for everyone who tries it."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from kontor.demo import mailbox

# A mail brings its own styles and nothing else: no scripts, no forms, nothing from elsewhere.
MAIL_CSP: Final[dict[str, list[str]]] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.UNSAFE_INLINE],
    "img-src": ["data:"],
    "frame-ancestors": [CSP.SELF],
    "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
}
SHOWN_AS_THEY_ARE: Final = {"application/pdf", "image/png", "image/jpeg"}


@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    """What has been sent, newest first."""
    return render(request, "demo/mail_list.html", {"mails": mailbox.newest()})


@require_safe
def mail_detail(request: HttpRequest, name: str) -> HttpResponse:
    """One message: as HTML, as text, with its attachments."""
    response = render(request, "demo/mail_detail.html", {"mail": _mail(name)})
    response._csp_config = _with_own_frames()  # type: ignore[attr-defined]
    return response


@require_safe
@xframe_options_sameorigin
@csp_override(MAIL_CSP)
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The message's HTML alone, for the frame on its page. Links open in a page of their own."""
    return HttpResponse('<base target="_blank"><style>html { background: white }</style>' + _mail(name).html)


@require_safe
def mail_attachment(request: HttpRequest, name: str, position: int) -> HttpResponse:
    """A file that came with a message."""
    try:
        file = mailbox.attachment(name, position)
    except mailbox.NoSuchMail:
        raise Http404 from None
    as_it_is = file.media_type in SHOWN_AS_THEY_ARE
    media_type = file.media_type if as_it_is else "application/octet-stream"
    header = content_disposition_header(not as_it_is, file.name)
    return HttpResponse(
        file.content, content_type=media_type, headers={"Content-Disposition": header or "attachment"}
    )


def _mail(name: str) -> mailbox.Mail:
    try:
        return mailbox.mail(name)
    except mailbox.NoSuchMail:
        raise Http404 from None


def _with_own_frames() -> dict[str, object]:
    return {**settings.SECURE_CSP, "frame-src": [CSP.SELF]}
