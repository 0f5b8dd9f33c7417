"""Registers the app `partners`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "kontor.partners"
    verbose_name = _("Operator and partners")

    def ready(self) -> None:
        from kontor.kit import frame, personal
        from kontor.partners import frame as ours
        from kontor.partners.personal import PERSONAL

        personal.register(*PERSONAL)
        frame.register("operator", ours.operator)
        frame.register("legal", ours.legal)
        frame.register("contact", ours.contact, order=90)
        frame.register("modules", ours.modules, order=95)
