"""Registers the app `journal`."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kontor.journal"
