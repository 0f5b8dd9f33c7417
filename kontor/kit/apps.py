"""Registers the app `kit`."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "kontor.kit"
