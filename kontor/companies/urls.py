"""Addresses of `companies`, below `/company/`."""

from __future__ import annotations

from django.urls import path

from kontor.companies import views

app_name = "companies"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("addresses/<int:pk>/remove/", views.remove_address, name="remove_address"),
]
