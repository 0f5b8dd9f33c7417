"""Registers the app `equipment`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EquipmentConfig(AppConfig):
    name = "kontor.equipment"

    def ready(self) -> None:
        from kontor.equipment import frame as ours
        from kontor.kit import frame
        from kontor.notifications import kinds

        frame.register("modules", ours.modules, order=40)
        kinds.register(
            "holding.accepted",
            icon="circle-check",
            tone="ok",
            words=_("%(name)s is in use: we have checked it"),
        )
        kinds.register(
            "holding.declined", icon="circle-x", tone="warn", words=_("%(name)s was not accepted: see why")
        )
        kinds.register(
            "holding.ended", icon="ban", words=_("%(name)s no longer stands in our records as yours")
        )
