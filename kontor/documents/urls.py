"""Addresses of `documents`."""

from __future__ import annotations

from django.urls import path

from kontor.documents import views

app_name = "documents"
urlpatterns = [
    path("<uuid:key>/small/", views.small, name="small"),
    path("<uuid:key>/<str:name>", views.download, name="download"),
]
