"""What registering machines and sending readings can be refused for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError


class SerialMalformed(DomainError):
    """The serial number does not have the form that its product area's have (ON-8)."""

    code = "equipment.serial_malformed"
    field = "serial"
    message = _("Serial numbers of %(area)s look like %(example)s.")
    any_form = _("A serial number has 3 to 40 letters and figures, with - / . and spaces between them.")


class AlreadyRegistered(DomainError):
    """The company has this machine, or waits for an answer about it."""

    code = "equipment.already_registered"
    field = "serial"
    message = _("Your company has already registered %(serial)s.")


class HeldElsewhere(DomainError):
    """Another company has it according to our records; staff decide whether that ends."""

    code = "equipment.held_elsewhere"
    message = _("Another company has this machine in our records. Say whether that ends.")


class AlreadyDecided(DomainError):
    """Somebody else was faster."""

    code = "equipment.already_decided"
    message = _("This has been decided already.")


class NotInUse(DomainError):
    """Readings are for machines that one has."""

    code = "equipment.not_in_use"
    message = _("This machine is not in use with you; it takes no readings.")


class NoSuchColleague(DomainError):
    """Machines are assigned to active members of the own company."""

    code = "equipment.no_such_colleague"
    field = "member"
    message = _("Choose a colleague.")


class NothingChosen(DomainError):
    """A bulk action without a single machine."""

    code = "equipment.nothing_chosen"
    message = _("Choose at least one machine.")


class ReadingTooLow(DomainError):
    """A meter does not run backwards."""

    code = "reading.too_low"
    field = "value"
    message = _("The last reading was %(value)s on %(day)s. A new one cannot be lower.")


class ReadingTooHigh(DomainError):
    """No meter has that many places."""

    code = "reading.too_high"
    field = "value"
    message = _("No meter shows that much. The most is %(most)s.")


class ReadingSameDay(DomainError):
    """One reading of a meter a day."""

    code = "reading.same_day"
    field = "read_on"
    message = _("There is a reading of this day already: %(value)s. One a day is enough.")


class ReadingBeforeLast(DomainError):
    """Readings come in the order of their days."""

    code = "reading.before_last"
    field = "read_on"
    message = _("The last reading is of %(day)s. A new one has to be of a later day.")


class ReadingInFuture(DomainError):
    """What a meter will say nobody knows."""

    code = "reading.in_future"
    field = "read_on"
    message = _("This day has not come yet.")


class ReadingImplausible(DomainError):
    """So large a jump is asked about once; who is sure says so."""

    code = "reading.implausible"
    field = "value"
    message = _("That is %(increase)s more than on %(day)s, much more than usual. Look at the meter again.")
    first = _("That is a great deal for a first reading. Look at the meter again.")
