"""Addresses of `service`."""

from __future__ import annotations

from django.urls import path

from kontor.service import views

app_name = "service"
urlpatterns = [
    path("", views.case_list, name="list"),
    path("new/", views.open_case, name="new"),
    path("<slug:number>/", views.case, name="case"),
    path("<slug:number>/reply/", views.reply, name="reply"),
    path("<slug:number>/solve/", views.solve, name="solve"),
    path("<slug:number>/reopen/", views.reopen, name="reopen"),
]
