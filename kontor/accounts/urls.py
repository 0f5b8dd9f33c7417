"""Signing in and one's own account. Of allauth's addresses only those that we use; their names are allauth's."""

from __future__ import annotations

from allauth.account import views as allauth
from django.urls import path, re_path

from kontor.accounts import views

urlpatterns = [
    path("", views.me, name="account_me"),
    path("language/", views.set_language, name="set_language"),
    path("login/", views.sign_in, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", allauth.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("confirm-email/", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("password/change/", views.change_password, name="account_change_password"),
    path("password/reset/", views.forget_password, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.set_password,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
