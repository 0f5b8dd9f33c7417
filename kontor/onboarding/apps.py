"""Registers the app `onboarding`."""

from django.apps import AppConfig


class OnboardingConfig(AppConfig):
    name = "kontor.onboarding"
