"""On what terms: the texts that people are bound by or must be able to find, and who has accepted which."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.kit.translated import Translated


class Terms(models.Model):
    """One version of a text that people are bound by or must be able to find; a published version never changes (QU-4).

    Terms of use may be those of one product area (CO-8). Texts are Markdown in three languages.
    """

    class Kind(models.TextChoices):
        SALE = "sale", _("Terms of sale")
        SHIPPING = "shipping", _("Shipping")
        PAYMENT = "payment", _("Payment")
        USE = "use", _("Terms of use")
        PRIVACY = "privacy", _("Privacy notice")
        IMPRINT = "imprint", _("Imprint")
        COOKIES = "cookies", _("Cookies")
        ACCESSIBILITY = "accessibility", _("Accessibility")

    area = models.ForeignKey(
        "partners.ProductArea",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("product area"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    version = models.PositiveSmallIntegerField(_("version"))
    valid_from = models.DateField(_("valid from"))
    title_nb = models.CharField(_("title, bokmål"), max_length=120)
    title_de = models.CharField(_("title, German"), max_length=120)
    title_en = models.CharField(_("title, English"), max_length=120)
    body_nb = models.TextField(_("text, bokmål"))
    body_de = models.TextField(_("text, German"))
    body_en = models.TextField(_("text, English"))
    title = Translated("title")
    body = Translated("body")

    class Meta:
        verbose_name = _("terms")
        verbose_name_plural = _("terms")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "area", "version"], nulls_distinct=False, name="partners_terms_version"
            ),
            models.CheckConstraint(
                condition=models.Q(area=None) | models.Q(kind="use"), name="partners_terms_area"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    def get_absolute_url(self) -> str:
        area = [self.area.code] if self.area else []
        return reverse("partners:terms", args=[self.kind, *area, self.version])


class Consent(models.Model):
    """A person has accepted a version of a text: who, which, when (ON-5). Appended, never changed."""

    class Occasion(models.TextChoices):
        REGISTRATION = "registration", _("Registration")
        RELATIONSHIP = "relationship", _("Business relationship")
        SIGN_IN = "sign_in", _("Sign-in")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+", verbose_name=_("terms"))
    given_at = models.DateTimeField(_("accepted"))
    occasion = models.CharField(_("occasion"), max_length=16, choices=Occasion)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "terms"], name="partners_consent_once")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.terms_id}"
