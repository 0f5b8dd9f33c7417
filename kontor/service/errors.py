"""What may go wrong with a case."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError


class NotPossibleNow(DomainError):
    """The case is in a state from which there is no way to the wanted one."""

    code = "case.not_possible_now"
    message = _("Case %(number)s is already “%(state)s”.")


class NothingWritten(DomainError):
    """A message needs words."""

    code = "case.nothing_written"
    field = "body"
    message = _("Write something.")


class TooManyPictures(DomainError):
    """More pictures than a message may have."""

    code = "case.too_many_pictures"
    field = "pictures"
    message = _("A message may have %(limit)s pictures.")


class MachineNotThere(DomainError):
    """The machine is not in use, or not the company's."""

    code = "case.machine_not_there"
    field = "holding"
    message = _("This machine is no longer among yours. Choose another, or none.")
