"""Mails and inbox lines about invitations of companies (ON-10). The worker finds them by `jobs`."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.companies.jobs import Reader
from kontor.kit.jobs import system_task
from kontor.notifications.actions import notify, send_mail
from kontor.onboarding import keys
from kontor.onboarding.actors import EXPIRY, MAILER
from kontor.onboarding.models import CompanyInvitation
from kontor.onboarding.statuses import InvitationStatus

S = InvitationStatus


@system_task(MAILER, queue="mail")
def mail_invited(*, invitation_id: int) -> None:
    """Send the personal link; a newer sending or a withdrawal makes this one needless."""
    invitation = _invitation(invitation_id)
    token = keys.link_token("invitation", invitation.number, invitation.expires_at)
    if invitation.status != S.SENT or invitation.token_hash != keys.hash_of(token):
        return
    key = f"companyinvitation:{invitation.pk}:{invitation.expires_at.isoformat()}"
    url = settings.ORIGIN + reverse("onboarding:invitation", args=[token])
    _mail(invitation, "invited", key=key, url=url)


@system_task(MAILER, queue="mail")
def mail_withdrawn(*, invitation_id: int) -> None:
    """Tell the person that the link they have no longer works."""
    invitation = _invitation(invitation_id)
    _mail(invitation, "invitation_withdrawn", key=f"companyinvitation.withdrawn:{invitation.pk}")


@system_task(MAILER, queue="mail")
def tell_accepted(*, invitation_id: int) -> None:
    """Tell whoever invited that the company is in."""
    _tell(_invitation(invitation_id), "accepted")


@system_task(EXPIRY, queue="onboarding")
def expire_invitations(*, timestamp: int) -> None:
    """Once an hour: close invitations whose 90 days are over, and tell whoever invited."""
    from kontor.onboarding.inviting import expire  # it defers the jobs above

    for invitation in expire(timezone.now()):
        tell_expired.defer(invitation_id=invitation.pk)


app.periodic(cron="27 * * * *")(expire_invitations.task)


@system_task(MAILER, queue="mail")
def tell_expired(*, invitation_id: int) -> None:
    """Tell whoever invited that nobody came."""
    _tell(_invitation(invitation_id), "expired")


def _invitation(pk: int) -> CompanyInvitation:
    related = CompanyInvitation.objects.select_for_update(of=("self",))
    return related.select_related("partner", "handled_by__user", "company").get(pk=pk)


def _mail(invitation: CompanyInvitation, template: str, *, key: str, url: str = "") -> None:
    by = invitation.handled_by
    send_mail(
        key=key,
        user=Reader(invitation.email),
        template=f"onboarding/mail/{template}",
        context={
            "invitation": invitation,
            "name": invitation.first_name,
            "inviter": by.name if by else "",
            "until": timezone.localdate(invitation.expires_at),
            "url": url,
        },
        language=invitation.language,
    )


def _tell(invitation: CompanyInvitation, what: str) -> None:
    if invitation.handled_by is None:
        return
    notify(
        key=f"companyinvitation.{what}:{invitation.pk}:{int(invitation.expires_at.timestamp())}",
        user=invitation.handled_by.user,
        kind=f"companyinvitation.{what}",
        params={"name": invitation.name, "company": invitation.company_name},
        url=f"/desk/invitations/{invitation.number}/",
    )
