"""Registers the app `catalogue`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "kontor.catalogue"
    verbose_name = _("Catalogue")

    def ready(self) -> None:
        from kontor.catalogue import frame as ours
        from kontor.catalogue.merging import PARTS
        from kontor.companies import carrying
        from kontor.kit import frame

        carrying.register(*PARTS)
        frame.register("modules", ours.modules, order=20)
