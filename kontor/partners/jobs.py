"""Mails to people who work for us."""

from __future__ import annotations

from django.conf import settings

from kontor.accounts.jobs import reset_link
from kontor.kit.actors import SystemActor
from kontor.kit.jobs import system_task
from kontor.notifications.actions import send_mail
from kontor.partners.models import Staff
from kontor.partners.retaining import enforce_retention as enforce_retention


@system_task(SystemActor("partners.mail"), queue="mail")
def mail_staff_invited(*, staff_id: int, by_id: int, request: str) -> None:
    """Send the link with which somebody sets their first password."""
    staff = Staff.objects.select_related("user", "partner").get(pk=staff_id)
    if not staff.is_active or staff.user.has_usable_password():
        return
    send_mail(
        key=f"staff.invited:{staff.pk}:{request}",
        user=staff.user,
        template="partners/mail/staff_invited",
        context={
            "name": staff.first_name,
            "inviter": Staff.objects.get(pk=by_id).name,
            "house": staff.partner.name if staff.partner else "",
            "url": reset_link(staff.user),
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        },
        language=staff.user.language,
    )
