"""Addresses of `onboarding` for applicants, under `/register/`."""

from __future__ import annotations

from django.urls import path

from kontor.onboarding import invitation_views, takeover_views, views

app_name = "onboarding"
urlpatterns = [
    path("", views.register, name="register"),
    path("colleague/", views.colleague, name="colleague"),
    path("company/", views.company, name="company"),
    path("access/", views.access, name="access"),
    path("code/", views.code, name="code"),
    path("resend/", views.resend, name="resend"),
    path("status/", views.status, name="status"),
    path("answer/", views.answer, name="answer"),
    path("withdraw/", views.withdraw, name="withdraw"),
    path("again/", views.again, name="again"),
    path("mailed/", takeover_views.mailed, name="mailed"),
    path("invitation/<str:token>/", invitation_views.invitation, name="invitation"),
    path("take-over/<str:token>/", takeover_views.take_over, name="take_over"),
    path("<str:token>/", views.link, name="link"),
]
