"""Requests that bring photographs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate

from django.http import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from kontor.companies.http import PortalRequest
from kontor.kit.bodies import drain, length_of, takes
from kontor.kit.pictures import PictureUploads
from kontor.service.forms import MAX_REQUEST

type Taking[**P] = Callable[Concatenate[PortalRequest, P], HttpResponseBase]


def brings_pictures[**P](view: Taking[P]) -> Taking[P]:
    """Let a view take photographs: of what is too large only the words are kept, of far too much nothing is read.

    `too_much` says the latter; the token against forged forms is tested only where there is something to read. Around
    it stands who may come here at all, and around that `unread`, so that nothing is read of those who may not.
    """

    def guarded(request: PortalRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if too_much(request):
            drain(request)
            return view(request, *args, **kwargs)
        request.upload_handlers = [PictureUploads(request)]
        return csrf_protect(view)(request, *args, **kwargs)

    return guarded


def unread[**P](view: Taking[P]) -> Taking[P]:
    """Read nothing of a request before the view does: neither its length nor its token is looked at."""
    taking: Taking[P] = takes(None)(csrf_exempt(view))
    return taking


def too_much(request: PortalRequest) -> bool:
    """Whether a request brings more than is read at all."""
    return length_of(request) > MAX_REQUEST
