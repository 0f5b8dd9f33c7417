"""Mails about credentials."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import User
from kontor.kit.jobs import system_task
from kontor.notifications.actions import send_mail


def reset_link(user: User) -> str:
    """Where a person sets a new password; a secret, so only a job that mails it makes one."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token}
    )
    return settings.ORIGIN + path


@system_task(CREDENTIALS, queue="mail")
def mail_password_reset(*, user_id: int, request: str) -> None:
    """Send the link that sets a new password; `request` tells one asking from the next."""
    user = User.objects.get(pk=user_id, is_active=True)
    send_mail(
        key=f"account.password_reset:{request}",
        user=user,
        template="accounts/mail/password_reset",
        context={"url": reset_link(user), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600},
        language=user.language,
    )


@system_task(CREDENTIALS, queue="mail")
def mail_notice(*, user_id: int, notice: str, request: str) -> None:
    """Tell a person that their credentials changed, so that they notice when it was not them."""
    user = User.objects.get(pk=user_id)
    send_mail(
        key=f"account.{notice}:{request}",
        user=user,
        template=f"accounts/mail/{notice}",
        context={"url": settings.ORIGIN + reverse("account_reset_password"), "at": timezone.now()},
        language=user.language,
    )
