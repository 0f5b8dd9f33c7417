"""Products and categories under `/admin/`; prices of companies are tenant data and do not appear."""

from __future__ import annotations

from django.contrib import admin
from unfold.admin import TabularInline

from kontor.catalogue.models import Category, Product, Stock
from kontor.partners.masterdata import JournalledAdmin, site


class StockInline(TabularInline):  # type: ignore[misc]
    """What lies where."""

    model = Stock
    extra = 0


@admin.register(Category, site=site)
class CategoryAdmin(JournalledAdmin):
    """The shop's tree."""

    list_display = ("path", "name_nb", "name_de", "name_en", "position")
    search_fields = ("path", "name_nb", "name_de", "name_en")
    raw_id_fields = ("parent",)


@admin.register(Product, site=site)
class ProductAdmin(JournalledAdmin):
    """Articles. The article number belongs to the ERP and is not changed here."""

    list_display = ("number", "name_nb", "maker", "is_active")
    list_filter = ("area", "is_active")
    search_fields = ("number", "name_nb", "name_de", "name_en")
    readonly_fields = ("number", "gtin", "maker_number")
    raw_id_fields = ("category",)
    show_full_result_count = False
    inlines = (StockInline,)
