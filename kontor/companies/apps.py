"""Registers the app `companies`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompaniesConfig(AppConfig):
    name = "kontor.companies"
    verbose_name = _("Customers")

    def ready(self) -> None:
        from kontor.companies import frame as ours
        from kontor.kit import frame
        from kontor.notifications import kinds

        frame.register("person", ours.person)
        frame.register("company", ours.company)
        frame.register("contact", ours.contact)
        frame.register("deciders", ours.deciders)
        frame.register("modules", ours.modules, order=90)

        kinds.register(
            "invitation.accepted", icon="user-check", tone="ok", words=_("%(name)s has joined your company")
        )
        kinds.register(
            "relationship.requested",
            icon="handshake",
            tone="info",
            words=_("%(company)s asks you to look after it: %(area)s"),
        )
        kinds.register(
            "relationship.withdrawn",
            icon="handshake",
            words=_("%(company)s has withdrawn its request: %(area)s"),
        )
        kinds.register(
            "relationship.ended", icon="handshake", words=_("You no longer look after %(company)s: %(area)s")
        )
        kinds.register(
            "relationship.accepted",
            icon="handshake",
            tone="ok",
            words=_("%(partner)s looks after you now: %(area)s"),
        )
        kinds.register(
            "relationship.declined",
            icon="handshake",
            tone="warn",
            words=_("%(partner)s has declined your request: %(area)s"),
        )
