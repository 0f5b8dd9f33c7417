"""What is decided, and the words that go with it; which words are needed depends on the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kontor.kit.formats import number
from kontor.kit.text import Text
from kontor.service.actions import Then
from kontor.service.forms import MAX_WORDS, WithPictures, pictures_field


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide: what it is, what follows from it, and what the button says."""

    value: str
    title: str
    follows: str
    button: str
    icon: str = "check"


class Words(forms.CharField):
    """Some lines. What is too long is refused, with all of it kept: a browser would cut off what is pasted in silence."""

    widget = forms.Textarea(attrs={"rows": 3})
    default_error_messages: ClassVar = {
        "max_length": _("At most %(limit_value)s characters, these are %(show_value)s.")
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


def words(most: int, label: Text) -> Words:
    """What is written with a decision; as long as the thing keeps it."""
    help_text = format_lazy(_("At most {number} characters."), number=lazy(number, str)(most))
    return Words(label=label, required=False, max_length=most, help_text=help_text)


class Decision(forms.Form):
    """One of several ways; those in `NEEDS_WORDS` need a word about them in the field `message`."""

    NEEDS_WORDS: ClassVar[Mapping[str, Text]] = {}

    decision = forms.ChoiceField(
        label=_("Your decision"), error_messages={"required": _("Choose what is to happen.")}
    )
    message = words(2000, _("Message"))

    def __init__(self, *args: Any, options: list[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = options
        self.fields["decision"].choices = [(one.value, one.title) for one in options]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str:
        """What stands chosen now."""
        return str(self["decision"].value() or "")

    @property
    def no_message(self) -> bool:
        """Nobody would read one."""
        return "message" not in self.fields

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        needed = self.NEEDS_WORDS.get(cleaned.get("decision", ""))
        if needed and not cleaned.get("message", "").strip() and "message" not in self.errors:
            self.add_error("message", str(needed))
        return cleaned


class RegistrationDecision(Decision):
    """Let in, ask, or not let in."""

    NEEDS_WORDS = {
        "ask": _("Write what you want to know."),
        "reject": _("Say why. It is read word for word."),
    }


class RelationshipDecision(Decision):
    """Look after a company or not."""

    NEEDS_WORDS = {"decline": _("Say why. It is read word for word.")}

    message = words(500, _("Reason"))


class ChangeDecision(Decision):
    """There is nothing to decide: it holds already."""

    message = None  # type: ignore[assignment]  # nobody would read one


class MachineDecision(Decision):
    """The company has this machine or not; what we know of it by its nameplate."""

    NEEDS_WORDS = {"decline": _("Say why. It is read word for word.")}

    message = words(500, _("Reason"))
    maker = forms.CharField(label=_("Maker"), required=False, max_length=60)
    model = forms.CharField(label=_("Model"), required=False, max_length=80)
    held_from = forms.DateField(
        label=_("Theirs since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Today, unless you say otherwise."),
    )

    def clean_held_from(self) -> Any:
        """Nobody has a machine from tomorrow on."""
        day = self.cleaned_data["held_from"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


THEN: Final[Mapping[str, Text]] = {
    "wait": _("Send and wait for customer"),
    "keep": _("Send and keep"),
    "solve": _("Send and solve"),
}


class ReplyForm(WithPictures):
    """What is written to the customer, or as a note to colleagues, with pictures; whose turn it is then."""

    to = forms.ChoiceField(choices=[("customer", _("Reply")), ("note", _("Note"))], initial="customer")
    body = Words(label=_("Message"), max_length=MAX_WORDS, error_messages={"required": _("Write something.")})
    pictures = pictures_field()
    then = forms.ChoiceField(choices=list(THEN.items()), required=False, initial="wait")

    @property
    def wanted(self) -> Then:
        """Whose turn it is then; theirs, unless one says otherwise."""
        then: Then = self.cleaned_data["then"] or "wait"
        return then

    @property
    def is_note(self) -> bool:
        return str(self["to"].value()) == "note"
