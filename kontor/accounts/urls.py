"""Signing in and one's own account. Of allauth's addresses only those that we use; their names are allauth's."""

from __future__ import annotations

from allauth.account import views as allauth
from django.urls import path, re_path

from kontor.accounts import new_email_views, passkey_views, second_factor_views, session_views, views

urlpatterns = [
    path("", views.me, name="account_me"),
    path("security/", views.security, name="account_security"),
    path("language/choose/", views.language, name="account_language"),
    path("language/", views.set_language, name="set_language"),
    path("email/", new_email_views.ask_new_email, name="ask_new_email"),
    path("email/resend/", new_email_views.resend_new_email, name="resend_new_email"),
    path("email/withdraw/", new_email_views.withdraw_new_email, name="withdraw_new_email"),
    path("email/prove/<str:token>/", new_email_views.prove_new_email, name="prove_new_email"),
    path("user-name/", views.choose_user_name, name="choose_user_name"),
    path("login/", views.sign_in, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", allauth.signup, name="account_signup"),
    path("login/passkey/", passkey_views.sign_in_by_passkey, name="sign_in_by_passkey"),
    path("login/second-factor/", second_factor_views.authenticate, name="mfa_authenticate"),
    path("reauthenticate/", second_factor_views.reauthenticate, name="account_reauthenticate"),
    path("second-factor/", second_factor_views.choose, name="second_factor"),
    path("second-factor/app/", second_factor_views.set_up_app, name="set_up_app"),
    path("second-factor/app/remove/", second_factor_views.remove_app, name="remove_app"),
    path("second-factor/codes/", second_factor_views.recovery_codes, name="recovery_codes"),
    path("second-factor/codes/renew/", second_factor_views.renew_codes, name="renew_codes"),
    path("passkeys/add/", passkey_views.add_passkey, name="add_passkey"),
    path("passkeys/<int:pk>/rename/", passkey_views.rename_passkey, name="rename_passkey"),
    path("passkeys/<int:pk>/remove/", passkey_views.remove_passkey, name="remove_passkey"),
    path("sessions/<int:pk>/end/", session_views.end_session, name="end_session"),
    path("sessions/end-others/", session_views.end_other_sessions, name="end_other_sessions"),
    path("confirm-email/", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("password/change/", views.change_password, name="account_change_password"),
    path("password/replace/", views.replace_password, name="replace_password"),
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
