"""Addresses of the front page, the overview and the search."""

from __future__ import annotations

from django.urls import path

from kontor.home import views

app_name = "home"
urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("overview/", views.overview, name="overview"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggest, name="suggest"),
]
