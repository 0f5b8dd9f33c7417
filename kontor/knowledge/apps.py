"""Registers the app `knowledge`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "kontor.knowledge"
    verbose_name = _("Help")

    def ready(self) -> None:
        from kontor.kit import frame
        from kontor.knowledge import frame as ours

        frame.register("help", ours.help_here)
        frame.register("modules", ours.modules, order=92)
