"""Forms in our clothes: `{{ form }}`, `{{ form.email.as_field_group }}` and `{{ form.email }}` come out right.

Set as `FORM_RENDERER`. Every control gets its class; label, error and help are laid out by `kit/forms/field.html`
and tied to the control by `aria-describedby` (Django does that, the ids are its own).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

CLASSES: dict[type[forms.Widget], str] = {
    forms.CheckboxInput: "checkbox",
    forms.CheckboxSelectMultiple: "checkbox",
    forms.RadioSelect: "radio",
    forms.FileInput: "in file-in",
    forms.HiddenInput: "",
    forms.MultipleHiddenInput: "",
}


def control_class(widget: forms.Widget) -> str:
    """The class of our style sheet for a widget."""
    for kind in type(widget).__mro__:
        if kind in CLASSES:
            return CLASSES[kind]
    return "in"


class KitBoundField(BoundField):
    """A field of a form that knows how our pages show it."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        given = attrs.get("class", "") or widget.attrs.get("class", "")
        if classes := f"{control_class(widget)} {given}".strip():
            attrs["class"] = classes
        return attrs

    @property
    def is_check(self) -> bool:
        """A single box with its label beside it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """Optional fields say so; a box and a frozen field need not."""
        frozen = self.field.disabled or "readonly" in self.field.widget.attrs
        return not (self.field.required or frozen or self.is_check)

    @property
    def summary_label(self) -> str:
        """How the summary of errors names the field: "Postcode:", but "What happened?"."""
        label = str(self.label)
        return label if label.endswith(("?", ":", "!", ".")) else f"{label}:"

    @property
    def error_target(self) -> str:
        """The id that the summary of errors leads to: the control itself, or the first of a group."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.id_for_label or self.auto_id)


class Renderer(TemplatesSetting):
    """Renders forms with our templates and our bound fields."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"
    bound_field_class = KitBoundField
