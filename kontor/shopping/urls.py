"""Addresses of `shopping`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from kontor.shopping import checkout_urls, quick_order_views, views

app_name = "shopping"
urlpatterns: list[URLPattern | URLResolver] = [
    path("cart/", views.cart, name="cart"),
    path("cart/add/", views.add_to_cart, name="add_to_cart"),
    path("cart/empty/", views.empty_cart, name="empty_cart"),
    path("cart/lines/<int:pk>/", views.set_quantity, name="set_quantity"),
    path("cart/lines/<int:pk>/remove/", views.remove_line, name="remove_line"),
    path("shop/quick-order/", quick_order_views.quick_order, name="quick_order"),
    path("shop/quick-order/sample/", quick_order_views.quick_order_sample, name="quick_order_sample"),
    path("shop/quick-order/add/", quick_order_views.add_line, name="add_line"),
    path("shop/quick-order/paste/", quick_order_views.paste_lines, name="paste_lines"),
    path("shop/quick-order/upload/", quick_order_views.upload_file, name="upload_file"),
    path("shop/quick-order/clear/", quick_order_views.clear_lines, name="clear_lines"),
    path("shop/quick-order/to-cart/", quick_order_views.move_to_cart, name="move_to_cart"),
    path("shop/quick-order/lines/<int:pk>/", quick_order_views.mend_line, name="mend_line"),
    path("shop/quick-order/lines/<int:pk>/drop/", quick_order_views.drop_line, name="drop_line"),
    *checkout_urls.urlpatterns,
]
