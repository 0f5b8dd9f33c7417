"""Addresses of `knowledge`, under `/help/`."""

from __future__ import annotations

from django.urls import path

from kontor.knowledge import views

app_name = "knowledge"
urlpatterns = [
    path("", views.help_list, name="list"),
    path("<slug:slug>/", views.help_page, name="help_page"),
]
