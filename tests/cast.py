"""The cast: people and companies that tests are played with.

Fjordbygg AS is a Norwegian customer of the partner Hansa Nord, Rheintal Metallbau GmbH a German one of Hansa Süd.
Anna manages Fjordbygg, Bjørn buys, Tom repairs, Rita only reads; Claudia manages Rheintal. Petra is staff of Hansa
Nord, Stefan of Hansa Süd; Sigrid sells for the operator, Olav maintains its master data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import pytest
from django.test import Client

from kontor.accounts.models import User
from kontor.catalogue.models import (
    ArticleNumber,
    Category,
    CustomerArticleNumber,
    Price,
    PriceList,
    Product,
    Stock,
)
from kontor.companies.models import Address, Company, CustomerGroup, Member, Relationship, Role
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import (
    Operator,
    Partner,
    PartnerArea,
    ProductArea,
    SellingEntity,
    ShippingRate,
    Staff,
    Terms,
)

STAGE: Final = SystemActor("tests.stage")
PASSWORD: Final = "correct horse battery staple"
AREAS: Final = ("construction", "test", "office", "lighting", "copper")


@pytest.fixture
def stage(db: None) -> SystemActor:
    """An actor who may set things up; use it as `with acting_in(stage):`."""
    with acting_in(STAGE):
        Operator.objects.create(
            pk=1,
            name="Hansa Industri",
            email="post@hansa-industri.example",
            phone="22 00 00 00",
            silver_discount=3,
            gold_discount=6,
            platinum_discount=9,
        )
    return STAGE


@pytest.fixture
def areas(stage: SystemActor) -> dict[str, ProductArea]:
    """Product areas by code."""
    with acting_in(stage):
        return {
            code: ProductArea.objects.create(
                code=code, name_nb=f"{code} nb", name_de=f"{code} de", name_en=f"{code} en", position=position
            )
            for position, code in enumerate(AREAS)
        }


@pytest.fixture
def entities(stage: SystemActor) -> dict[str, SellingEntity]:
    """Selling entities by code: NO (NOK, 25 and 15 %) and DE (EUR, 19 and 7 %)."""
    with acting_in(stage):
        made = {}
        for code, currency, standard, reduced, days in [("NO", "NOK", 25, 15, 14), ("DE", "EUR", 19, 7, 30)]:
            made[code] = SellingEntity.objects.create(
                code=code,
                name="Hansa Industri AS" if code == "NO" else "Hansa Industri GmbH",
                country=code,
                currency=currency,
                street="Havnegata 1",
                postcode="7010" if code == "NO" else "20457",
                city="Trondheim" if code == "NO" else "Hamburg",
                phone="22 00 00 00",
                email=f"{code.lower()}@hansa-industri.example",
                standard_tax=standard,
                reduced_tax=reduced,
                payment_days=days,
                bulky_surcharge=490 if code == "NO" else 49,
                free_shipping_from=5000 if code == "NO" else 500,
                forwarder_name="Nordfrakt",
                time_zone="Europe/Oslo" if code == "NO" else "Europe/Berlin",
            )
            for carriage, up_to_kg, price in [
                ("parcel", 10, "149.00"),
                ("parcel", 35, "249.00"),
                ("forwarder", 500, "890.00"),
                ("forwarder", None, "1490.00"),
            ]:
                ShippingRate.objects.create(
                    entity=made[code], carriage=carriage, up_to_kg=up_to_kg, price=Decimal(price)
                )
        return made


@pytest.fixture
def terms(stage: SystemActor) -> dict[str, Terms]:
    """The texts in force by kind."""
    with acting_in(stage):
        return {
            kind: Terms.objects.create(
                kind=kind,
                version=4,
                valid_from=dt.date(2026, 9, 1),
                title_nb=f"{kind} nb",
                title_de=f"{kind} de",
                title_en=f"{kind} en",
                body_nb="## En\n\nTekst.",
                body_de="## Eins\n\nText.",
                body_en="## One\n\nText.",
            )
            for kind in Terms.Kind.values
        }


def _partner(code: str, name: str, country: str, areas: dict[str, ProductArea]) -> Partner:
    partner = Partner.objects.create(
        code=code,
        name=name,
        country=country,
        contact="Petra Lund",
        phone="73 00 12 40",
        email=f"post@{code}.example",
    )
    for area in areas.values():
        PartnerArea.objects.create(partner=partner, area=area)
    return partner


@pytest.fixture
def hansa_nord(stage: SystemActor, areas: dict[str, ProductArea]) -> Partner:
    with acting_in(stage):
        return _partner("hansa-nord", "Hansa Nord", "NO", areas)


@pytest.fixture
def hansa_sued(stage: SystemActor, areas: dict[str, ProductArea]) -> Partner:
    with acting_in(stage):
        return _partner("hansa-sued", "Hansa Süd", "DE", areas)


@pytest.fixture
def groups(stage: SystemActor) -> dict[str, CustomerGroup]:
    """Customer groups by code."""
    with acting_in(stage):
        return {
            code: CustomerGroup.objects.create(code=code, name=code.capitalize())
            for code in ("building", "metal")
        }


def _company(
    areas: dict[str, ProductArea], partner: Partner, place: tuple[str, str, str], **fields: Any
) -> Company:
    company = Company.objects.create(partner=partner, **fields)
    street, postcode, city = place
    for kind, name, default in [
        ("billing", company.name, True),
        ("delivery", "Lager", True),
        ("delivery", "Port 3", False),
    ]:
        Address.objects.create(
            company=company,
            kind=kind,
            name=name,
            street=street,
            postcode=postcode,
            city=city,
            country=company.country,
            phone="91 33 07 52",
            is_default=default,
        )
    for area in areas.values():
        Relationship.objects.create(company=company, partner=partner, area=area, status="active")
    return company


@pytest.fixture
def fjordbygg(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    entities: dict[str, SellingEntity],
    groups: dict[str, CustomerGroup],
    hansa_nord: Partner,
) -> Company:
    """A Norwegian building contractor: NOK, gold, price list of the group building."""
    with acting_in(stage):
        return _company(
            areas,
            hansa_nord,
            ("Sluppenvegen 18", "7037", "Trondheim"),
            number="104233",
            name="Fjordbygg AS",
            organisation_number="310000002",
            country="NO",
            language="nb",
            currency="NOK",
            entity=entities["NO"],
            tier="gold",
            group=groups["building"],
            email="faktura@fjordbygg.example",
            phone="73 00 00 01",
        )


@pytest.fixture
def rheintal(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    entities: dict[str, SellingEntity],
    groups: dict[str, CustomerGroup],
    hansa_sued: Partner,
) -> Company:
    """A German metal builder: EUR, silver."""
    with acting_in(stage):
        return _company(
            areas,
            hansa_sued,
            ("Rheinstraße 4", "55116", "Mainz"),
            number="208117",
            name="Rheintal Metallbau GmbH",
            vat_number="DE136695976",
            country="DE",
            language="de",
            currency="EUR",
            entity=entities["DE"],
            tier="silver",
            group=groups["metal"],
            email="rechnung@rheintal-metallbau.example",
            phone="06131 000001",
        )


def _user(email: str, language: str, **fields: Any) -> User:
    from allauth.account.models import EmailAddress

    user = User.objects.create_user(email=email, password=PASSWORD, language=language, **fields)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def make_member(company: Company, first: str, last: str, role: Role, *, language: str = "nb") -> Member:
    """A member of a company who can sign in."""
    domain = company.email.rpartition("@")[2]
    with acting_in(STAGE):
        user = _user(f"{first.lower().replace('ø', 'o')}@{domain}", language)
        return Member.objects.create(
            company=company, user=user, first_name=first, last_name=last, roles=[role]
        )


def make_staff(
    partner: Partner | None, first: str, last: str, role: str, *, language: str = "nb", admin: bool = False
) -> Staff:
    """A staff member of a partner, or of the operator when `partner` is None."""
    domain = f"{partner.code}.example" if partner else "hansa-industri.example"
    with acting_in(STAGE):
        user = _user(f"{first.lower()}@{domain}", language, is_superuser=admin)
        return Staff.objects.create(user=user, partner=partner, role=role, first_name=first, last_name=last)


@pytest.fixture
def anna(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Anna", "Hagen", Role.ADMINISTRATOR)


@pytest.fixture
def bjorn(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Bjørn", "Moe", Role.BUYER)


@pytest.fixture
def tom(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Tom", "Vik", Role.SERVICE)


@pytest.fixture
def rita(fjordbygg: Company) -> Member:
    return make_member(fjordbygg, "Rita", "Dahl", Role.READER)


@pytest.fixture
def claudia(rheintal: Company) -> Member:
    return make_member(rheintal, "Claudia", "Weber", Role.ADMINISTRATOR, language="de")


@pytest.fixture
def petra(hansa_nord: Partner) -> Staff:
    return make_staff(hansa_nord, "Petra", "Lund", "sales")


@pytest.fixture
def stefan(hansa_sued: Partner) -> Staff:
    return make_staff(hansa_sued, "Stefan", "Kurz", "sales", language="de")


@pytest.fixture
def sigrid(stage: SystemActor) -> Staff:
    return make_staff(None, "Sigrid", "Moe", "sales")


@pytest.fixture
def olav(stage: SystemActor) -> Staff:
    return make_staff(None, "Olav", "Berg", "administrator", admin=True)


@pytest.fixture
def products(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    groups: dict[str, CustomerGroup],
    fjordbygg: Company,
    rheintal: Company,
) -> dict[str, Product]:
    """Articles by number, with prices: HI-440718 costs NOK 612.00 on the general list, 501.84 for building
    contractors (448.14 net for gold from 10), so 471.73 for Fjordbygg; HI-512045 has a contract price of NOK 318.00.
    """
    rows: list[tuple[str, str, str, dict[str, Any], str, str]] = [
        ("HI-440718", "construction", "Return filter RF 330, 10 µm", {"maker_number": "NH-77120-10", "gtin": "2000000000015"}, "612.00", "58.00"),
        ("HI-470046", "construction", "Hydraulic oil HVLP 46, drum 208 l", {"unit": "drum", "forwarder": True, "bulky": True, "weight_kg": 195}, "6638.30", "640.00"),
        ("HI-512045", "construction", "Bucket tooth NX 45, forged", {"weight_kg": 6}, "420.00", "41.00"),
        ("HI-690112", "office", "Electrolyte drink, 24 × 0.5 l", {"tax_class": "reduced", "unit": "pack"}, "307.45", "28.00"),
        ("HI-748120", "construction", "Hexagon bolt M12×40", {"pack_size": 100, "min_quantity": 100}, "180.00", "16.00"),
        ("HI-999000", "lighting", "Discontinued lamp", {"is_active": False}, "10.00", "1.00"),
        ("HI-888000", "lighting", "Lamp on request", {}, "", ""),
    ]  # fmt: skip
    with acting_in(stage):
        category = Category.objects.create(path="parts", name_nb="Deler", name_de="Teile", name_en="Parts")
        general = {
            currency: PriceList.objects.create(
                code=f"GENERAL-{currency}",
                name=f"General list {currency}",
                kind="general",
                rank=50,
                currency=currency,
            )
            for currency in ("NOK", "EUR")
        }
        building = PriceList.objects.create(
            code="BUILD-2026",
            name="Construction list 2026",
            kind="group",
            rank=30,
            currency="NOK",
            group=groups["building"],
        )
        contract = PriceList.objects.create(
            code="RA-2026-014",
            name="RA-2026-014",
            kind="contract",
            rank=10,
            currency="NOK",
            company=fjordbygg,
        )
        made: dict[str, Product] = {}
        day = dt.date(2026, 1, 1)
        for number, area, name, more, nok, eur in rows:
            product = made[number] = Product.objects.create(
                number=number,
                area=areas[area],
                category=category,
                name_nb=f"{name} (nb)",
                name_de=f"{name} (de)",
                name_en=name,
                **({"weight_kg": 1} | more),
            )
            for kind, value in [("ours", number), ("maker", product.maker_number), ("gtin", product.gtin)]:
                if value:
                    ArticleNumber.objects.create(
                        product=product, kind=kind, plain="".join(c for c in value.upper() if c.isalnum())
                    )
            Stock.objects.create(product=product, warehouse="Trondheim", quantity=42)
            per = 100 if number == "HI-748120" else 1
            for currency, amount in [("NOK", nok), ("EUR", eur)]:
                if amount:
                    Price.objects.create(
                        list=general[currency],
                        product=product,
                        valid_from=day,
                        amount=Decimal(amount),
                        per=per,
                    )
        filter_, tooth = made["HI-440718"], made["HI-512045"]
        Price.objects.create(list=building, product=filter_, valid_from=day, amount=Decimal("501.84"))
        Price.objects.create(
            list=building, product=filter_, valid_from=day, amount=Decimal("476.74"), from_quantity=10
        )
        Price.objects.create(
            list=contract,
            product=tooth,
            company=fjordbygg,
            valid_from=day,
            amount=Decimal("318.00"),
            net=True,
        )
        CustomerArticleNumber.objects.create(
            company=fjordbygg, product=filter_, number="HYD-RET-7", plain="HYDRET7"
        )
        return made


@pytest.fixture
def client_of() -> Callable[[Member | Staff], Client]:
    """A browser in which a person is signed in: `client_of(anna).get("/overview/")`."""

    def sign_in(person: Member | Staff) -> Client:
        client = Client()
        client.force_login(person.user)
        return client

    return sign_in


@pytest.fixture
def run_jobs() -> Callable[[], int]:
    """Run what was deferred in the test's own transaction, as the worker would; the number of jobs."""
    from django.db import connection
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.models import ProcrastinateJob

    def run() -> int:
        done = 0
        while True:
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = "
                    "(SELECT min(id) FROM procrastinate_jobs WHERE status = 'todo') RETURNING id"
                )
                row = cursor.fetchone()
            if row is None:
                return done
            job = ProcrastinateJob.objects.get(pk=row[0])
            app.tasks[job.task_name].func(**job.args)
            done += 1

    return run
