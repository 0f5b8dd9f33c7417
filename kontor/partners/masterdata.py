"""The site under `/admin/`: master data, for the operator's administrators, with every change in the journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

from allauth.account import views as allauth
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from unfold.admin import ModelAdmin
from unfold.sites import UnfoldAdminSite
from unfold.widgets import UnfoldAdminTextareaWidget

from kontor.accounts.models import User
from kontor.journal.actions import record
from kontor.kit.scope import Actor
from kontor.kit.translated import LANGUAGES
from kontor.partners.staffing import maintains_master_data


class MasterDataSite(UnfoldAdminSite):  # type: ignore[misc]
    """Holds what the apps register here and nothing else: no accounts, jobs or other tables that packages bring along.

    It has no doors of its own: signing in and out and the password are the portal's, with all that goes with them.
    """

    def has_permission(self, request: HttpRequest) -> bool:
        """As the role of the person says, which what stands here asks as rights of the account."""
        may = maintains_master_data(getattr(request, "staff", None))
        if isinstance(request.user, User):
            request.user.maintains_master_data = may
        return may

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next", request.path))
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return cast(HttpResponse, allauth.logout(request))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect("account_change_password")

    password_change_done = password_change


site = MasterDataSite(name="admin")
site.index_title = _("Master data")

# Its package has these words in English only; as texts of ours they are translated with the rest.
WORDS = (
    *(gettext_noop("Type to search"), gettext_noop("Filters"), gettext_noop("Apply Filters")),
    *(gettext_noop("Reset filters"), gettext_noop("No results found"), gettext_noop("Choose file to upload")),
    *(gettext_noop("This page yielded into no results."), gettext_noop("Select record"), gettext_noop("Run")),
    *(gettext_noop("Select value"), gettext_noop("Select action"), gettext_noop("Select action to run")),
    *(gettext_noop("Add row"), gettext_noop("General"), gettext_noop("System")),
)

MARKDOWN_HELP = _("Markdown: “## Heading”, “- point”, “**strong**”, “[words](/help/…)”.")


class MarkdownWidget(UnfoldAdminTextareaWidget):  # type: ignore[misc]
    """Room to write a page of Markdown, in letters of one width."""

    def __init__(self) -> None:
        super().__init__({"rows": 18, "class": "font-mono", "spellcheck": "true"})


AS_WRITTEN: Final = {f"body_{code}": linebreaksbr for code in LANGUAGES}
"""Markdown that is only read keeps its line breaks (`readonly_preprocess_fields`)."""

type FormSet = BaseModelFormSet[Any, ModelForm[Any]]


class JournalledAdmin(ModelAdmin):  # type: ignore[misc]
    """What the operator's administrators change here is recorded: what, by whom, which fields, which rows below it."""

    def save_related(
        self, request: HttpRequest, form: ModelForm[Any], formsets: Sequence[FormSet], change: bool
    ) -> None:
        rows = [row for formset in formsets for row in _removed(formset)]
        super().save_related(request, form, formsets, change)
        rows += [row for formset in formsets for row in _saved(formset)]
        if form.changed_data or rows or not change:
            below = {"rows": rows} if rows else {}
            deed = "changed" if change else "added"
            self._record(request, form.instance, deed, fields=form.changed_data, **below)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        self._record(request, obj, "removed")
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        for obj in queryset:
            self._record(request, obj, "removed")
        super().delete_queryset(request, queryset)

    def _record(self, request: HttpRequest, obj: models.Model, deed: str, **details: Any) -> None:
        by = cast(Actor, request.staff)  # type: ignore[attr-defined]
        record(f"{obj._meta.model_name}.{deed}", obj, by=by, company_id=None, partner_id=None, **details)


def _removed(formset: FormSet) -> Iterator[dict[str, Any]]:
    """Rows below that are about to go; afterwards they have no key any more."""
    for form in formset.deleted_forms:
        if form.instance.pk is not None:
            yield _row(form.instance, "removed")


def _saved(formset: FormSet) -> Iterator[dict[str, Any]]:
    """Rows below that have come or changed, and which of their fields."""
    for obj in formset.new_objects:
        yield _row(obj, "added")
    for obj, fields in formset.changed_objects:
        yield _row(obj, "changed", fields=list(fields))


def _row(obj: models.Model, deed: str, **details: Any) -> dict[str, Any]:
    return {"row": f"{obj._meta.model_name}.{deed}", "id": str(obj.pk), **details}
