"""Registers the app `service`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServiceConfig(AppConfig):
    name = "kontor.service"

    def ready(self) -> None:
        from kontor.companies import carrying, responsibilities, underway
        from kontor.documents import access
        from kontor.journal import deeds
        from kontor.kit import frame, panels, personal
        from kontor.notifications import kinds
        from kontor.service import frame as ours
        from kontor.service import queries
        from kontor.service.merging import PARTS
        from kontor.service.personal import PERSONAL
        from kontor.service.responsible import CASES

        personal.register(*PERSONAL)
        frame.register("modules", ours.modules, order=50)
        panels.register("equipment.cases", queries.cases_of_holding)
        access.narrow("message", queries.sees_message)
        responsibilities.register(CASES)
        carrying.register(*PARTS)
        deeds.register(
            {
                "case.opened": _("Opened a case"),
                "case.answered": _("Wrote in a case"),
                "case.solved": _("Said that a case is solved"),
                "case.reopened": _("Opened a case again"),
            }
        )
        underway.register("cases", queries.has_open_cases)
        kinds.register(
            "case.received.theirs",
            icon="life-buoy",
            words=_("We have your case %(number)s: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("We have received a case of yours")),
        )
        kinds.register(
            "case.answered.theirs",
            icon="message-square-text",
            tone="brand",
            words=_("There is an answer in case %(number)s: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("Somebody has written in a case in which you take part")),
        )
        kinds.register(
            "case.solved.theirs",
            icon="circle-check",
            tone="ok",
            words=_("Case %(number)s is solved: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A case is solved")),
        )
        kinds.register(
            "case.reopened.theirs",
            icon="rotate-ccw",
            words=_("Case %(number)s is open again: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A case is open again")),
        )
        kinds.register(
            "case.opened.ours",
            icon="life-buoy",
            words=_("New case %(number)s from %(company)s: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A new case has come to you"), ours=True),
        )
        kinds.register(
            "case.answered.ours",
            icon="message-square-text",
            tone="brand",
            words=_("%(company)s has written in case %(number)s: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A customer has written in a case of yours"), ours=True),
        )
        kinds.register(
            "case.solved.ours",
            icon="circle-check",
            tone="ok",
            words=_("%(company)s says that case %(number)s is solved: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A customer says that a case is solved"), ours=True),
        )
        kinds.register(
            "case.reopened.ours",
            icon="rotate-ccw",
            words=_("%(company)s has opened case %(number)s again: %(subject)s"),
            choice=kinds.Choice(_("Cases"), _("A customer has opened a case again"), ours=True),
        )
