"""Addresses of the front page and the overview."""

from __future__ import annotations

from django.urls import path

from kontor.home import views

app_name = "home"
urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("overview/", views.overview, name="overview"),
]
