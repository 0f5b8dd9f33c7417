"""Shapes of what is sent to the cart and the quick order; what it means is decided in `understanding`."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AddForm(forms.Form):
    """A product by its number, and how many of it, as written."""

    number = forms.CharField(max_length=100)
    quantity = forms.CharField(max_length=40, required=False)


class QuantityForm(forms.Form):
    """Another quantity for a line, as written; a button beside it may say one that fits."""

    quantity = forms.CharField(max_length=40, required=False)
    fit = forms.CharField(max_length=40, required=False)

    @property
    def wanted(self) -> str:
        wanted: str = self.cleaned_data["fit"] or self.cleaned_data["quantity"]
        return wanted


class LineForm(forms.Form):
    """A new line of the quick order."""

    number = forms.CharField(label=_("Article number"), max_length=1000)
    quantity = forms.CharField(label=_("Quantity"), max_length=1000, required=False)


class MendForm(forms.Form):
    """A line of the quick order anew: its number, its quantity, or the product that was meant."""

    number = forms.CharField(required=False, max_length=1000)
    quantity = forms.CharField(required=False, max_length=1000)
    fit = forms.CharField(required=False, max_length=40)
    product = forms.CharField(required=False, max_length=100)

    def sent(self, field: str) -> str | None:
        """What was sent for a field; None where the form did not have it."""
        value: str = self.cleaned_data[field]
        return value if value or field in self.data else None


class PasteForm(forms.Form):
    """Several lines at once, from a mail or a table."""

    text = forms.CharField(
        label=pgettext_lazy("quick order", "Lines"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "autofocus": True, "spellcheck": "false"}),
        help_text=_("One article a line, number and quantity, as you have it: from a mail, a table, a list."),
        error_messages={"required": _("There is nothing here yet. Paste at least one line.")},
    )


class UploadForm(forms.Form):
    """A list as CSV, text or Excel workbook."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,  # told in our own words
        max_length=255,
        error_messages={
            "required": _("Choose a file first."),
            "missing": _("Choose a file first."),
            "invalid": _("Choose a file first."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )


ACCEPT: Final = ".csv,.txt,.tsv,.xlsx"
