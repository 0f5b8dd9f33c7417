"""Addresses of `desk`."""

from __future__ import annotations

from django.urls import path

from kontor.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.front, name="front"),
    path("orders/", views.orders, name="orders"),
    path("orders/confirm/", views.confirm_orders, name="confirm_orders"),
    path("orders/confirm-all/", views.confirm_all, name="confirm_all"),
    path("orders/<slug:number>/", views.order, name="order"),
    path("orders/<slug:number>/confirm/", views.confirm_order, name="confirm_order"),
    path("batches/<int:pk>/", views.batch, name="batch"),
    path("batches/<int:pk>/progress/", views.progress, name="progress"),
]
