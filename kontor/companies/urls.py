"""Addresses of `companies`, below `/company/`."""

from __future__ import annotations

from django.urls import path

from kontor.companies import (
    invitation_views,
    look_views,
    many_views,
    member_views,
    privacy_views,
    relationship_views,
    role_views,
    second_factor_views,
    switch_views,
    user_views,
    views,
)

app_name = "companies"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("me/", privacy_views.change_own_data, name="change_own_data"),
    path("looks/", look_views.looks, name="looks"),
    path("looks/end/", look_views.end_look, name="end_look"),
    path("switch/", switch_views.switch_company, name="switch_company"),
    path("change/", views.change_profile, name="change_profile"),
    path("addresses/", views.addresses, name="addresses"),
    path("addresses/add/<slug:kind>/", views.add_address, name="add_address"),
    path("addresses/<int:pk>/", views.change_address, name="change_address"),
    path("addresses/<int:pk>/make-default/", views.make_default, name="make_default"),
    path("addresses/<int:pk>/remove/", views.remove_address, name="remove_address"),
    path("contacts/add/", views.add_contact, name="add_contact"),
    path("contacts/<int:pk>/", views.change_contact, name="change_contact"),
    path("contacts/<int:pk>/remove/", views.remove_contact, name="remove_contact"),
    path("users/", user_views.users, name="users"),
    path("users/<int:pk>/", member_views.user, name="user"),
    path("users/<int:pk>/rights/", member_views.change_rights, name="change_rights"),
    path("users/<int:pk>/deactivate/", member_views.deactivate, name="deactivate"),
    path("users/<int:pk>/successors/", member_views.successors, name="successors"),
    path("users/<int:pk>/reactivate/", member_views.reactivate, name="reactivate"),
    path("users/<int:pk>/reset/", member_views.start_reset, name="start_reset"),
    path(
        "users/<int:pk>/second-factor/reset/",
        second_factor_views.reset_second_factor,
        name="reset_second_factor",
    ),
    path("users/second-factor/", second_factor_views.require_second_factor, name="require_second_factor"),
    path("users/invite/", user_views.invite, name="invite"),
    path("users/invite/many/", many_views.invite_many, name="invite_many"),
    path("users/invite/many/sample.csv", many_views.sample, name="invite_many_sample"),
    path("users/assign-by-equipment/", user_views.assign_by_equipment, name="assign_by_equipment"),
    path("users/invitations/<int:pk>/resend/", user_views.resend_invitation, name="resend_invitation"),
    path("users/invitations/<int:pk>/withdraw/", user_views.withdraw_invitation, name="withdraw_invitation"),
    path("roles/", role_views.roles, name="roles"),
    path("roles/add/", role_views.add_role, name="add_role"),
    path("roles/<int:pk>/", role_views.change_role, name="change_role"),
    path("roles/<int:pk>/remove/", role_views.remove_role, name="remove_role"),
    path("invitation/<str:token>/", invitation_views.invitation, name="invitation"),
    path("invitation/<str:token>/renew/", invitation_views.renew_invitation, name="renew_invitation"),
    path("relationships/", relationship_views.relationships, name="relationships"),
    path("relationships/ask/", relationship_views.ask_relationship, name="ask_relationship"),
    path("relationships/<int:pk>/", relationship_views.relationship, name="relationship"),
    path("relationships/<int:pk>/end/", relationship_views.end_relationship, name="end_relationship"),
    path("relationships/<int:pk>/withdraw/", relationship_views.withdraw_request, name="withdraw_request"),
]
