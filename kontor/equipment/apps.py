"""Registers the app `equipment`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EquipmentConfig(AppConfig):
    name = "kontor.equipment"

    def ready(self) -> None:
        from kontor.companies import carrying, responsibilities
        from kontor.equipment import frame as ours
        from kontor.equipment.merging import PARTS
        from kontor.equipment.personal import PERSONAL
        from kontor.equipment.responsible import MACHINES
        from kontor.journal import deeds
        from kontor.kit import frame, personal
        from kontor.notifications import kinds

        personal.register(*PERSONAL)
        frame.register("modules", ours.modules, order=40)
        responsibilities.register(MACHINES)
        carrying.register(*PARTS)
        deeds.register(
            {
                "holding.registered": _("Registered a machine"),
                "holding.described": _("Changed what a machine is called"),
                "holding.placed": _("Said where a machine stands"),
                "holding.assigned": _("Assigned a machine"),
                "holding.unassigned": _("Took an assignment back"),
                "reading.sent": _("Sent a meter reading"),
            }
        )
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
            "holding.ended",
            icon="ban",
            words=_("%(name)s no longer stands in our records as yours"),
            choice=kinds.Choice(
                _("Machines"), _("A machine no longer stands in our records as your company's")
            ),
        )
