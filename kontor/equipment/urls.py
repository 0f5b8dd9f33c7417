"""Addresses of `equipment`."""

from __future__ import annotations

from django.urls import path

from kontor.equipment import views

app_name = "equipment"
urlpatterns = [
    path("", views.machine_list, name="list"),
    path("export.<str:kind>", views.export, name="export"),
    path("register/", views.register, name="register"),
    path("colleagues/", views.colleagues, name="colleagues"),
    path("assign/", views.assign_many, name="assign_many"),
    path("<int:pk>/", views.machine, name="machine"),
    path("<int:pk>/describe/", views.describe, name="describe"),
    path("<int:pk>/readings/", views.readings, name="readings"),
    path("<int:pk>/readings/<slug:kind>/send/", views.send_reading, name="send_reading"),
    path("<int:pk>/assign/", views.assign, name="assign"),
    path("<int:pk>/unassign/<int:member>/", views.unassign, name="unassign"),
]
