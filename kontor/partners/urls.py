"""Addresses of `partners`, under `/legal/`."""

from __future__ import annotations

from django.urls import path

from kontor.partners import views

app_name = "partners"
urlpatterns = [
    path("consent/", views.consent, name="consent"),
    path("consents/", views.consents, name="consents"),
    path("<slug:kind>/", views.terms, name="terms"),
    path("<slug:kind>/<int:version>/", views.terms, name="terms"),
    path("<slug:kind>/<slug:area>/", views.terms, name="terms"),
    path("<slug:kind>/<slug:area>/<int:version>/", views.terms, name="terms"),
]
