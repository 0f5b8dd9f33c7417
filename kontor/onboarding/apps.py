"""Registers the app `onboarding`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OnboardingConfig(AppConfig):
    name = "kontor.onboarding"
    verbose_name = _("Registrations")

    def ready(self) -> None:
        from kontor.companies import carrying
        from kontor.kit import panels, personal, retention
        from kontor.notifications import kinds
        from kontor.onboarding.merging import PARTS
        from kontor.onboarding.panels import join_requests
        from kontor.onboarding.personal import PERSONAL
        from kontor.onboarding.retention import KINDS

        retention.register(*KINDS)
        personal.register(*PERSONAL)
        carrying.register(*PARTS)
        panels.register("companies.join_requests", join_requests)
        kinds.register(
            "registration.joins",
            icon="user-plus",
            tone="info",
            words=_("%(name)s wants to join your company"),
        )
        kinds.register(
            "registration.activated",
            icon="user-plus",
            tone="info",
            words=_("%(name)s has joined your company: we know the domain of the address"),
        )
        kinds.register(
            "companyinvitation.accepted",
            icon="mail-check",
            tone="ok",
            words=_("%(name)s has accepted your invitation: %(company)s is in"),
        )
        kinds.register(
            "companyinvitation.expired",
            icon="calendar-x",
            tone="warn",
            words=_("Your invitation of %(company)s has expired: send it again or withdraw it"),
        )
        kinds.register(
            "contactmessage.received",
            icon="life-buoy",
            tone="info",
            words=_("%(name)s is stuck without an account: %(number)s"),
        )
        kinds.register(
            "registration.passed_on",
            icon="user-plus",
            tone="warn",
            words=_("%(company)s has not answered %(name)s, who wants to join: you may decide"),
        )
        kinds.register(
            "registration.answered",
            icon="message-square-text",
            tone="info",
            words=_("%(name)s has answered: registration %(number)s"),
        )
