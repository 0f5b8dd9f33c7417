"""The box that accepts the terms of use, wherever it stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.partners.models import Terms


class ConsentForm(forms.Form):
    """Accepts the version that was shown, as long as that is the one `owed`; asks for nothing where none is."""

    use_required_attribute = False

    terms = forms.IntegerField(widget=forms.HiddenInput)
    accepted = forms.BooleanField(
        label=_("I have read and accept the terms of use"),
        error_messages={"required": _("Without the terms of use you cannot go on.")},
    )

    def __init__(self, *args: Any, owed: Terms | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owed = owed
        if owed is None:
            del self.fields["terms"], self.fields["accepted"]
        else:
            self.initial["terms"] = owed.pk

    def clean(self) -> None:
        super().clean()
        if self.owed and self.cleaned_data.get("terms") != self.owed.pk:
            self.add_error("accepted", _("The terms have changed in between. Please read them once more."))
