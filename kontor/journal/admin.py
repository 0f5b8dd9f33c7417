"""Master data under `/admin/`, with every change in the journal."""

from __future__ import annotations

from typing import Any, cast

from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.sites import UnfoldAdminSite

from kontor.journal.actions import record
from kontor.kit.scope import Actor

# Holds what the apps register here and nothing else: no accounts, jobs or other tables that packages bring along.
site = UnfoldAdminSite(name="admin")


class JournalledAdmin(ModelAdmin):  # type: ignore[misc]
    """What the operator's administrators change here is recorded: what, by whom, which fields."""

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm[Any], change: bool) -> None:
        super().save_model(request, obj, form, change)
        self._record(request, obj, "changed" if change else "added", fields=form.changed_data)

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
