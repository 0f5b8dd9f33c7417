"""Our side's master data under `/admin/`."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import action
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from kontor.accounts.step_up import recently_authenticated
from kontor.kit import retention
from kontor.kit.translated import LANGUAGES
from kontor.partners import queries
from kontor.partners.masterdata import AS_WRITTEN, MARKDOWN_HELP, JournalledAdmin, MarkdownWidget, site
from kontor.partners.models import (
    Consent,
    MeterKind,
    Operator,
    Partner,
    PartnerArea,
    ProductArea,
    Retention,
    SellingEntity,
    ShippingRate,
    Staff,
    Terms,
)


class ShippingRateInline(TabularInline):  # type: ignore[misc]
    """The shipping table of an entity."""

    model = ShippingRate
    extra = 0
    show_title = False


class PartnerAreaForm(forms.ModelForm):  # type: ignore[type-arg]
    """An area, and the postcodes in which the partner serves it."""

    class Meta:
        labels: ClassVar = {"area": _("Product area")}


class PartnerAreaInline(TabularInline):  # type: ignore[misc]
    """Which product areas a partner serves, and where."""

    model = PartnerArea
    form = PartnerAreaForm
    extra = 0
    show_title = False


class OperatorForm(forms.ModelForm):  # type: ignore[type-arg]
    """The operator; which roles of staff need a second factor is ticked."""

    second_factor_roles = forms.MultipleChoiceField(
        label=_("Second factor"),
        required=False,
        choices=Staff.Role.choices,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=Operator._meta.get_field("second_factor_roles").help_text,
    )


@admin.register(Operator, site=site)
class OperatorAdmin(JournalledAdmin):
    """Name, colour, logo and tiers: there is one operator, made when the portal is set up. And the ways in (ON-1)."""

    form = OperatorForm
    fieldsets: ClassVar = [
        (None, {"fields": ("name", "colour", "logo", "email", "phone")}),
        (_("Sign-in"), {"fields": ("password_length", "second_factor_roles")}),
        (
            _("Ways in"),
            {"fields": ("open_registration", "by_invitation", "takes_over_accounts", "join_days")},
        ),
        (_("Tiers"), {"fields": ("silver_discount", "gold_discount", "platinum_discount")}),
    ]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """How people sign in and come in is changed here, so it asks again who one is (ON-16)."""
        return recently_authenticated(super().changeform_view)(request, *args, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Operator | None = None) -> bool:
        return False


@admin.register(SellingEntity, site=site)
class SellingEntityAdmin(JournalledAdmin):
    """Legal entities with their taxes and shipping tables."""

    list_display = ("name", "country", "currency", "standard_tax", "reduced_tax")
    ordering = ("name",)
    inlines = (ShippingRateInline,)


class ProductAreaForm(forms.ModelForm):  # type: ignore[type-arg]
    """A line of business; the example of a serial number has to have the form that is asked for."""

    meters = forms.MultipleChoiceField(
        label=_("Meters"),
        required=False,
        choices=MeterKind.choices,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=_("What the machines of this area count. A machine gets its meters when it is accepted."),
    )

    class Meta:
        help_texts: ClassVar = {
            "serial_pattern": _(
                "A regular expression over capitals and figures: [A-Z]{2}[0-9]{3}[A-Z] for AB123Z."
                " Empty: any number of 3 to 40 letters and figures."
            ),
            "serial_example": _("Is shown to whoever registers a machine, such as AB123Z."),
        }

    def clean_serial_pattern(self) -> str:
        pattern: str = self.cleaned_data["serial_pattern"]
        try:
            re.compile(pattern)
        except re.error as error:
            raise forms.ValidationError(_("This is not a regular expression.")) from error
        return pattern

    def clean(self) -> None:
        super().clean()
        pattern, example = self.cleaned_data.get("serial_pattern"), self.cleaned_data.get("serial_example")
        if pattern and not example:
            self.add_error("serial_example", _("Give an example of a number of this form."))
        elif pattern and not re.fullmatch(pattern, str(example)):
            self.add_error("serial_example", _("The example does not have the form that is asked for."))
        if self.cleaned_data.get("serial_asked") != ProductArea.SerialAsked.NO and not pattern:
            self.add_error("serial_asked", _("Say below what serial numbers of this area look like."))


@admin.register(ProductArea, site=site)
class ProductAreaAdmin(JournalledAdmin):
    """Lines of business, what serial numbers of their machines look like, what these count."""

    form = ProductAreaForm
    list_display = ("code", "name_nb", "name_de", "name_en", "serial_example", "position")


@admin.register(Partner, site=site)
class PartnerAdmin(JournalledAdmin):
    """Service partners."""

    list_display = ("name", "country", "phone", "email")
    ordering = ("name",)
    inlines = (PartnerAreaInline,)


@admin.register(Staff, site=site)
class StaffAdmin(JournalledAdmin):
    """Names and telephones of our people. Who they are and what they may is said at the desk (ST-4)."""

    fields = ("first_name", "last_name", "phone", "partner", "role", "is_active")
    readonly_fields = ("partner", "role", "is_active")
    list_display = ("last_name", "first_name", "partner", "role", "is_active")
    list_filter = ("partner", "role", "is_active")
    search_fields = ("last_name", "first_name")
    ordering = ("last_name", "first_name")
    list_select_related = ("partner",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Staff | None = None) -> bool:
        return False


class RetentionForm(forms.ModelForm):  # type: ignore[type-arg]
    """How many days a kind is kept; less than it needs is refused."""

    kind = forms.ChoiceField(label=_("Kind"))

    class Meta:
        model = Retention
        fields = ("kind", "days")
        help_texts: ClassVar = {"days": _("Older data are removed each night; the journal says how many.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (one.name, f"{one.title} ({one.days})") for one in retention.known()
        ]

    def clean(self) -> None:
        kind = retention.kind(self.cleaned_data.get("kind", ""))
        days = self.cleaned_data.get("days")
        if kind and days is not None and days < kind.least:
            words = _("At least %(least)s days, else the portal does not work as it should.")
            self.add_error("days", words % {"least": kind.least})


@admin.register(Retention, site=site)
class RetentionAdmin(JournalledAdmin):
    """How long which kind of data is kept; a kind that is not listed keeps what the portal proposes."""

    form = RetentionForm
    list_display = ("title", "days")
    ordering = ("kind",)

    @admin.display(description=_("kind"))
    def title(self, one: Retention) -> str:
        kind = retention.kind(one.kind)
        return str(kind.title) if kind else one.kind


@admin.register(Consent, site=site)
class ConsentAdmin(JournalledAdmin):
    """Who has accepted which version when; to be read only."""

    list_display = ("user", "terms", "given_at", "occasion")
    list_select_related = ("user", "terms")
    list_filter = ("terms", "occasion")
    search_fields = ("user__email",)
    ordering = ("-given_at",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return False


class TermsForm(forms.ModelForm):  # type: ignore[type-arg]
    """A version of a text, as Markdown in three languages; its number follows from those before."""

    class Meta:
        model = Terms
        fields = (
            "kind",
            "area",
            "valid_from",
            *(f"{part}_{code}" for code in LANGUAGES for part in ("title", "body")),
        )
        widgets: ClassVar = {f"body_{code}": MarkdownWidget() for code in LANGUAGES}
        help_texts: ClassVar = {
            "area": _("Only terms of use may be those of one product area; empty for all."),
            "valid_from": _("From this day on it is shown and agreed to, and never changes again."),
            **{f"body_{code}": MARKDOWN_HELP for code in LANGUAGES},
        }


@admin.register(Terms, site=site)
class TermsAdmin(JournalledAdmin):
    """Texts that orders refer to. One in force never changes: a new version is added."""

    form = TermsForm
    list_display = ("kind", "area", "version", "valid_from", "title_en")
    list_select_related = ("area",)
    ordering = ("kind", "area", "-version")
    list_filter = ("kind",)
    readonly_preprocess_fields = AS_WRITTEN
    actions_detail = ("write_next",)

    @action(description=_("Write the next version"), url_path="next")  # type: ignore[untyped-decorator]
    def write_next(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Begin the next version with the words of this one."""
        return redirect(f"{reverse('admin:partners_terms_add')}?{urlencode({'after': object_id})}")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        after = request.GET.get("after", "")
        before = Terms.objects.filter(pk=after).first() if after.isdecimal() else None
        return forms.model_to_dict(before, exclude=["valid_from"]) if before else {}

    def save_model(self, request: HttpRequest, obj: Terms, form: TermsForm, change: bool) -> None:
        if not change:
            obj.version = queries.next_version(obj.kind, obj.area)
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request: HttpRequest, obj: Terms | None = None) -> bool:
        return obj is None or obj.valid_from > timezone.localdate()

    def has_delete_permission(self, request: HttpRequest, obj: Terms | None = None) -> bool:
        return obj is not None and obj.valid_from > timezone.localdate()
