"""Addresses of customers at the desk."""

from __future__ import annotations

from django.urls import path

from kontor.desk import customer_views as views
from kontor.desk import merge_views
from kontor.desk.tools import TOOLS

one, member = "<str:number>/", "<str:number>/members/<int:pk>/"

urlpatterns = [
    path("", views.customers, name="customers"),
    path(one, views.customer, name="customer"),
    path(f"{one}domains/", views.allow_domains, name="allow_domains"),
    path(f"{one}merge/", merge_views.choose_merge, name="choose_merge"),
    path(f"{one}merge/<str:into>/", merge_views.merge, name="merge"),
    path(member, views.member, name="customer_member"),
    path(f"{member}look/", views.look, name="look"),
    *(
        path(f"{member}{tool.key}/", views.help_member, {"tool": tool.key}, name=tool.name)
        for tool in TOOLS.values()
    ),
]
