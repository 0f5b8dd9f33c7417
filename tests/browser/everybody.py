"""Everybody who looks at pages: signed in once in each language, with what is theirs to see behind them.

What somebody has done before is named by what they are called in `visitors.PEOPLE`, and stands in `READY`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Browser

from tests.browser import portal as portals
from tests.browser.before_looking import act_for_the_other_company
from tests.browser.buying import BAR, FILTER, fill_cart
from tests.browser.portal import Portal, words_of
from tests.browser.sights import CUSTOMERS_PERSON, ORDERABLE
from tests.browser.test_first_day import code_for
from tests.browser.visitors import PEOPLE, Visitor

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


class Everybody:
    """`everybody("buyer", "nb")` is the visitor of that name."""

    def __init__(self, browser: Browser, portal: Portal) -> None:
        self.browser, self.portal = browser, portal
        self._known: dict[tuple[str, str], Visitor] = {}
        self._ready: set[tuple[str, str]] = set()

    def __call__(self, who: str, language: str) -> Visitor:
        visitor = self._signed_in(who, language)
        if (who, language) not in self._ready:
            self._ready.add((who, language))
            if who in READY:
                READY[who](visitor, self)
        return visitor

    def _signed_in(self, who: str, language: str) -> Visitor:
        """One page for each person, whatever they are called."""
        email = PEOPLE[who][language]
        name = (email or who, language)
        if name not in self._known:
            context = portals.new_context(self.browser, self.portal, language, reduced_motion="reduce")
            complaints = portals.watch(context, self.portal)
            self._known[name] = Visitor(context.new_page(), language, self.portal, complaints)
            if email:
                portals.sign_in(self._known[name].page, email, language=language)
        return self._known[name]

    def leave(self) -> None:
        for visitor in self._known.values():
            visitor.page.context.close()


def have_orders_under_way(visitor: Visitor, everybody: Everybody) -> None:
    fill_cart(visitor.page, dict.fromkeys(ORDERABLE, "12"))
    portals.send(visitor.page, "/shop/quick-order/paste/", text=QUICK_ORDER)


def register(visitor: Visitor, everybody: Everybody) -> None:
    """Up to the code."""
    email = f"heidi.{uuid.uuid4().hex[:8]}@vestfjord-betong.example"
    visitor.page.goto("/register/")
    for step, answers in ANSWERS.items():
        given = answers | ({} if step else {"email": email})
        assert portals.send(visitor.page, f"/register/{step}", **given) == 200
    visitor.page.goto("/register/access/")
    visitor.page.locator("input[name=areas]").first.check()
    visitor.page.fill("input[name=password1]", PASSWORD)
    visitor.page.fill("input[name=password2]", PASSWORD)
    visitor.page.locator("input[name=accepted]").check()
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_url("**/register/code/")
    visitor.places["code"] = code_for(email, visitor.portal)


def be_invited(visitor: Visitor, everybody: Everybody) -> None:
    """By an administrator; the link is in the mail."""
    language, by = visitor.language, everybody("administrator", visitor.language).page
    domain = PEOPLE["administrator"][language].partition("@")[2]
    email = f"lars.{uuid.uuid4().hex[:8]}@{domain}"
    invited = {"first_name": "Lars", "last_name": "Berg-Hanssen", "email": email, "language": language}
    by.goto("/company/users/invite/")
    assert portals.send(by, "/company/users/invite/", **invited, roles="service") == 200
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


def be_invited_long_ago(visitor: Visitor, everybody: Everybody) -> None:
    be_invited(visitor, everybody)
    token = visitor.places["invitation"].strip("/").rpartition("/")[2]
    visitor.portal.manage("shell", "-c", LET_IT_RUN_OUT.format(token=token))


ASKED: Final = """
from kontor.kit.scope import acting_in
from kontor.onboarding import keys
from kontor.onboarding.actors import EXAMINER
from kontor.onboarding.models import Registration
with acting_in(EXAMINER):
    asked = Registration.objects.filter(status="asked").order_by("number").first()
print("token", keys.token_of(asked.pk))
"""


def be_asked(visitor: Visitor, everybody: Everybody) -> None:
    """The link stood in a mail that the demonstration never sent."""
    told = visitor.portal.manage("shell", "-c", ASKED)
    visitor.places["registration"] = f"/register/{told.rpartition('token ')[2].strip()}/"


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


def bear_links(visitor: Visitor, everybody: Everybody) -> None:
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


def be_helped(visitor: Visitor, everybody: Everybody) -> None:
    """Sign in with a password that staff read out."""
    told = visitor.portal.manage("shell", "-c", HELP.format(email=HELPED))
    password = told.rpartition("password ")[2].strip()
    portals.sign_in(visitor.page, HELPED, password=password, language=visitor.language)


def know_of_the_other_company(visitor: Visitor, everybody: Everybody) -> None:
    """An order of the company that one does not act for now."""
    visitor.places["of_the_other"] = visitor.follow("/orders/", ("a.row",))
    act_for_the_other_company(visitor.page)


def look_as_a_member(visitor: Visitor, everybody: Everybody) -> None:
    """A member of the first customer that is found."""
    decider = PEOPLE["decider"][visitor.language]
    portals.sign_in(visitor.page, decider, language=visitor.language)
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


def be_on_other_devices(visitor: Visitor, everybody: Everybody) -> None:
    for device in DEVICES:
        context = portals.new_context(everybody.browser, visitor.portal, visitor.language, user_agent=device)
        portals.sign_in(context.new_page(), PEOPLE["on several devices"][visitor.language])
        context.close()


READY: Final[dict[str, Callable[[Visitor, Everybody], None]]] = {
    "buyer": have_orders_under_way,
    "applicant": register,
    "invited": be_invited,
    "invited long ago": be_invited_long_ago,
    "asked": be_asked,
    "bearer": bear_links,
    "helped": be_helped,
    "of two companies": know_of_the_other_company,
    "looking": look_as_a_member,
    "on several devices": be_on_other_devices,
}
