"""Registers the app `demo`."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "kontor.demo"
