"""Addresses for administrators of a company whom somebody wants to join, under `/company/join-requests/`."""

from __future__ import annotations

from django.urls import path

from kontor.onboarding import join_views as views

app_name = "join_requests"
urlpatterns = [
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/admit/", views.admit, name="admit"),
    path("<uuid:pk>/refuse/", views.refuse, name="refuse"),
]
