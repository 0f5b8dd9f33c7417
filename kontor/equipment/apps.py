"""Registers the app `equipment`."""

from django.apps import AppConfig


class EquipmentConfig(AppConfig):
    name = "kontor.equipment"
