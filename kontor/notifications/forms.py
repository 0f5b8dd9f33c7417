"""Which mails come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from kontor.kit.scope import Actor
from kontor.kit.text import Text
from kontor.notifications import kinds, queries


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of mail on the page, and whether it comes."""

    kind: str
    words: Text
    wanted: bool


class MailsForm(forms.Form):
    """The kinds of mail that the reader may do without; ticked are those that come."""

    use_required_attribute = False

    mails = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, reader: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = kinds.choices(ours=reader.scope.company is None)
        field = self.fields["mails"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(kind, choice.words) for kind, choice in self.offered.items()]
        field.initial = sorted(self.offered.keys() - queries.unwanted(reader))

    def groups(self) -> dict[Text, list[Line]]:
        """The lines of the page under their headings."""
        wanted: list[str] = self["mails"].value() or []
        groups: dict[Text, list[Line]] = {}
        for kind, choice in self.offered.items():
            groups.setdefault(str(choice.group), []).append(Line(kind, choice.words, kind in wanted))
        return groups
