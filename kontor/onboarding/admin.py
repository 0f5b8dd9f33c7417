"""The rules for activation at once under `/admin/` (ON-7)."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from kontor.companies.actions import DOMAIN
from kontor.onboarding.checks import PUBLIC_PROVIDERS
from kontor.onboarding.models import ActivationRule
from kontor.partners.masterdata import JournalledAdmin, site


class ActivationRuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A rule; only a trusted domain has a value, and only that can open a company that somebody administers."""

    class Meta:
        model = ActivationRule
        fields = ("kind", "value", "area", "effect", "role", "position", "is_on")

    def clean_value(self) -> str:
        return str(self.cleaned_data["value"]).strip().lower().removeprefix("@")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        value, trusts = given.get("value", ""), given.get("kind") == ActivationRule.Kind.DOMAIN
        if trusts and not re.fullmatch(DOMAIN, value):
            self.add_error("value", _("Give the domain that is trusted, such as fjordbygg.example."))
        elif trusts and value in PUBLIC_PROVIDERS:
            self.add_error("value", _("Anybody can have an address there: this domain cannot be trusted."))
        elif value and not trusts:
            self.add_error("value", _("Only a trusted domain has one. Leave this empty."))
        if given.get("effect") == ActivationRule.Effect.JOIN and not trusts:
            self.add_error(
                "effect", _("Numbers stand on papers that many see: only a trusted domain can do this.")
            )
        return given


@admin.register(ActivationRule, site=site)
class ActivationRuleAdmin(JournalledAdmin):
    """Whom we let in at once, each rule with a sentence that says what it does. The first that fits decides."""

    form = ActivationRuleForm
    list_display = ("sentence_of", "position", "is_on")
    list_filter = ("kind", "is_on")
    list_select_related = ("area",)
    ordering: ClassVar = ("position", "pk")

    @admin.display(description=_("What it does"))
    def sentence_of(self, rule: ActivationRule) -> str:
        return rule.sentence
