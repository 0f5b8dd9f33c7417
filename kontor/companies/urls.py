"""Addresses of `companies`, below `/company/`."""

from __future__ import annotations

from django.urls import path

from kontor.companies import invitation_views, relationship_views, user_views, views

app_name = "companies"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("addresses/<int:pk>/remove/", views.remove_address, name="remove_address"),
    path("users/", user_views.users, name="users"),
    path("users/roles/", user_views.roles, name="roles"),
    path("users/invite/", user_views.invite, name="invite"),
    path("users/assign-by-equipment/", user_views.assign_by_equipment, name="assign_by_equipment"),
    path("users/invitations/<int:pk>/resend/", user_views.resend_invitation, name="resend_invitation"),
    path("users/invitations/<int:pk>/withdraw/", user_views.withdraw_invitation, name="withdraw_invitation"),
    path("invitation/<str:token>/", invitation_views.invitation, name="invitation"),
    path("invitation/<str:token>/renew/", invitation_views.renew_invitation, name="renew_invitation"),
    path("relationships/", relationship_views.relationships, name="relationships"),
    path("relationships/ask/", relationship_views.ask_relationship, name="ask_relationship"),
    path("relationships/<int:pk>/withdraw/", relationship_views.withdraw_request, name="withdraw_request"),
]
