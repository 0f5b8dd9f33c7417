"""Why a file cannot be loaded, or one of its lines not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError


class UnreadableFile(DomainError):
    """The file as a whole cannot be read; nothing of it was loaded."""

    code = "erp.unreadable_file"


class BadMapping(DomainError):
    """The mapping file makes no sense."""

    code = "erp.bad_mapping"
    message = _("The mapping file cannot be used: %(problem)s")


class Refused(Exception):
    """One value of one line is refused; `reason` is a key of `REASONS`, `said` what the file said."""

    def __init__(self, reason: str, said: str = "", field: str = "") -> None:
        self.reason, self.said, self.field = reason, said, field
        super().__init__(reason)
