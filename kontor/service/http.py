"""Requests that bring photographs."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, Concatenate, Final

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpResponseBase, QueryDict
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from kontor.companies.http import PortalRequest
from kontor.kit.bodies import drain, length_of, takes
from kontor.kit.pictures import PictureUploads
from kontor.service.forms import MAX_REQUEST

# Fields stand before the files: so much of a request has all their words.
HEAD: Final = 262_144

type Taking[**P] = Callable[Concatenate[PortalRequest, P], HttpResponseBase]


def brings_pictures[**P](view: Taking[P]) -> Taking[P]:
    """Let a view take photographs: of what is too large only the words are kept, of far too much nothing is read.

    `too_much` says the latter, and `request.words` has what was written before the pictures; the token against forged forms is tested only where there is something to read. Around
    it stands who may come here at all, and around that `unread`, so that nothing is read of those who may not.
    """

    def guarded(request: PortalRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if too_much(request):
            request.words = _words_of(request)  # type: ignore[attr-defined]
            drain(request)
            return view(request, *args, **kwargs)
        request.upload_handlers = [PictureUploads(request)]
        return csrf_protect(view)(request, *args, **kwargs)

    return guarded


def unread[**P](view: Taking[P]) -> Taking[P]:
    """Read nothing of a request before the view does: neither its length nor its token is looked at."""
    taking: Taking[P] = takes(None)(csrf_exempt(view))
    return taking


class NoFile(FileUploadHandler):
    """Takes in no file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never comes to that."""

    def file_complete(self, file_size: int) -> None:
        """Neither to that."""


def _words_of(request: PortalRequest) -> QueryDict:
    """What stands in the fields before the first file; of the rest nothing is looked at."""
    head = request.read(HEAD)
    about = request.META | {"CONTENT_LENGTH": str(len(head))}
    try:
        words, _files = MultiPartParser(about, BytesIO(head), [NoFile()], "utf-8").parse()
    except (MultiPartParserError, SuspiciousOperation):
        return QueryDict()
    return words


def too_much(request: PortalRequest) -> bool:
    """Whether a request brings more than is read at all."""
    return length_of(request) > MAX_REQUEST
