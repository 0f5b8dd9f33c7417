"""What one says about somebody's rights: roles, an own role, how much of the company they see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.companies import people
from kontor.companies.choosing import Colleagues
from kontor.companies.models import Address, CompanyRole, Invitation, Member, Role, Sees
from kontor.companies.permissions import (
    GRANTED,
    GROUPS,
    Permission,
    granted_beyond_all,
    rights_of,
    within_rights,
)
from kontor.kit.one_of import OneOfField

BETWEEN: Final = "\N{NO-BREAK SPACE}· "  # the dot never begins a line


def what_may(role: Role) -> str:
    """A role in one sentence, as the table of permissions has it."""
    beyond = granted_beyond_all(role)
    if not beyond:
        return gettext("Sees everything, changes nothing")
    if all(role in roles for roles in GRANTED.values()):
        return gettext("May do everything, also manage users")
    return gettext("Sees everything. Also: %(rights)s") % {
        "rights": BETWEEN.join(str(one.label) for one in beyond)
    }


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose, with what follows from it."""

    value: str
    title: str
    follows: str
    chosen: bool
    closed: bool = False
    """Not to be chosen, because nobody gives what they do not have."""


def role_choices(chosen: Sequence[str], *, by: Member | None = None) -> list[Choice]:
    """The roles, the administrator last: it is the exception."""
    roles = sorted(Role, key=lambda role: role == Role.ADMINISTRATOR)
    return [
        Choice(
            role.value,
            str(role.label),
            what_may(role),
            role in chosen,
            by is not None and not within_rights(by, rights_of([role], None)),
        )
        for role in roles
    ]


def what_own_may(role: CompanyRole) -> str:
    """An own role in one sentence."""
    return BETWEEN.join(str(one.label) for one in Permission if one in role.permissions)


def given_roles(one: Member | Invitation) -> list[Choice]:
    """The roles that somebody has or is to have, with what they may."""
    ours = [role for role in role_choices(one.roles) if role.chosen]
    own = one.own_role
    return ours + ([Choice(str(own.pk), own.name, what_own_may(own), chosen=True)] if own else [])


class AccessFields(forms.Form):
    """Beside who somebody is: what they may do and see (CO-5, CO-12)."""

    use_required_attribute = False

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    own_role = forms.ModelChoiceField(
        label=_("Role of your company"), queryset=CompanyRole.objects.none(), required=False
    )
    sees = forms.ChoiceField(
        label=_("What they see"),
        choices=Sees.choices,
        widget=forms.RadioSelect,
        required=False,
        initial=Sees.COMPANY,
    )
    site = forms.ModelChoiceField(
        label=_("Which place?"),
        queryset=Address.objects.none(),
        required=False,
        empty_label=_("Choose a place"),
        help_text=_("Only for who sees one place"),
    )

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.own_roles = list(people.own_roles(by))
        self.fields["own_role"].queryset = people.own_roles(by)  # type: ignore[attr-defined]
        self.fields["site"].queryset = people.sites(by)  # type: ignore[attr-defined]
        self.fields["site"].required = self["sees"].value() == Sees.SITE
        self.fields["site"].error_messages["required"] = _("Choose a place.")

    def clean_sees(self) -> str:
        return self.cleaned_data["sees"] or Sees.COMPANY

    def clean(self) -> None:
        given = self.cleaned_data
        if "roles" in given and not given["roles"] and given.get("own_role") is None and "own_role" in given:
            self.add_error("roles", _("Choose at least one role."))

    def role_choices(self) -> list[Choice]:
        """Every role with what it may, and whether it is ticked."""
        return role_choices(self["roles"].value() or [], by=self.by)

    def own_choices(self) -> list[Choice]:
        """The company's own roles in the same way, after "none"."""
        chosen = str(self["own_role"].value() or "")
        none = Choice("", gettext("None"), gettext("Only what the roles above allow"), not chosen)
        return [none] + [
            Choice(
                str(role.pk),
                role.name,
                what_own_may(role),
                str(role.pk) == chosen,
                not within_rights(self.by, role.permissions),
            )
            for role in self.own_roles
        ]

    def sees_choices(self) -> list[Choice]:
        """How much somebody sees, with what follows."""
        chosen = self["sees"].value() or Sees.COMPANY
        follows = {
            Sees.COMPANY: gettext("All orders, cases and machines of the company. Administrators always do."),
            Sees.SITE: gettext("Also what goes to or stands at one of your delivery addresses"),
            Sees.OWN: gettext("Orders and cases of their own, and machines assigned to them"),
        }
        return [
            Choice(one.value, str(Sees(one).label), words, one == chosen) for one, words in follows.items()
        ]


class DeactivateForm(forms.Form):
    """Who takes over from somebody who leaves."""

    successor = OneOfField(
        label=_("Who takes over?"),
        required=False,
        empty_label=_("Nobody"),
        placeholder=_("Name or e-mail"),
        help_text=_("Without anybody, machines are assigned to nobody, and cases have nobody who is asked."),
        error_messages={
            "invalid_choice": _("Choose an active colleague."),
            "unknown": _("No active colleague is called “%(typed)s” or has this e-mail."),
            "several": _("“%(typed)s” fits several colleagues: choose one."),
        },
    )

    def __init__(self, *args: Any, by: Member, leaving: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["successor"]
        assert isinstance(field, OneOfField)
        field.choose_from(Colleagues(by, besides=leaving))
        field.widget.suggest_url = reverse("companies:successors", args=[leaving.pk])


class RoleForm(forms.Form):
    """A role that a company makes for itself."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Name of the role"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    permissions = forms.MultipleChoiceField(
        label=_("What it allows"),
        choices=Permission.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one right.")},
    )

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The rights as the table has them; those one does not have oneself are closed."""
        chosen = self["permissions"].value() or []
        return [
            (
                str(title),
                [
                    Choice(one.value, str(one.label), "", one in chosen, not within_rights(self.by, [one]))
                    for one in permissions
                ],
            )
            for title, permissions in GROUPS
        ]
