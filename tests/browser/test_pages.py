"""Every page at three widths, in three languages, light and dark: nothing sticks out, nothing is cut, no barriers.

A page is loaded once a language; then only the window changes. German pages are dark, the others light. axe looks at the
Norwegian ones wide and at the German ones narrow. The pages are listed in `sights`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser import portal as portals
from tests.browser.barriers import barriers, cut
from tests.browser.before_looking import act_for_the_other_company
from tests.browser.buying import BAR, FILTER, fill_cart
from tests.browser.portal import SIZES, Portal, words_of
from tests.browser.sights import CUSTOMERS_PERSON, ORDERABLE, SIGHTS
from tests.browser.test_first_day import code_for
from tests.browser.visitors import PEOPLE, Sight, Visitor

THEMES: Final = {"nb": "light", "de": "dark", "en": "light"}
AXE_LOOKS_AT: Final = {"nb": "desk", "de": "phone"}
QUICK_ORDER: Final = f"{FILTER};4\nHI-44O718;2\n{BAR};0\n"
PASSWORD: Final = "fjellvind-over-vidda-26"
ANSWERS: Final = {
    "": {
        "kind": "customer",
        "title": "Driftsleder",
        "first_name": "Heidi",
        "last_name": "Rønneberg-Christiansen",
        "phone": "+47 73 00 44 56",
    },
    "colleague/": {"knows_colleague": "no"},
    "company/": {
        "country": "NO",
        "company_name": "Vestfjord Betongelementer og Prosjektering AS",
        "organisation_number": "399 100 011",
        "street": "Industriveien 33",
        "postcode": "7080",
        "city": "Heimdal",
    },
}
LOOKS: Final = [(sight, language) for sight in SIGHTS for language in sight.languages]

type Visitors = Callable[[str, str], Visitor]


def have_orders_under_way(visitor: Visitor) -> None:
    fill_cart(visitor.page, dict.fromkeys(ORDERABLE, "12"))
    portals.send(visitor.page, "/shop/quick-order/paste/", text=QUICK_ORDER)


def register(visitor: Visitor) -> None:
    """Up to the code."""
    email = f"heidi.{uuid.uuid4().hex[:8]}@vestfjord-betong.example"
    visitor.page.goto("/register/")
    for step, answers in ANSWERS.items():
        assert (
            portals.send(visitor.page, f"/register/{step}", **answers | ({} if step else {"email": email}))
            == 200
        )
    visitor.page.goto("/register/access/")
    visitor.page.locator("input[name=areas]").first.check()
    visitor.page.fill("input[name=password1]", PASSWORD)
    visitor.page.fill("input[name=password2]", PASSWORD)
    visitor.page.locator("input[name=accepted]").check()
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_url("**/register/code/")
    visitor.places["code"] = code_for(email, visitor.portal)


def be_invited(visitor: Visitor, by: Visitor, language: str) -> None:
    """By an administrator; the link is in the mail."""
    domain = PEOPLE["administrator"][language].partition("@")[2]
    email = f"lars.{uuid.uuid4().hex[:8]}@{domain}"
    invited = {"first_name": "Lars", "last_name": "Berg-Hanssen", "email": email, "language": language}
    by.page.goto("/company/users/invite/")
    assert portals.send(by.page, "/company/users/invite/", **invited, roles="service") == 200
    [mail] = visitor.portal.mails_to(email)
    link = re.search(r"https?://[^/\s]+(/company/invitation/\S+)", words_of(mail))
    assert link is not None
    visitor.places["invitation"] = link[1]


LET_IT_RUN_OUT: Final = """
from django.utils import timezone
from kontor.companies.actors import MAILER
from kontor.companies.links import hash_of
from kontor.companies.models import Invitation
from kontor.kit.scope import acting_in
with acting_in(MAILER):
    Invitation.objects.filter(token_hash=hash_of({token!r})).update(expires_at=timezone.now())
"""
ASKED: Final = """
from kontor.kit.scope import acting_in
from kontor.onboarding import keys
from kontor.onboarding.actors import EXAMINER
from kontor.onboarding.models import Registration
with acting_in(EXAMINER):
    asked = Registration.objects.filter(status="asked").order_by("number").first()
print("token", keys.token_of(asked.pk))
"""


BEARS: Final = """
from kontor.kit.scope import acting_in
from kontor.onboarding import keys, taking_over
from kontor.onboarding.actors import EXAMINER
from kontor.onboarding.models import CompanyInvitation, LegacyAccount
with acting_in(EXAMINER):
    invited = CompanyInvitation.objects.filter(status="sent").order_by("number").first()
    account = LegacyAccount.objects.filter(taken_over_at=None).order_by("-email").first()
    print("tokens", keys.link_token("invitation", invited.number, invited.expires_at), taking_over.renew_link(account))
"""


def bear_links(visitor: Visitor) -> None:
    """The links that let a company and an account of the former portal in."""
    told = visitor.portal.manage("shell", "-c", BEARS)
    invitation, account = told.rpartition("tokens ")[2].split()
    visitor.places["company_invitation"] = f"/register/invitation/{invitation}/"
    visitor.places["take_over"] = f"/register/take-over/{account}/"


HELP: Final = """
from kontor.accounts.helping import issue_temporary_password
from kontor.accounts.models import User
from kontor.kit.scope import OPERATOR, acting_in
from kontor.partners.models import Staff
with acting_in(OPERATOR):
    staff = Staff.objects.filter(partner=None).order_by("pk").first()
    helped = User.objects.get(email={email!r})
    print("password", issue_temporary_password(helped, reason="The mail is down.", by=staff))
"""
HELPED: Final = "a.maier@rheintal-metallbau.example"


def be_helped(visitor: Visitor, language: str) -> None:
    """Sign in with a password that staff read out."""
    told = visitor.portal.manage("shell", "-c", HELP.format(email=HELPED))
    password = told.rpartition("password ")[2].strip()
    portals.sign_in(visitor.page, HELPED, password=password, language=language)


def know_of_the_other_company(visitor: Visitor) -> None:
    """An order of the company that one does not act for now."""
    visitor.places["of_the_other"] = visitor.follow("/orders/", ("a.row",))
    act_for_the_other_company(visitor.page)


def look_as_a_member(visitor: Visitor, language: str) -> None:
    """A member of the first customer that is found."""
    portals.sign_in(visitor.page, PEOPLE["decider"][language], language=language)
    visitor.page.goto(
        visitor.follow("/desk/customers/?q=fjordbygg", (*CUSTOMERS_PERSON, "main a[href$='/look/']"))
    )
    visitor.page.fill("input[name=reason]", "Finner ikke fakturaen.")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".looking")


DEVICES: Final = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
)


def be_on_other_devices(browser: Browser, portal: Portal, email: str, language: str) -> None:
    for device in DEVICES:
        context = portals.new_context(browser, portal, language, user_agent=device)
        portals.sign_in(context.new_page(), email)
        context.close()


def be_invited_long_ago(visitor: Visitor, by: Visitor, language: str) -> None:
    be_invited(visitor, by, language)
    token = visitor.places["invitation"].strip("/").rpartition("/")[2]
    visitor.portal.manage("shell", "-c", LET_IT_RUN_OUT.format(token=token))


def be_asked(visitor: Visitor) -> None:
    """The link stood in a mail that the demonstration never sent."""
    told = visitor.portal.manage("shell", "-c", ASKED)
    visitor.places["registration"] = f"/register/{told.rpartition('token ')[2].strip()}/"


@pytest.fixture(scope="module")
def visitors(browser: Browser, portal: Portal) -> Iterator[Visitors]:
    """Each person signs in once, for all pages, whatever they are called there."""
    known: dict[tuple[str, str], Visitor] = {}
    ready: set[tuple[str, str]] = set()

    def visitor(who: str, language: str) -> Visitor:
        email = PEOPLE[who][language]
        name = (email or who, language)
        if name not in known:
            context = portals.new_context(browser, portal, language, reduced_motion="reduce")
            known[name] = Visitor(context.new_page(), portal, portals.watch(context, portal))
            if email:
                portals.sign_in(known[name].page, email, language=language)
        if (who, language) not in ready:
            if who == "buyer":
                have_orders_under_way(known[name])
            elif who == "applicant":
                register(known[name])
            elif who == "invited":
                be_invited(known[name], visitor("administrator", language), language)
            elif who == "invited long ago":
                be_invited_long_ago(known[name], visitor("administrator", language), language)
            elif who == "asked":
                be_asked(known[name])
            elif who == "bearer":
                bear_links(known[name])
            elif who == "helped":
                be_helped(known[name], language)
            elif who == "of two companies":
                know_of_the_other_company(known[name])
            elif who == "looking":
                look_as_a_member(known[name], language)
            elif who == "on several devices":
                be_on_other_devices(browser, portal, email, language)
            ready.add((who, language))
        return known[name]

    yield visitor
    for each in known.values():
        each.page.context.close()


@pytest.mark.parametrize(
    ("sight", "language"), LOOKS, ids=[f"{sight.name}-{language}" for sight, language in LOOKS]
)
def test_a_page_fits_and_has_no_barriers(visitors: Visitors, sight: Sight, language: str) -> None:
    visitor = visitors(sight.who, language)
    page, found = visitor.page, list[str]()
    visitor.complaints.clear()
    page.set_viewport_size({"width": 1440, "height": 900})
    address = visitor.follow(sight.path.format(**visitor.places), sight.links)
    answer = visitor.go(address)
    assert answer.status == sight.status
    assert sight.elsewhere or address in answer.url
    assert page.locator("html").get_attribute("lang") == language
    sight.then(visitor)
    page.evaluate("theme => document.documentElement.dataset.theme = theme", THEMES[language])
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{size}: {one}" for one in cut(page)]
        if AXE_LOOKS_AT.get(language) == size:
            found += [f"{size}: {one}" for one in barriers(page)]
    found += visitor.complaints
    assert not found, "\n".join(dict.fromkeys(found))
