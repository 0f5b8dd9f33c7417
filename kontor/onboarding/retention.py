"""How long registrations that were never finished are known."""

from django.utils.translation import gettext_lazy as _

from kontor.kit.retention import Kind
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import RegistrationStatus as S

KINDS = (
    Kind(
        "registrations",
        _("Registrations that were never finished"),
        days=90,
        older=lambda before: Registration.objects.filter(
            status__in=[S.EXPIRED, S.WITHDRAWN], company=None, saved_at__lt=before
        ),
        least=14,
    ),
)
