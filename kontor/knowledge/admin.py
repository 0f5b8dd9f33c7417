"""Help pages under `/admin/`: Markdown in three languages; saving other words makes the next version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from kontor.kit.translated import LANGUAGES
from kontor.knowledge import actions
from kontor.knowledge.models import HelpPage, HelpTopic, HelpVersion
from kontor.knowledge.places import PLACES
from kontor.partners.masterdata import (
    AS_WRITTEN,
    MARKDOWN_HELP,
    FormSet,
    JournalledAdmin,
    MarkdownWidget,
    site,
)

WORDS = tuple(f"{part}_{language}" for language in LANGUAGES for part in ("title", "body"))


@admin.register(HelpTopic, site=site)
class HelpTopicAdmin(JournalledAdmin):
    """Headings of the help."""

    list_display = ("code", "name_nb", "name_de", "name_en", "position")


def _title() -> forms.CharField:
    return forms.CharField(label=_("Title"), max_length=120, widget=UnfoldAdminTextInputWidget())


def _text() -> forms.CharField:
    return forms.CharField(label=_("Text"), widget=MarkdownWidget(), help_text=MARKDOWN_HELP)


class HelpPageForm(forms.ModelForm):  # type: ignore[type-arg]
    """A page with the words it has now."""

    place = forms.ChoiceField(
        label=_("Linked from"),
        required=False,
        choices=lambda: [
            ("", _("nowhere, only in the help")),
            *((key, spot.name) for key, spot in PLACES.items()),
        ],
        widget=UnfoldAdminSelectWidget(),
        help_text=_("The pages of the portal that name it in their side bar."),
    )

    title_nb, body_nb = _title(), _text()
    title_de, body_de = _title(), _text()
    title_en, body_en = _title(), _text()

    class Meta:
        model = HelpPage
        fields = ("topic", "slug", "place", "position", "is_published")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = HelpVersion.objects.filter(page=self.instance.pk).order_by("-version").first()
        for name in WORDS:
            self.fields[name].initial = getattr(newest, name, "")


class HelpVersionInline(StackedInline):  # type: ignore[misc]
    """The versions there have been; they never change."""

    model = HelpVersion
    fields = ("written_at", *WORDS)
    readonly_fields = fields
    readonly_preprocess_fields = AS_WRITTEN
    ordering = ("-version",)
    extra = 0
    collapsible = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(HelpPage, site=site)
class HelpPageAdmin(JournalledAdmin):
    """Help pages. One that is no longer wanted is unpublished, so that its versions stay."""

    form = HelpPageForm
    inlines = (HelpVersionInline,)
    list_display = ("slug", "topic", "place", "position", "is_published")
    list_filter = ("topic", "is_published")
    list_select_related = ("topic",)
    search_fields = ("slug", "versions__title_nb", "versions__title_de", "versions__title_en")
    fieldsets: ClassVar = [
        (None, {"fields": ("topic", "slug", "place", "position", "is_published")}),
        *(
            (_language, {"fields": (f"title_{code}", f"body_{code}")})
            for code, _language in (("nb", _("Norwegian")), ("de", _("German")), ("en", _("English")))
        ),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: HelpPage | None = None) -> bool:
        return False

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm[Any], formsets: Sequence[FormSet], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        words = {name: form.cleaned_data[name].replace("\r\n", "\n") for name in WORDS}
        actions.write(form.instance, words=words, by=request.staff)  # type: ignore[attr-defined]
