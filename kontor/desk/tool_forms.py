"""What staff say when they do something for a customer."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.companies.errors import NoSuchColleague
from kontor.companies.models import Company, Member

OFFERED: Final = 200


class ReasonForm(forms.Form):
    """Why; `member` is whom it is done for."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_(
            "Is kept, and read by whom it concerns, such as “New telephone, she called from the office”."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, member: Member | None = None) -> None:
        super().__init__(data)
        self.member = member


class _WithSuccessor(ReasonForm):
    """Also who takes over: the address of an active colleague."""

    successor = forms.EmailField(
        label=_("Who takes over"),
        required=False,
        help_text=_("E-mail of an active colleague."),
        widget=forms.EmailInput(attrs={"list": "colleagues", "autocomplete": "off"}),
    )

    field_order = ("successor", "reason")

    @property
    def colleagues(self) -> QuerySet[Member]:
        """Those who are offered while one types."""
        return self._others().order_by("last_name", "first_name", "pk")[:OFFERED]

    def clean_successor(self) -> Member | None:
        email = self.cleaned_data["successor"]
        found = self._others().filter(user__email__iexact=email).first() if email else None
        if email and found is None:
            raise forms.ValidationError(NoSuchColleague.message)
        return found

    def _others(self) -> QuerySet[Member]:
        assert self.member is not None
        others = Member.objects.filter(company=self.member.company_id, is_active=True)
        return others.exclude(pk=self.member.pk).select_related("user")


class DeactivateForm(_WithSuccessor):
    """Who takes over may be left open."""


class ReplaceForm(_WithSuccessor):
    """A company always has an administrator."""

    def __init__(self, data: Any = None, *, member: Member | None = None) -> None:
        super().__init__(data, member=member)
        self.fields["successor"].required = True


class AddressForm(ReasonForm):
    """The new address, and how one knows that it is theirs."""

    email = forms.EmailField(label=_("New e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))

    field_order = ("email", "reason")


class DomainsForm(ReasonForm):
    """Which endings of addresses colleagues may have beside the company's own."""

    domains = forms.CharField(
        label=_("Endings that are allowed too"),
        required=False,
        max_length=1000,
        help_text=_(
            "One on each line, such as fjordbygg.example. Those that you take away are allowed no longer."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )

    field_order = ("domains", "reason")

    def __init__(self, data: Any = None, *, company: Company) -> None:
        super().__init__(data)
        self.initial = {"domains": "\n".join(company.extra_domains)}

    def clean_domains(self) -> list[str]:
        typed: str = self.cleaned_data["domains"]
        return typed.replace(",", " ").split()
