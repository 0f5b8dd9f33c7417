"""Products and categories under `/admin/`; prices of companies are tenant data and do not appear."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

from kontor.catalogue.models import Category, Product, Stock
from kontor.partners.masterdata import JournalledAdmin, site


class CategoryForm(forms.ModelForm):  # type: ignore[type-arg]
    """A step of the tree."""

    class Meta:
        labels: ClassVar = {"parent": _("Category above")}


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the operator may say about an article."""

    class Meta:
        labels: ClassVar = {"category": _("Category")}


class StockForm(forms.ModelForm):  # type: ignore[type-arg]
    """How much lies in a warehouse, and when more comes."""

    class Meta:
        labels: ClassVar = {
            "warehouse": _("Warehouse"),
            "quantity": _("Quantity"),
            "restock_date": _("More comes on"),
            "restock_quantity": _("How much comes"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("restock_date", "restock_quantity"):
            self.fields[name].required = False


class StockInline(TabularInline):  # type: ignore[misc]
    """What lies where."""

    model = Stock
    form = StockForm
    extra = 0
    show_title = False
    verbose_name = verbose_name_plural = _("Stock")


@admin.register(Category, site=site)
class CategoryAdmin(JournalledAdmin):
    """The shop's tree."""

    list_display = ("path", "name_nb", "name_de", "name_en", "position")
    ordering = ("path",)
    search_fields = ("path", "name_nb", "name_de", "name_en")
    raw_id_fields = ("parent",)
    form = CategoryForm


@admin.register(Product, site=site)
class ProductAdmin(JournalledAdmin):
    """Articles. The article number belongs to the ERP and is not changed here."""

    list_display = ("number", "name_nb", "maker", "is_active")
    ordering = ("number",)
    list_filter = ("area", "is_active")
    search_fields = ("number", "name_nb", "name_de", "name_en")
    readonly_fields = ("number", "gtin", "maker_number")
    raw_id_fields = ("category",)
    form = ProductForm
    show_full_result_count = False
    inlines = (StockInline,)
