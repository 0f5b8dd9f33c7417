"""Registers the app `service`."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    name = "kontor.service"
