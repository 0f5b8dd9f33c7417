"""Help pages: written by the operator in three languages, every version kept (KN-5)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.kit.translated import Translated


class HelpTopic(models.Model):
    """A heading that help pages stand under, such as ordering."""

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name_nb = models.CharField(_("name, bokmål"), max_length=80)
    name_de = models.CharField(_("name, German"), max_length=80)
    name_en = models.CharField(_("name, English"), max_length=80)
    icon = models.CharField(_("icon"), max_length=32, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = Translated("name")

    class Meta:
        verbose_name = _("help topic")
        verbose_name_plural = _("help topics")
        ordering: ClassVar = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class HelpPage(models.Model):
    """One question with its answer. `place` names the pages of the portal that link to it, such as `quick-order`."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    topic = models.ForeignKey(HelpTopic, models.PROTECT, related_name="pages", verbose_name=_("topic"))
    place = models.SlugField(_("linked from"), max_length=32, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_published = models.BooleanField(_("published"), default=True)

    class Meta:
        verbose_name = _("help page")
        verbose_name_plural = _("help pages")
        ordering: ClassVar = ["topic__position", "position", "slug"]
        indexes: ClassVar = [models.Index(fields=["place"], name="knowledge_helppage_place")]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("knowledge:help_page", args=[self.slug])


class HelpVersion(models.Model):
    """One version of a help page's words, in Markdown; the newest is shown, those before stay."""

    page = models.ForeignKey(HelpPage, models.CASCADE, related_name="versions")
    version = models.PositiveSmallIntegerField(_("version"))
    title_nb = models.CharField(_("title, bokmål"), max_length=120)
    title_de = models.CharField(_("title, German"), max_length=120)
    title_en = models.CharField(_("title, English"), max_length=120)
    body_nb = models.TextField(_("text, bokmål"))
    body_de = models.TextField(_("text, German"))
    body_en = models.TextField(_("text, English"))
    written_at = models.DateTimeField(_("written"), auto_now_add=True)
    title = Translated("title")
    body = Translated("body")

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "version"], name="knowledge_helpversion_number")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"
