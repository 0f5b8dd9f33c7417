"""Registers the app `documents`."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "kontor.documents"
