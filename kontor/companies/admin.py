"""Customer groups under `/admin/`; companies and people are tenant data and do not appear."""

from __future__ import annotations

from django.contrib import admin

from kontor.companies.models import CustomerGroup
from kontor.partners.masterdata import JournalledAdmin, site


@admin.register(CustomerGroup, site=site)
class CustomerGroupAdmin(JournalledAdmin):
    """Companies that share a price list."""

    list_display = ("code", "name")
    ordering = ("code",)
