"""Addresses of the demonstration only, below `/demo/`."""

from __future__ import annotations

from django.urls import path

from kontor.demo import bare, components, views

app_name = "demo"
urlpatterns = [
    path("components/", components.components, name="components"),
    path("empty/", bare.empty, name="empty"),
    path("mail/", views.mail_list, name="mail_list"),
    path("mail/<str:name>/", views.mail_detail, name="mail_detail"),
    path("mail/<str:name>/html/", views.mail_html, name="mail_html"),
    path("mail/<str:name>/files/<int:position>/", views.mail_attachment, name="mail_attachment"),
]
