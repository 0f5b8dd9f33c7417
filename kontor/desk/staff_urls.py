"""Addresses of those who work for us."""

from __future__ import annotations

from django.urls import path

from kontor.desk import staff_views as views

urlpatterns = [
    path("", views.staff, name="staff"),
    path("add/", views.invite_staff, name="invite_staff"),
    path("teams/add/", views.add_team, name="add_team"),
    path("teams/<int:pk>/remove/", views.remove_team, name="remove_team"),
    path("<int:pk>/", views.staff_member, name="staff_member"),
    path("<int:pk>/change/", views.change_staff, name="change_staff"),
    path("<int:pk>/deactivate/", views.deactivate_staff, name="deactivate_staff"),
    path("<int:pk>/reactivate/", views.reactivate_staff, name="reactivate_staff"),
    path("<int:pk>/second-factor/", views.reset_staff_second_factor, name="reset_staff_second_factor"),
    path("<int:pk>/resend/", views.resend_staff_link, name="resend_staff_link"),
    path("<int:pk>/absences/add/", views.add_absence, name="add_absence"),
    path("<int:pk>/absences/<int:absence>/remove/", views.remove_absence, name="remove_absence"),
]
