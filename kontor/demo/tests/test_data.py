"""The demonstration's data are the same every time, pass every check, and fit together."""

import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from stdnum import ean
from stdnum.de import handelsregisternummer
from stdnum.de import vat as german_vat
from stdnum.no import mva, orgnr

from kontor.demo.data import help as help_pages
from kontor.demo.data import operator
from kontor.demo.data.catalogue.categories import LEAVES
from kontor.demo.data.companies import BY_NUMBER, COMPANIES
from kontor.demo.data.people import COUNT, MEMBER_ROLES, PEOPLE, STAFF_ROLES, accounts_to_try, members_of
from kontor.demo.data.products import FAMILIES, INACTIVE, all_products
from kontor.demo.data.terms import all_terms
from kontor.demo.data.texts import LANGUAGES
from kontor.demo.data.workdays import between, later, local
from kontor.demo.data.write import FILES, write_all
from kontor.demo.tests.conftest import TODAY, lines
from kontor.knowledge.places import PLACES
from kontor.partners.models import Terms

DRAWINGS = Path(__file__).resolve().parent.parent / "data" / "drawings"


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.csv"))}


def test_the_same_day_gives_the_same_bytes_whatever_the_hash_seed(folder, tmp_path):
    command = [sys.executable, "-m", "kontor.demo.data.write", str(tmp_path), TODAY.isoformat()]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "4711", "PYTHONPATH": str(Path.cwd())})
    assert everything(tmp_path) == everything(folder)


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29)])
def test_any_day_will_do(tmp_path, day):
    write_all(tmp_path, today=day)
    assert {path.name for path in tmp_path.glob("*.csv")} == set(FILES)
    assert max(row["placed_at"] for row in lines(tmp_path, "orders.csv"))[:10] < day.isoformat()


# companies and people


def test_companies_have_numbers_that_pass_their_check_and_belong_to_nobody():
    assert len(COMPANIES) >= 40
    for company in COMPANIES:
        if company.country == "NO":
            assert orgnr.is_valid(company.organisation_number)
            assert company.organisation_number[0] in "23"
            assert mva.is_valid(company.vat_number)
        else:
            assert handelsregisternummer.is_valid(company.organisation_number)
            assert german_vat.is_valid(company.vat_number)
            assert company.vat_number.startswith("DE999")
    for attribute in ("number", "name", "domain", "organisation_number", "vat_number", "phone_stem"):
        assert len({getattr(company, attribute) for company in COMPANIES}) == len(COMPANIES), attribute


def test_companies_have_one_billing_address_and_delivery_addresses_with_postcodes(folder):
    rows = lines(folder, "companies.csv")
    kinds = Counter((row["number"], row["address_kind"]) for row in rows)
    for company in COMPANIES:
        assert kinds[company.number, "billing"] == 1
        assert 1 <= kinds[company.number, "delivery"] <= 4
    assert all(
        row["postcode"].isdigit() and len(row["postcode"]) == {"NO": 4, "DE": 5}[row["country"]]
        for row in rows
    )
    assert [site.name for site in BY_NUMBER["104233"].deliveries] == [
        "E6 Sluppen, port 3",
        "Lager Heimdal",
        "Moholt B3",
        "Verksted",
    ]


def test_every_company_is_sold_to_by_its_country_and_looked_after():
    entities = {entity.code: entity for entity in operator.ENTITIES}
    partners = {partner.code: partner for partner in operator.PARTNERS}
    groups = {code for code, _ in operator.GROUPS}
    tiers = {tier.code for tier in operator.TIERS}
    for company in COMPANIES:
        assert entities[company.entity].country == company.country
        assert entities[company.entity].currency == company.currency
        served = partners[company.partner].postcodes
        assert any(each.first <= company.billing.postcode <= each.last for each in served)
        assert company.group in groups | {""}
        assert company.tier in tiers


def test_150_people_with_the_eight_accounts_and_an_administrator_in_every_company():
    assert len(PEOPLE) == COUNT == 150
    assert len({person.email for person in PEOPLE}) == COUNT
    assert [person.email for person in accounts_to_try()] == [
        "anna@fjordbygg.example",
        "bjorn@fjordbygg.example",
        "tom@fjordbygg.example",
        "claudia@rheintal-metallbau.example",
        "petra@hansa-nord.example",
        "stefan@hansa-sued.example",
        "sigrid@hansa-industri.example",
        "olav@hansa-industri.example",
    ]
    for company in COMPANIES:
        people = members_of(company.number)
        assert any(person.role == "administrator" and person.active for person in people), company.name
        assert all(person.email.endswith(f"@{company.domain}") for person in people)
    assert all(person.role in (STAFF_ROLES if person.is_staff else MEMBER_ROLES) for person in PEOPLE)
    assert all(person.email.isascii() and person.email.endswith(".example") for person in PEOPLE)


def test_terms_say_in_three_languages_what_checkout_charges():
    terms = {each.kind: each for each in all_terms()}
    assert set(terms) == set(Terms.Kind.values)
    for each in terms.values():
        assert set(each.bodies) == set(each.titles) == set(LANGUAGES)
        assert all(len(body) > 500 and "{" not in body for body in each.bodies.values())
    assert "NOK 490" in terms["shipping"].bodies["nb"]
    assert "Paket bis 31,5 kg: 19,90 EUR" in terms["shipping"].bodies["de"]
    assert "net 30 days" in terms["payment"].bodies["en"]


def test_the_texts_about_the_portal_name_the_cookies_it_sets_and_who_processes_data():
    terms = {each.kind: each for each in all_terms()}
    for language in LANGUAGES:
        cookies = terms["cookies"].bodies[language]
        assert all(f"`{name}`" in cookies for name in ("-session", "-csrf", "language", "theme", "messages"))
        assert all(entity.name in terms["imprint"].bodies[language] for entity in operator.ENTITIES)
        assert operator.OPERATOR.email in terms["privacy"].bodies[language]
    assert "None." in terms["privacy"].bodies["en"]


def test_every_place_has_its_help_in_three_languages():
    assert len(help_pages.PAGES) >= 12
    assert len({page.slug for page in help_pages.PAGES}) == len(help_pages.PAGES)
    topics = {topic.code for topic in help_pages.TOPICS}
    for page in help_pages.PAGES:
        assert page.topic in topics
        assert page.place in PLACES
        assert set(page.title) == set(page.body) == set(LANGUAGES)
        assert all(len(body) > 200 for body in page.body.values())


# products


def test_600_products_with_texts_in_three_languages(products):
    assert len(products) == 600
    for row in products.values():
        for language in LANGUAGES:
            assert 5 <= len(row[f"name_{language}"]) <= 80
            assert len(row[f"description_{language}"]) >= 25
            assert row[f"category_{language}"].count(" > ") == 1
            assert not any(
                sign in row[f"name_{language}"] + row[f"description_{language}"] for sign in "{}~|"
            )
    for language in LANGUAGES:
        assert len({row[f"name_{language}"] for row in products.values()}) == 600
    assert products["HI-440718"]["name_en"] == "Return filter RF 330, 10 µm"
    assert products["HI-440718"]["maker_number"] == "NH-77120-10"
    assert products["HI-748120"]["name_de"] == "Sechskantschraube M12×40, 8.8 verzinkt"
    assert products["HI-690112"]["name_nb"] == "Elektrolyttdrikk, 24 × 0,5 l"


def test_gtins_pass_their_check_and_are_for_use_within_one_house(products):
    gtins = [row["gtin"] for row in products.values() if row["gtin"]]
    assert len(gtins) > 550
    assert len(set(gtins)) == len(gtins)
    assert all(ean.is_valid(gtin) and len(gtin) == 13 and 200 <= int(gtin[:3]) <= 299 for gtin in gtins)


def test_only_one_number_is_ambiguous():
    def plain(number: str) -> str:
        return "".join(sign for sign in number.upper() if sign.isalnum())

    found: Counter[str] = Counter()
    for product in all_products(TODAY):
        found.update({plain(product.number), plain(product.maker_number), product.gtin} - {""})
    assert [number for number, times in found.items() if times > 1] == ["WS38"]


def test_quantities_packs_and_stock_fit(products):
    for row in products.values():
        pack, minimum, stock = int(row["pack_size"]), int(row["min_quantity"]), int(row["stock"])
        assert minimum % pack == 0
        assert stock >= 0
        assert bool(row["restock_date"]) == bool(row["restock_quantity"])
        assert stock or row["restock_date"] or row["lead_days"], row["number"]
        if row["restock_date"]:
            assert date.fromisoformat(row["restock_date"]) > TODAY
    assert products["HI-440718"]["stock"] == "42"
    assert sum(1 for row in products.values() if row["active"] == "no") == len(INACTIVE) == 8
    assert {row["tax_class"] for row in products.values()} == {"standard", "reduced"}
    assert {row["warehouse"] for row in products.values()} == {"Trondheim", "Hamburg"}


def test_every_category_has_products_and_every_family_a_drawing():
    assert {family.category for family in FAMILIES} == set(LEAVES)
    for family in FAMILIES:
        drawing = (DRAWINGS / f"{family.drawing}.svg").read_text()
        assert len(drawing.encode()) <= 1536
        assert 'viewBox="0 0 64 64"' in drawing
    assert {path.stem for path in DRAWINGS.glob("*.svg")} == {family.drawing for family in FAMILIES}


# days


def test_working_days_skip_weekends():
    friday, monday = date(2026, 11, 13), date(2026, 11, 16)
    assert later(friday, 1) == monday
    assert later(date(2026, 11, 14), 0) == monday
    assert between(friday, monday) == 1
    assert between(friday, date(2026, 11, 27)) == 10


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 1), (date(2026, 3, 29), 2), (date(2026, 10, 25), 1)]
)
def test_clocks_change_on_the_last_sundays(day, hours):
    assert local(day, datetime.min.time()).utcoffset() == timedelta(hours=hours)
