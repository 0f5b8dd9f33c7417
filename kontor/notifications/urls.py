"""Addresses of `notifications`."""

from __future__ import annotations

from django.urls import path

from kontor.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read-all/", views.read_all, name="read_all"),
    path("mails/", views.mails, name="mails"),
    path("<int:pk>/", views.open_one, name="open"),
]
