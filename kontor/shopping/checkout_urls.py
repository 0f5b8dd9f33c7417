"""Addresses of the checkout; part of `urls`."""

from __future__ import annotations

from django.urls import path

from kontor.shopping import checkout_views as views

urlpatterns = [
    path("cart/checkout/", views.checkout, name="checkout"),
    path("cart/checkout/place/", views.place_order, name="place_order"),
    path("cart/checkout/address/<slug:kind>/", views.add_address, name="add_address"),
    path("cart/checkout/address/<int:pk>/complete/", views.complete_stored_address, name="complete_address"),
    path("cart/ordered/<slug:number>/", views.ordered, name="ordered"),
]
