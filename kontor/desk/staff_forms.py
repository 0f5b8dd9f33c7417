"""What the administrators of our side say about its people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kontor.desk.staff_queries import substitutes_for, teams_seen_by
from kontor.partners.models import Partner, Staff
from kontor.partners.teams import Team


class _TeamChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    of_many_sides = False

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.partner.name})" if self.of_many_sides and obj.partner else str(obj.name)


class _RoleAndTeam(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Staff.Role.choices)
    team = _TeamChoice(
        queryset=Team.objects.none(), label=_("Team"), required=False, empty_label=_("No team")
    )


class InviteForm(_RoleAndTeam):
    """Somebody new. The operator's administrators say for whom they work."""

    first_name = forms.CharField(label=_("First name"), max_length=60)
    last_name = forms.CharField(label=_("Last name"), max_length=60)
    email = forms.EmailField(label=_("E-mail"))
    phone = forms.CharField(label=_("Telephone"), max_length=32, required=False)
    language = forms.ChoiceField(label=_("Language of pages and mails"), choices=settings.LANGUAGES)
    partner = forms.ModelChoiceField(queryset=Partner.objects.none(), label=_("Works for"), required=False)

    field_order = ("first_name", "last_name", "email", "phone", "language", "partner", "role", "team")

    def __init__(self, data: Any = None, *, by: Staff, operator: str) -> None:
        super().__init__(data, initial={"language": by.user.language, "role": Staff.Role.SALES})
        self.by = by
        self.fields["team"].queryset = teams_seen_by(by)  # type: ignore[attr-defined]
        if by.partner_id is None:
            self.fields["partner"].queryset = Partner.objects.all()  # type: ignore[attr-defined]
            self.fields["partner"].empty_label = operator  # type: ignore[attr-defined]
            self.fields["team"].of_many_sides = True  # type: ignore[attr-defined]
        else:
            del self.fields["partner"]

    def clean(self) -> dict[str, Any]:
        """A partner's administrator adds to their own."""
        said = dict(self.cleaned_data)
        if self.by.partner_id is not None:
            said["partner"] = self.by.partner
        return said


class ChangeForm(_RoleAndTeam):
    """What somebody may decide, and in which team they are."""

    def __init__(self, data: Any = None, *, staff: Staff, by: Staff) -> None:
        super().__init__(data, initial={"role": staff.role, "team": staff.team_id})
        teams = teams_seen_by(by).filter(partner=staff.partner_id)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class AbsenceForm(forms.Form):
    """When somebody is away, and who does their work."""

    first = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))
    substitute = forms.ModelChoiceField(
        queryset=Staff.objects.none(), label=_("Substitute"), required=False, empty_label=_("Nobody")
    )

    def __init__(self, data: Any = None, *, staff: Staff) -> None:
        super().__init__(data)
        self.fields["substitute"].queryset = substitutes_for(staff)  # type: ignore[attr-defined]


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(label=_("New team"), max_length=60)
    partner = forms.ModelChoiceField(queryset=Partner.objects.none(), label=_("Of"), required=False)

    def __init__(self, data: Any = None, *, by: Staff, operator: str) -> None:
        super().__init__(data)
        self.by = by
        if by.partner_id is None:
            self.fields["partner"].queryset = Partner.objects.all()  # type: ignore[attr-defined]
            self.fields["partner"].empty_label = operator  # type: ignore[attr-defined]
        else:
            del self.fields["partner"]

    def clean(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        if self.by.partner_id is not None:
            said["partner"] = self.by.partner
        return said
