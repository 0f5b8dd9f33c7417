"""My company: what it says about itself, whom one calls, where things go (CO-7)."""

from __future__ import annotations

import pytest

from kontor.companies.actions import add_address, add_contact, change_profile
from kontor.companies.errors import NameMissing, NotReachable
from kontor.companies.models import Address, Change, Company, Contact, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db
SAID = {
    "name": "Fjordbygg AS", "contact": "Anna Hagen", "phone": "73 00 00 09", "email": "faktura@fjordbygg.example",
    "street": "Sluppenvegen 18", "postcode": "7037", "city": "Trondheim",
}  # fmt: skip


def add_place(by, name, **place):
    values = {"street": "Gata 9", "postcode": "7010", "city": "Trondheim", "country": "NO"} | place
    with acting_in(by):
        return add_address(by.company, kind="delivery", name=name, by=by, **values)


def test_it_asks_the_same_for_one_administrator_and_place_and_for_25(anna, fjordbygg, client_of, at_most):
    client = client_of(anna)
    client.get("/company/")
    with at_most(17) as few:
        page = client.get("/company/")
    assert (len(page.context["administrators"]), page.context["places"]) == (1, 3)
    for number in range(24):
        make_member(fjordbygg, f"Liv{number}", "Ås", Role.ADMINISTRATOR)
        add_place(anna, f"Rigg {number}")
        with acting_in(anna):
            add_contact(fjordbygg, name=f"Ola {number}", purpose="Levering", phone="1", by=anna)
    with at_most(18) as many:
        page = client.get("/company/")
    assert (len(page.context["administrators"]), page.context["places"]) == (25, 27)
    assert (
        len(many) <= len(few) + 2
    )  # who made the changes, and from what to what, is asked once there are some


def test_what_is_changed_holds_at_once_and_the_journal_knows_from_what_to_what(anna, client_of):
    client = client_of(anna)
    assert client.post("/company/change/", SAID).status_code == 302
    with acting_in(anna):
        company = Company.objects.get(pk=anna.company_id)
        entry = Entry.objects.get(verb="company.changed")
        told = {one.field: (one.before, one.after) for one in Change.objects.filter(entry_id=entry.pk)}
    assert (company.contact, company.phone, company.city) == ("Anna Hagen", "73 00 00 09", "Trondheim")
    assert told["phone"] == ("73 00 00 01", "73 00 00 09")
    assert entry.member_id == anna.pk
    assert "73 00 00 01" not in str(entry.details)
    page = client.get("/company/").content.decode()
    assert '<del class="muted">73 00 00 01</del> 73 00 00 09' in page


def test_the_same_once_more_changes_nothing(anna, client_of):
    client = client_of(anna)
    client.post("/company/change/", SAID)
    client.post("/company/change/", SAID)
    with acting_in(anna):
        assert Entry.objects.filter(verb="company.changed").count() == 1


def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(anna, client_of):
    page = client_of(anna).post(
        "/company/change/", SAID | {"name": " ", "postcode": "703", "email": "x", "city": "Oslo"}
    )
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"name", "postcode", "email"}
    assert 'value="Oslo"' in page.content.decode()
    with acting_in(anna):
        assert not Entry.objects.filter(verb="company.changed").exists()


def test_who_may_not_change_the_profile_leaves_no_trace(bjorn, fjordbygg, client_of):
    client = client_of(bjorn)
    assert (client.get("/company/change/").status_code, client.post("/company/change/", SAID).status_code) == (
        403, 403,
    )  # fmt: skip
    with acting_in(bjorn), pytest.raises(NotAllowed):
        change_profile(fjordbygg, name="Other", by=bjorn)
    with acting_in(STAGE):
        assert Company.objects.get(pk=fjordbygg.pk).name == "Fjordbygg AS"
        assert not Change.objects.exists()


def test_a_company_has_a_name(anna, fjordbygg):
    with acting_in(anna), pytest.raises(NameMissing):
        change_profile(fjordbygg, name="  ", by=anna)


# ── Contact persons ──────────────────────────────────────────────────────────────


def test_a_contact_person_is_named_changed_and_removed(anna, bjorn, client_of):
    client = client_of(anna)
    said = {"name": "Ola Nordmann", "purpose": "Levering", "phone": "91 00 00 00", "email": ""}
    assert client.post("/company/contacts/add/", said).status_code == 302
    with acting_in(anna):
        ola = Contact.objects.get()
    assert (ola.name, ola.member) == ("Ola Nordmann", None)
    client.post(f"/company/contacts/{ola.pk}/", said | {"email": bjorn.user.email.upper()})
    with acting_in(anna):
        ola = Contact.objects.get()
        assert ola.member == bjorn
        assert Change.objects.filter(field="email", after=bjorn.user.email.upper()).exists()
    client.post(f"/company/contacts/{ola.pk}/remove/")
    with acting_in(anna):
        assert not Contact.objects.exists()
        verbs = list(Entry.objects.filter(subject="contact").order_by("at").values_list("verb", flat=True))
    assert verbs == ["contact.added", "contact.changed", "contact.removed"]


def test_somebody_whom_one_cannot_reach_is_no_contact_person(anna, fjordbygg, client_of):
    page = client_of(anna).post("/company/contacts/add/", {"name": "Ola", "purpose": "Levering"})
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"phone"})
    with acting_in(anna), pytest.raises(NotReachable):
        add_contact(fjordbygg, name="Ola", purpose="Levering", phone=" ", by=anna)


def test_another_companys_contact_person_does_not_exist(anna, claudia, fjordbygg, client_of):
    with acting_in(anna):
        ola = add_contact(fjordbygg, name="Ola", purpose="Levering", phone="1", by=anna)
    client = client_of(claudia)
    assert client.get(f"/company/contacts/{ola.pk}/").status_code == 404
    assert client.post(f"/company/contacts/{ola.pk}/remove/").status_code == 404


# ── Address book ─────────────────────────────────────────────────────────────────


def test_a_place_is_added_changed_and_made_the_default(bjorn, client_of):
    client = client_of(bjorn)
    said = {
        "name": "Rigg",
        "street": "Gata 9",
        "postcode": "7010",
        "city": "Trondheim",
        "country": "NO",
        "phone": "",
    }
    assert client.post("/company/addresses/add/delivery/", said).status_code == 302
    with acting_in(bjorn):
        rigg = Address.objects.get(name="Rigg")
    client.post(f"/company/addresses/{rigg.pk}/", said | {"street": "Gata 10"})
    client.post(f"/company/addresses/{rigg.pk}/make-default/")
    with acting_in(bjorn):
        rigg.refresh_from_db()
        assert (rigg.street, rigg.is_default) == ("Gata 10", True)
        assert not Address.objects.get(company=bjorn.company_id, name="Lager").is_default
        assert Change.objects.filter(field="street").latest("pk").before == "Gata 9"


@pytest.mark.parametrize(
    ("country", "postcode", "right"),
    [("NO", "0150", True), ("NO", "150", False), ("DE", "20457", True), ("DE", "2045", False)],
)
def test_postcodes_go_by_the_country(bjorn, client_of, country, postcode, right):
    said = {"name": "Rigg", "street": "Gata 9", "postcode": postcode, "city": "X", "country": country}
    page = client_of(bjorn).post("/company/addresses/add/delivery/", said)
    assert page.status_code == (302 if right else 422)
    if not right:
        assert set(page.context["form"].errors) == {"postcode"}


def test_invoices_go_to_more_countries_than_goods(bjorn, client_of):
    said = {"name": "HQ", "street": "Gatan 9", "postcode": "111 20", "city": "Stockholm", "country": "SE"}
    client = client_of(bjorn)
    assert client.post("/company/addresses/add/billing/", said).status_code == 302
    page = client.post("/company/addresses/add/delivery/", said)
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"country"})
    page = client.post("/company/addresses/add/billing/", said | {"name": "HQ 2", "postcode": "1112"})
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"postcode"})


def test_the_last_billing_address_stays(bjorn, fjordbygg, client_of):
    client = client_of(bjorn)
    with acting_in(bjorn):
        billing = Address.objects.get(company=fjordbygg, kind="billing")
    path = f"/company/addresses/{billing.pk}/remove/"
    assert client.get(path).context["stays"]
    assert client.post(path).status_code == 422
    with acting_in(bjorn):
        assert Address.objects.filter(pk=billing.pk).exists()
        assert not Entry.objects.filter(verb="address.removed").exists()


def test_200_places_come_page_by_page_and_are_found(bjorn, fjordbygg, client_of, at_most):
    with acting_in(STAGE):
        Address.objects.bulk_create(
            Address(
                company=fjordbygg, kind="delivery", name=f"Rigg {number:03}", street="Gata 9", postcode="7010",
                city="Bergen" if number == 150 else "Trondheim", country="NO",
            )
            for number in range(200)
        )  # fmt: skip
    client = client_of(bjorn)
    client.get("/company/addresses/")
    with at_most(6):
        page = client.get("/company/addresses/")
    assert (len(page.context["page"].rows), page.context["count"]) == (25, 203)
    assert page.context["page"].next
    found = client.get("/company/addresses/?q=rigg+bergen").context["page"].rows
    assert [one.name for one in found] == ["Rigg 150"]
    assert not client.get("/company/addresses/?q=xyzzy").context["page"]
