"""Mails about credentials."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone, translation
from procrastinate.contrib.django import app

from kontor.accounts.actors import CREDENTIALS, AccountHolder
from kontor.accounts.devices import device
from kontor.accounts.models import DeviceSession, NewEmail, User
from kontor.journal.actions import record
from kontor.kit import limits
from kontor.kit.jobs import system_task
from kontor.notifications.actions import send_mail

MOST_RESETS: Final = 5


def reset_link(user: User) -> str:
    """Where a person sets a new password; a secret, so only a job that mails it makes one."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token}
    )
    return settings.ORIGIN + path


@system_task(CREDENTIALS, queue="mail")
def look_up_and_mail_reset(*, email: str, request: str) -> None:
    """Somebody typed this address on the page for a forgotten password: who has an account there gets the link (ON-13).

    `request` tells one asking from the next. What goes beyond `MOST_RESETS` an hour is not sent: nobody floods a mail box.
    """
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None or not limits.within(MOST_RESETS, limits.HOUR, "account.password_reset", str(user.pk)):
        return
    record("account.password_reset_asked", user, by=AccountHolder(user.pk))
    send_mail(
        key=f"account.password_reset:{request}",
        user=user,
        template="accounts/mail/password_reset",
        context={"url": reset_link(user), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600},
        language=user.language,
    )


@system_task(CREDENTIALS, queue="mail")
def mail_notice(*, user_id: int, notice: str, request: str, reason: str = "") -> None:
    """Tell a person that their credentials changed, so that they notice when it was not them; why, if others did it."""
    user = User.objects.get(pk=user_id)
    send_mail(
        key=f"account.{notice}:{request}",
        user=user,
        template=f"accounts/mail/{notice}",
        context={
            "url": settings.ORIGIN + reverse("account_reset_password"),
            "at": timezone.now(),
            "reason": reason,
        },
        language=user.language,
    )


@dataclass(slots=True)
class At:
    """A person at an address that need not be the one of their account."""

    pk: int
    email: str


@system_task(CREDENTIALS, queue="mail")
def mail_helped(*, user_id: int, address: str, notice: str, reason: str, request: str) -> None:
    """Tell a person what our staff did with their account, and why; also at an address that was theirs before."""
    user = User.objects.get(pk=user_id)
    send_mail(
        key=f"account.{notice}:{request}",
        user=At(user.pk, address),
        template=f"accounts/mail/{notice}",
        context={
            "url": settings.ORIGIN + reverse("account_login"),
            "email": user.email,
            "reason": reason,
            "at": timezone.now(),
        },
        language=user.language,
    )


@system_task(CREDENTIALS, queue="mail")
def mail_new_email(*, user_id: int, expires_at: str) -> None:
    """Send the link that proves a new address there; an account that has the address already is told instead (ON-9)."""
    asked = NewEmail.objects.select_related("user").filter(user=user_id).first()
    if asked is None or asked.expires_at.isoformat() != expires_at:
        return  # withdrawn, or sent once more meanwhile
    owner = User.objects.filter(email__iexact=asked.email).exclude(pk=user_id).first()
    path = reverse("prove_new_email", args=[asked.token]) if owner is None else reverse("account_login")
    send_mail(
        key=f"account.new_email:{user_id}:{expires_at}",
        user=At((owner or asked.user).pk, asked.email),
        template=f"accounts/mail/{'new_email_taken' if owner else 'new_email'}",
        context={
            "url": settings.ORIGIN + path,
            "email": asked.email,
            "until": asked.expires_at,
            "hours": int(NewEmail.VALID.total_seconds() // 3600),
        },
        language=(owner or asked.user).language,
    )


@system_task(CREDENTIALS, queue="mail")
def mail_new_email_asked(*, user_id: int, address: str, email: str, request: str) -> None:
    """Tell the address in force that another one is to take its place."""
    _mail_about_address(
        user_id, address, "new_email_asked", request, email=email, page="account_reset_password"
    )


@system_task(CREDENTIALS, queue="mail")
def mail_new_email_proven(*, user_id: int, address: str, request: str) -> None:
    """Tell the address that was in force that it no longer is, and whom to call: a new password does not go there any more."""
    _mail_about_address(user_id, address, "new_email_proven", request, page="account_login")


def _mail_about_address(
    user_id: int, address: str, notice: str, request: str, *, page: str, email: str = ""
) -> None:
    user = User.objects.get(pk=user_id)
    send_mail(
        key=f"account.{notice}:{request}",
        user=At(user.pk, address),
        template=f"accounts/mail/{notice}",
        context={"url": settings.ORIGIN + reverse(page), "email": email or user.email, "at": timezone.now()},
        language=user.language,
    )


@system_task(CREDENTIALS, queue="mail")
def mail_new_device(*, session_id: int) -> None:
    """Tell a person that a device which was never here before is signed in now."""
    session = DeviceSession.objects.select_related("user").get(pk=session_id)
    with translation.override(session.user.language):
        name = device(session.user_agent)
    send_mail(
        key=f"account.new_device:{session_id}",
        user=session.user,
        template="accounts/mail/new_device",
        context={
            "url": settings.ORIGIN + reverse("account_reset_password"),
            "device": name,
            "address": session.address,
            "at": session.began_at,
        },
        language=session.user.language,
    )


@system_task(CREDENTIALS, queue="accounts")
def forget_old_sessions(*, timestamp: int) -> None:
    """Every night: drop sessions that ran out, and what is known of devices that were not here for long."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    days = dt.timedelta(days=DeviceSession.KEPT_DAYS)
    DeviceSession.objects.filter(seen_at__lt=timezone.now() - days).delete()


app.periodic(cron="27 2 * * *")(forget_old_sessions.task)
