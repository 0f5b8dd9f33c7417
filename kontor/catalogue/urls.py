"""Addresses of the shop. Categories and products have a letter before them, so that none hides another page."""

from __future__ import annotations

from django.urls import path

from kontor.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("", views.products, name="list"),
    path("c/<path:path>/", views.products, name="category"),
    path("p/<str:number>/", views.product, name="product"),
    path("p/<str:number>/why/", views.why_price, name="why_price"),
    path("pictures/<str:name>", views.picture, name="picture"),
]
