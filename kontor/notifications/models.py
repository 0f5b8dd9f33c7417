"""What a person is told: in the portal's inbox and by e-mail."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Notification(models.Model):
    """A line in a person's inbox. The words are made when read, in the reader's language, from `kind` and `params`."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    company_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=100, help_text="What must not be told twice, such as order.placed:123.")
    kind = models.CharField(max_length=60)
    params = models.JSONField(default=dict)
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="notifications_notification_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="notifications_inbox"),
            models.Index(fields=["user"], condition=models.Q(read_at=None), name="notifications_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}"


class UnwantedMail(models.Model):
    """A kind of mail that a person has switched off (CO-6); the inbox tells of it all the same."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "kind"], name="notifications_unwantedmail_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}"


class Mail(models.Model):
    """An e-mail that was or will be sent; its `key` makes sure that a job run twice sends it once."""

    key = models.CharField(max_length=120, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    company_id = models.BigIntegerField(null=True)
    template = models.CharField(max_length=60)
    message_id = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.key
