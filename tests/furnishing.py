"""A row of a company in every table that has rows of companies."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils import timezone

from kontor.catalogue.models import CustomerArticleNumber, PriceList, Product
from kontor.companies.models import Change, ChangeReview, Company, CompanyRole, Contact, Invitation, Member
from kontor.documents.models import Document
from kontor.equipment.models import Assignment, Holding, Machine, Meter, Reading
from kontor.journal.actions import record
from kontor.kit.scope import acting_in
from kontor.notifications.models import Mail, Notification
from kontor.onboarding.models import CompanyInvitation, LegacyAccount, Registration
from kontor.orders.models import Order, OrderLine
from kontor.service.models import Case, Message
from kontor.shopping.models import Cart, CartLine, PlacedOnce, QuickOrder, QuickOrderLine
from tests.cast import STAGE


def furnish(member: Member, product: Product) -> dict[str, str]:
    """Put a row of the member's company into every tenant table; the key of the row by table."""
    company = member.company
    with acting_in(STAGE):
        order = Order.objects.create(
            company=company, number=f"A-{company.number}", entity=company.entity, partner=company.partner,
            member=member, placed_at=timezone.now(), currency=company.currency, net=1, tax=0, total=1, line_count=1,
        )  # fmt: skip
        line = OrderLine.objects.create(
            company=company, order=order, partner=company.partner, position=1, product=product, number=product.number,
            text="text", unit="piece", quantity=1, unit_price=1, net=1, tax_rate=25,
        )  # fmt: skip
        document = Document.objects.create(
            company=company, partner=company.partner, kind="order_confirmation", subject="order", subject_id=order.pk,
            name="a.pdf", content_type="application/pdf", size=1, sha256="0", stored_as=f"{company.pk}/a",
        )  # fmt: skip
        price_list = PriceList.objects.create(
            code=f"C-{company.number}",
            name="C",
            kind="contract",
            rank=10,
            currency=company.currency,
            company=company,
        )
        price = price_list.prices.create(
            product=product, company=company, valid_from="2026-01-01", amount=Decimal(1)
        )
        number = company_number(company, product)
        entry = record("order.placed", order, by=member)
        told = Notification.objects.create(user=member.user, company_id=company.pk, key="k", kind="k")
        mail = Mail.objects.create(key=f"k{company.pk}", company_id=company.pk, template="t", message_id="m")
        now = timezone.now()
        invitation = Invitation.objects.create(
            company=company, invited_by=member, email="new@x.example", first_name="N", last_name="N", roles=["reader"],
            language="nb", token_hash=f"t{company.pk}", expires_at=now,
        )  # fmt: skip
        contact = Contact.objects.create(company=company, name="C", purpose="p", phone="1", member=member)
        change = Change.objects.create(company=company, entry_id=entry.pk, field="name")
        review = ChangeReview.objects.create(
            company=company, partner=company.partner, entries=[entry.pk], changed_at=now
        )
        own_role = CompanyRole.objects.create(company=company, name="Own", permissions=["see_orders"])
        machine = Machine.objects.create(area=product.area, serial=f"AB{company.number}")
        handled: dict[str, Any] = {"company": company, "partner": company.partner}
        holding = Holding.objects.create(
            **handled, area=product.area, machine=machine, serial=machine.serial, status="held", registered_at=now,
            held_from=now.date(), registered_by=member,
        )  # fmt: skip
        meter = Meter.objects.create(**handled, holding=holding, kind="hours")
        reading = Reading.objects.create(
            **handled, meter=meter, value=1, read_on=now.date(), member=member, sent_at=now
        )
        assignment = Assignment.objects.create(company=company, holding=holding, member=member)
        case = Case.objects.create(
            **handled, number=f"S-{company.number}", kind="fault", subject="s", holding=holding, opened_by=member,
            opened_at=now, last_at=now,
        )  # fmt: skip
        message = Message.objects.create(**handled, case=case, member=member, body="b", written_at=now)
        registration = Registration.objects.create(
            **handled, language="nb", kind="customer", email="r@x.example", first_name="R", last_name="R",
            started_at=now, expires_at=now,
        )  # fmt: skip
        invited = CompanyInvitation.objects.create(
            **handled, number=f"I-{company.number}", language="nb", kind="customer", email="i@x.example", first_name="I",
            last_name="I", company_name="I", token_hash=f"i{company.pk}", sent_at=now, expires_at=now,
        )  # fmt: skip
        legacy = LegacyAccount.objects.create(company=company, email=f"l{company.pk}@x.example")
    with acting_in(member):
        cart = Cart.objects.create(company=company, member=member)
        cart_line = CartLine.objects.create(company=company, cart=cart, product=product, quantity=1)
        quick = QuickOrder.objects.create(company=company, member=member)
        quick_line = QuickOrderLine.objects.create(
            company=company, quick_order=quick, position=1, product=product, quantity=1
        )
        once = PlacedOnce.objects.create(
            company=company, order=order, request_hash="h", key="00000000-0000-4000-8000-000000000000"
        )
    rows = [
        company, member, order, line, document, price_list, price, number, entry, told, mail,
        cart, cart_line, quick, quick_line, once,
        invitation, contact, change, review, own_role, holding, meter, reading, assignment, case, message, registration, invited, legacy,
        company.addresses.model(pk=key_of("companies_address", company)),
        company.relationships.model(pk=key_of("companies_relationship", company)),
    ]  # fmt: skip
    return {row._meta.db_table: str(row.pk) for row in rows}


def company_number(company: Company, product: Product) -> Any:
    """A company's own number for a product."""
    return CustomerArticleNumber.objects.create(
        company=company, product=product, number="OWN-1", plain="OWN1"
    )


def key_of(table: str, company: Company) -> int:
    """The key of some row of the company."""
    with acting_in(STAGE), connection.cursor() as cursor:
        cursor.execute(f"SELECT min(id) FROM {table} WHERE company_id = %s", [company.pk])
        (key,) = cursor.fetchone()
    assert isinstance(key, int)
    return key
