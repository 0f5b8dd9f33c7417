"""Registers the app `companies`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompaniesConfig(AppConfig):
    name = "kontor.companies"
    verbose_name = _("Customers")

    def ready(self) -> None:
        from kontor.accounts import new_email
        from kontor.companies import carrying
        from kontor.companies import frame as ours
        from kontor.companies.book import names_of
        from kontor.companies.own_data import endings_for, own_data
        from kontor.companies.personal import PERSONAL
        from kontor.companies.relating import ASKED
        from kontor.companies.retention import KINDS
        from kontor.journal import deeds
        from kontor.kit import frame, panels, personal, retention
        from kontor.notifications import kinds

        new_email.register_endings(endings_for)
        carrying.register(ASKED)
        retention.register(*KINDS)
        personal.register(*PERSONAL)
        panels.register("notifications.company", names_of)
        panels.register("accounts.own", own_data)
        frame.register("person", ours.person)
        frame.register("looking", ours.looking)
        frame.register("company", ours.company)
        frame.register("contact", ours.contact)
        frame.register("deciders", ours.deciders)
        frame.register("modules", ours.modules, order=90)
        frame.register("account", ours.account, order=40)
        deeds.register(
            {
                "invitation.sent": _("Invited a colleague"),
                "invitation.withdrawn": _("Withdrew an invitation"),
                "member.own_data_changed": _("Changed their personal data"),
                "member.rights_changed": _("Changed somebody's rights"),
                "member.deactivated": _("Deactivated a user"),
                "member.reactivated": _("Let a user in again"),
                "member.reset_started": _("Had a link for a new password sent"),
                "role.added": _("Made a role"),
                "role.changed": _("Changed a role"),
                "role.removed": _("Removed a role"),
                "address.added": _("Added an address"),
                "address.changed": _("Changed an address"),
                "address.removed": _("Removed an address"),
                "relationship.requested": _("Asked for a business relationship"),
                "relationship.withdrawn": _("Took a request back"),
            }
        )

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
            "relationship.ended_by_company",
            icon="handshake",
            tone="warn",
            words=_("%(company)s has ended the relationship: %(area)s"),
        )
        kinds.register(
            "relationship.ended_by_partner",
            icon="handshake",
            tone="warn",
            words=_("%(partner)s no longer looks after you: %(area)s"),
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
