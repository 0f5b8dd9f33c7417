"""Registers the app `erp`."""

from django.apps import AppConfig


class ErpConfig(AppConfig):
    name = "kontor.erp"
