"""Registers the app `knowledge`."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "kontor.knowledge"
