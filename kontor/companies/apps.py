"""Registers the app `companies`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompaniesConfig(AppConfig):
    name = "kontor.companies"
    verbose_name = _("Customers")

    def ready(self) -> None:
        from kontor.companies import frame as ours
        from kontor.kit import frame

        frame.register("person", ours.person)
        frame.register("company", ours.company)
        frame.register("contact", ours.contact)
        frame.register("deciders", ours.deciders)
        frame.register("modules", ours.modules, order=90)
