"""Errors of the domain: a code for machines, a sentence for people."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text


class DomainError(Exception):
    """Something that the rules forbid, told to the reader beside what caused it.

    Subclasses set `code` (stable, for the API and logs), `status` (HTTP) and `message` (translated sentence;
    `%(name)s` is filled from the keyword arguments). `field` names the form field that caused it, if one did.
    """

    code = "error"
    status = 422
    message: Text = _("This is not possible.")
    field: str | None = None

    def __init__(self, message: Text | None = None, *, field: str | None = None, **details: Any) -> None:
        self.details = details
        self.field = field or self.field
        self.template = message or self.message
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.template) % self.details if self.details else str(self.template)


class NotAllowed(DomainError):
    """The reader sees the thing but may not do this with it."""

    code = "not_allowed"
    status = 403
    message = _("Your role does not allow this.")


def violated(error: IntegrityError) -> str:
    """The name of the constraint that a row would have broken."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
