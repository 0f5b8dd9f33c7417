from django.urls import path

from kontor.kit import appearance

app_name = "kit"
urlpatterns = [path("theme/", appearance.theme, name="theme")]
