"""Addresses of `orders`."""

from __future__ import annotations

from django.urls import path

from kontor.orders import views

app_name = "orders"
urlpatterns = [
    path("", views.order_list, name="list"),
    path("export.<str:kind>", views.export, name="export"),
    path("<slug:number>/", views.detail, name="detail"),
]
