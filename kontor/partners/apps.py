"""Registers the app `partners`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "kontor.partners"
    verbose_name = _("Operator and partners")

    def ready(self) -> None:
        from kontor.kit import frame
        from kontor.partners import frame as ours

        frame.register("operator", ours.operator)
        frame.register("legal", ours.legal)
        frame.register("contact", ours.contact, order=90)
        frame.register("modules", ours.modules, order=95)
