"""Every address of the portal; the top level never changes again (docs/map.md)."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

from kontor.home import views as home
from kontor.partners.masterdata import site as master_data

urlpatterns = [
    path("healthz", home.healthz, name="healthz"),
    path("readyz", home.readyz, name="readyz"),
    path("", include("kontor.home.urls")),
    path("", include("kontor.kit.urls")),
    path("accounts/my-data/", include("kontor.companies.privacy_urls")),
    path("accounts/", include("kontor.accounts.urls")),
    path("shop/", include("kontor.catalogue.urls")),
    path("", include("kontor.shopping.urls")),
    path("orders/", include("kontor.orders.urls")),
    path("equipment/", include("kontor.equipment.urls")),
    path("service/", include("kontor.service.urls")),
    path("company/join-requests/", include("kontor.onboarding.join_urls")),
    path("company/", include("kontor.companies.urls")),
    path("legal/", include("kontor.partners.urls")),
    path("help/contact/", include("kontor.onboarding.contact_urls")),
    path("help/", include("kontor.knowledge.urls")),
    path("register/", include("kontor.onboarding.urls")),
    path("documents/", include("kontor.documents.urls")),
    path("notifications/", include("kontor.notifications.urls")),
    path("desk/", include("kontor.desk.urls")),
    path("admin/", master_data.urls),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("kontor.demo.urls"))]

handler400 = "kontor.kit.error_pages.bad_request"
handler403 = "kontor.kit.error_pages.forbidden"
handler404 = "kontor.kit.error_pages.not_found"
handler429 = "kontor.kit.error_pages.too_many"  # allauth's
handler500 = "kontor.kit.error_pages.server_error"
