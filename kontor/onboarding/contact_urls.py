"""Addresses for people without an account who write to us, under `/help/contact/`."""

from __future__ import annotations

from django.urls import path

from kontor.onboarding import contact_views as views

app_name = "contact"
urlpatterns = [
    path("", views.contact, name="write"),
    path("sent/", views.sent, name="sent"),
]
