"""A person's credentials; name, telephone and role belong to the member or staff member."""

from __future__ import annotations

import base64
import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail address or user name, whatever the capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """A person who can sign in.

    The e-mail address is the user name unless the person has another (requirement ON-12). With `password_expires_at` the
    password is a temporary one of our staff, to be replaced by then (ON-15).
    """

    email = models.EmailField(_("e-mail"))
    username = models.CharField(_("user name"), max_length=150, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    password_expires_at = models.DateTimeField(null=True)
    date_joined = models.DateTimeField(_("since"), auto_now_add=True)

    maintains_master_data = False
    """Set by `/admin/` for the length of a request, which asks the person's role; never kept."""

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email"),
            models.UniqueConstraint(
                Lower("username"), condition=~models.Q(username=""), name="accounts_user_username"
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_staff(self) -> bool:
        """Whether `/admin/` is open to the person, in Django's words."""
        return self.maintains_master_data

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_active and self.maintains_master_data

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.maintains_master_data


class DeviceSession(models.Model):
    """Where and since when a person is, or was, signed in (ON-17).

    `device_hash` is the hash of a random cookie, by which a device is known again; nothing else about it is kept but
    what its browser calls itself and the address it came from. Lies here `KEPT_DAYS` after it ended.
    """

    KEPT_DAYS: ClassVar[int] = 180

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    device_hash = models.CharField(max_length=64)
    user_agent = models.CharField(max_length=200, blank=True)
    address = models.GenericIPAddressField(null=True)
    remembered = models.BooleanField()
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes: ClassVar = [
            models.Index(fields=["user", "-seen_at"], name="accounts_session_of"),
            models.Index(fields=["user", "device_hash"], name="accounts_session_device"),
            models.Index(fields=["seen_at"], name="accounts_session_old"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.began_at}"


class NewEmail(models.Model):
    """The e-mail address that a person wants for their account; it counts once they have proven it (CO-6).

    The latest of each account. The link's token is derived from the row with the installation's secret key: nothing keeps it, no
    job is told it, and a new sending, which has another `expires_at`, makes the link before void.
    """

    VALID: ClassVar[dt.timedelta] = dt.timedelta(hours=24)

    user = models.OneToOneField(User, models.CASCADE, related_name="+")
    email = models.EmailField(_("e-mail"))
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("new e-mail address")
        verbose_name_plural = _("new e-mail addresses")

    def __str__(self) -> str:
        return f"{self.email} for {self.user_id}"

    @property
    def has_run_out(self) -> bool:
        return self.expires_at <= timezone.now()

    @property
    def token(self) -> str:
        """What the link bears."""
        value = f"{self.user_id}:{self.email}:{self.expires_at.astimezone(dt.UTC).isoformat()}"
        made = salted_hmac("kontor.accounts.new_email", value, algorithm="sha256").digest()
        return base64.urlsafe_b64encode(made).decode().rstrip("=")
