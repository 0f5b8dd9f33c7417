"""Machines, pictures and cases for the tests of the service."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from kontor.companies.models import Company, Member
from kontor.equipment.models import Assignment, Holding, Machine
from kontor.kit.pictures import Picture
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea
from kontor.service.actions import open_case
from kontor.service.models import Case
from tests.cast import STAGE


def held(company: Company, serial: str = "NH482K", *, reference: str = "Graver 7", **fields: Any) -> Holding:
    """A machine in use at a company, with its usual partner."""
    with acting_in(STAGE):
        area = ProductArea.objects.get(code="construction")
        machine = Machine.objects.create(area=area, serial=serial, model="NX 220")
        return Holding.objects.create(
            **{
                "company": company,
                "partner": company.partner,
                "area": area,
                "machine": machine,
                "serial": serial,
                "reference": reference,
                "status": "held",
                "held_from": dt.date(2026, 1, 1),
                "registered_at": timezone.now(),
            }
            | fields
        )


def look_after(member: Member, *holdings: Holding) -> None:
    """Have a company say who looks after what, and give these machines to the member (CO-4)."""
    with acting_in(STAGE):
        Company.objects.filter(pk=member.company_id).update(assigns_equipment=True)
        for holding in holdings:
            Assignment.objects.create(company=holding.company, holding=holding, member=member)


def opened(by: Member, holding: Holding | None = None, **fields: Any) -> Case:
    """A case that a member has opened."""
    with acting_in(by):
        return open_case(
            **{
                "kind": "fault",
                "subject": "Oil leaks at the slew ring",
                "body": "Half a litre since this morning.",
                "holding": holding,
                "by": by,
            }
            | fields
        )


def jpeg(size: tuple[int, int] = (640, 480), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#d29a2a").save(out, "JPEG", **more)
    return out.getvalue()


def photograph(name: str = "IMG_0412.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg(), content_type="image/jpeg")


def picture(name: str = "oil.jpg") -> Picture:
    return Picture(name, jpeg(), jpeg((32, 24)))
