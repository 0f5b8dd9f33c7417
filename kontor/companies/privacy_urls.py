"""One's own data, under `/accounts/my-data/`."""

from __future__ import annotations

from django.urls import path

from kontor.companies import privacy_views

app_name = "privacy"
urlpatterns = [
    path("", privacy_views.my_data, name="my_data"),
    path("download/", privacy_views.download, name="download"),
    path("delete/", privacy_views.delete_account, name="delete_account"),
]
