"""The pages that are looked at, each in one of its states: who sees it, where it is, what is done there before looking.

A page that is added gets a line here. Numbers of things are never written down: a link on a list leads to them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.buying import BAR, CONTRACT, FILTER
from tests.browser.portal import Portal

LANGUAGES: Final = ("nb", "de", "en")
ANNA: Final = "anna@fjordbygg.example"
CLAUDIA: Final = "claudia@rheintal-metallbau.example"
STEFAN: Final = "stefan@hansa-sued.example"
PETRA: Final = "petra@hansa-nord.example"
PEOPLE: Final = {
    "nobody": {"nb": "", "de": "", "en": ""},
    # With a registration that was sent, but whose code was not typed yet.
    "applicant": {"nb": "", "de": "", "en": ""},
    # With the link of an invitation.
    "invited": {"nb": "", "de": "", "en": ""},
    # With the link of one that has run out.
    "invited long ago": {"nb": "", "de": "", "en": ""},
    # With the link of a registration about which we have asked something.
    "asked": {"nb": "", "de": "", "en": ""},
    # With the links that let a company and an account of a former portal in.
    "bearer": {"nb": "", "de": "", "en": ""},
    # Has not accepted the terms of use in force.
    "asked to accept": dict.fromkeys(LANGUAGES, "t.schaefer@rheintal-metallbau.example"),
    # Has signed in with a password of our staff.
    "helped": dict.fromkeys(LANGUAGES, ""),
    # With lines in the cart, a quick order with two bad ones, and orders.
    "buyer": {"nb": ANNA, "de": CLAUDIA, "en": "bjorn@fjordbygg.example"},
    # With an empty cart and an empty quick order.
    "newcomer": {
        "nb": "jonas.lie@fjordbygg.example",
        "de": "j.albrecht@rheintal-metallbau.example",
        "en": "nora.kolstad@polar-offshore.example",
    },
    # May do everything for their company.
    "administrator": {"nb": ANNA, "de": CLAUDIA, "en": "kari.skaar@polar-offshore.example"},
    # May confirm orders; decides about everything else.
    "staff": {"nb": "sigrid@hansa-industri.example", "de": STEFAN, "en": PETRA},
    "decider": {"nb": "olav@hansa-industri.example", "de": STEFAN, "en": PETRA},
}
# From the list of customers to one of a customer's people.
CUSTOMERS_PERSON: Final = ("main tbody a.row", "main a.row[href*='/members/']")
ORDERABLE: Final = (FILTER, CONTRACT, BAR)


@dataclass
class Visitor:
    """A signed-in page of one person in one language, with what the browser complained about."""

    page: Page
    portal: Portal
    complaints: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Addresses that only this visitor knows, by the name they have in a path: "{invitation}"."""
    _found: dict[tuple[str, ...], str] = field(default_factory=dict)

    def follow(self, path: str, links: tuple[str, ...]) -> str:
        """Where the first link of each kind leads, one page after the other; each is followed once."""
        for number, link in enumerate(links, start=1):
            way = (path, *links[:number])
            if way not in self._found:
                self.page.goto(self._found.get(way[:-1], path))
                found = self.page.locator(link).first.get_attribute("href")
                assert found, link
                self._found[way] = found
        return self._found[path, *links] if links else path


type Action = Callable[[Visitor], None]


@dataclass(frozen=True)
class Sight:
    """A page in one of its states: who sees it, where it is, what is done there before looking."""

    name: str
    who: str
    path: str
    then: Action = lambda visitor: None
    link: str | tuple[str, ...] = ()
    """The page is where the first such link on `path` leads; of several, each is on the page before."""
    status: int = 200
    elsewhere: bool = False
    """The address leads to another one."""
    languages: tuple[str, ...] = LANGUAGES

    @property
    def links(self) -> tuple[str, ...]:
        return (self.link,) if isinstance(self.link, str) else self.link


# ── What is done before looking ──────────────────────────────────────────────────


def sign_in_wrongly(visitor: Visitor) -> None:
    visitor.page.fill("input[name=login]", "nobody@fjordbygg.example")
    visitor.page.fill("input[name=password]", "wrong")
    visitor.page.locator("main form button").first.click()
    visitor.page.wait_for_selector("[role=alert]")


def open_price(visitor: Visitor) -> None:
    visitor.page.locator(".why").first.click()
    visitor.page.wait_for_selector(".pop:popover-open")


def open_parts(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def order_with_nothing_filled_in(visitor: Visitor) -> None:
    visitor.page.locator("button[name=place]").click()
    visitor.page.wait_for_selector(".errors")


def send_empty(visitor: Visitor) -> None:
    """The form of the page as it is, with all that one must type taken out again."""
    fields = (
        "main form:has(button.primary) :is(input:not([type=hidden],[type=radio],[type=checkbox]), textarea)"
    )
    visitor.page.evaluate(f"document.querySelectorAll({fields!r}).forEach(field => field.value = '')")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".errors, .err")


def type_a_wrong_code(visitor: Visitor) -> None:
    visitor.page.fill("input[name=code]", "000000")
    visitor.page.locator("main form button.primary").click()
    visitor.page.wait_for_selector(".errors")


def open_drawer(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.page.locator("[data-drawer]").first.click()


def choose_machines(visitor: Visitor) -> None:
    """The bar for what is done with several at once appears."""
    for box in visitor.page.locator("[data-pick]").all()[:2]:
        box.check()


def send_a_bad_reading(visitor: Visitor) -> None:
    visitor.page.fill("form[action*='/send/'] input[name=value]", "1e12")
    visitor.page.locator("form[action*='/send/'] button").last.click()
    visitor.page.wait_for_selector("[id$=_error]")


def settle(visitor: Visitor) -> None:
    """What the page fetches by itself is there."""
    expect(visitor.page.locator(".htmx-request")).to_have_count(0)


def add_pictures(visitor: Visitor) -> None:
    visitor.page.locator(".reply-pictures summary").click()


def hand_over(visitor: Visitor) -> None:
    visitor.page.locator("[popovertarget=hand-over]").click()
    visitor.page.wait_for_selector("#hand-over:popover-open")


def decide_nothing(visitor: Visitor) -> None:
    """The last of the ways, which needs words, without any."""
    visitor.page.locator("form.decision input[name=decision]").last.check()
    visitor.page.locator("form.decision .decision-deeds button:visible").first.click()
    visitor.page.wait_for_selector("form.decision .err")


def reply_nothing(visitor: Visitor) -> None:
    visitor.page.locator("form.reply button:visible").first.click()
    visitor.page.wait_for_selector("form.reply .err")


def judge_lines(visitor: Visitor) -> None:
    """Two lines that cannot be invited; nothing is."""
    visitor.page.fill("textarea[name=text]", "Liv;Ås;liv@elsewhere.example;;buyer;nb\n;Dal;dal;;;\n")
    visitor.page.locator("button[value=check]").click()
    visitor.page.wait_for_selector("tr.bad")


def send_with_an_old_token(visitor: Visitor) -> None:
    """As from a page that was left open for days."""
    visitor.page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def send_too_much(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('main form [name=email]').type = 'hidden'")
    visitor.page.evaluate("document.querySelector('main form [name=email]').value = 'x'.repeat(6100000)")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def send_what_cannot_be_read(visitor: Visitor) -> None:
    """More fields than any form has."""
    visitor.page.evaluate(
        "document.querySelector('main form').insertAdjacentHTML("
        "'beforeend', '<input type=hidden name=more>'.repeat(25100))"
    )
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def prove(visitor: Visitor) -> None:
    """Type the code from the mail, unless that has been done."""
    if visitor.page.url.rstrip("/").endswith("/code"):
        visitor.page.fill("input[name=code]", visitor.places["code"])
        visitor.page.locator("main form button.primary").first.click()
        visitor.page.wait_for_url("**/register/status/")


# ── The pages ────────────────────────────────────────────────────────────────────

SIGHTS: Final = [
    Sight("sign-in", "nobody", "/accounts/login/"),
    Sight("sign-in, refused", "nobody", "/accounts/login/", sign_in_wrongly),
    Sight("password reset", "nobody", "/accounts/password/reset/"),
    Sight("password reset, sent", "nobody", "/accounts/password/reset/done/"),
    Sight("signing up is closed", "nobody", "/accounts/signup/"),
    Sight("terms of sale", "nobody", "/legal/sale/"),
    Sight("terms of shipping", "nobody", "/legal/shipping/"),
    Sight("terms of payment", "nobody", "/legal/payment/"),
    Sight("password reset, dead link", "nobody", "/accounts/password/reset/key/1-dead-link/"),
    Sight("no such page", "nobody", "/no-such-page/", status=404),
    Sight("no such page, signed in", "buyer", "/no-such-page/", status=404),
    Sight("no such page, staff", "staff", "/no-such-page/", status=404),
    Sight("not for staff", "staff", "/cart/", status=403),
    Sight("too old a form", "nobody", "/register/", send_with_an_old_token),
    Sight("too old a form, signed in", "administrator", "/service/new/", send_with_an_old_token),
    Sight("too much sent", "nobody", "/register/", send_too_much),
    Sight("nonsense sent", "nobody", "/register/", send_what_cannot_be_read),
    Sight("components", "nobody", "/demo/components/"),
    Sight("overview", "buyer", "/overview/"),
    Sight("overview, nothing to do", "newcomer", "/overview/"),
    Sight("menu of a phone", "buyer", "/overview/", open_drawer),
    Sight("products", "buyer", "/shop/"),
    Sight("products, searched", "buyer", "/shop/?q=filter+330"),
    Sight("products, nothing found", "buyer", "/shop/?q=xyzzy-0000"),
    Sight("category", "buyer", "/shop/", link=".places a"),
    Sight("product, own price explained", "buyer", f"/shop/p/{ORDERABLE[0]}/", open_price),
    Sight("products, own price explained", "buyer", "/shop/?q=filter+330", open_price),
    Sight("product, contract or metal", "buyer", f"/shop/p/{ORDERABLE[2]}/"),
    Sight("why this price, without JavaScript", "buyer", f"/shop/p/{FILTER}/why/", elsewhere=True),
    Sight("no such product", "buyer", "/shop/p/NO-SUCH-NUMBER/", status=404),
    Sight("cart", "buyer", "/cart/"),
    Sight("cart, empty", "newcomer", "/cart/"),
    Sight("quick order", "newcomer", "/shop/quick-order/"),
    Sight("quick order, bad lines", "buyer", "/shop/quick-order/"),
    Sight("quick order, paste", "buyer", "/shop/quick-order/?add=paste"),
    Sight("quick order, file", "buyer", "/shop/quick-order/?add=file"),
    Sight("checkout", "buyer", "/cart/checkout/"),
    Sight("checkout, all open", "buyer", "/cart/checkout/", open_parts),
    Sight("checkout, something lacks", "buyer", "/cart/checkout/", order_with_nothing_filled_in),
    Sight("checkout, nothing to order", "newcomer", "/cart/checkout/"),
    Sight("new address", "buyer", "/cart/checkout/address/delivery/"),
    Sight("orders", "buyer", "/orders/"),
    Sight("orders, none match", "buyer", "/orders/?q=xyzzy-0000"),
    Sight("order", "buyer", "/orders/", link="a.row"),
    Sight("notifications", "buyer", "/notifications/"),
    Sight("which mails", "buyer", "/notifications/mails/"),
    Sight("which mails, staff", "staff", "/notifications/mails/"),
    Sight("my account", "buyer", "/accounts/"),
    Sight("sign-in and security", "buyer", "/accounts/security/"),
    Sight("language of the account", "buyer", "/accounts/language/choose/"),
    Sight("own name and telephone", "buyer", "/company/me/"),
    Sight("user name", "buyer", "/accounts/user-name/"),
    Sight("another e-mail address", "buyer", "/accounts/email/"),
    Sight("another e-mail address, void link", "buyer", "/accounts/email/prove/none/", status=410),
    Sight("second factor, none yet", "newcomer", "/accounts/second-factor/"),
    Sight("authenticator app", "newcomer", "/accounts/second-factor/app/"),
    Sight("authenticator app, wrong figures", "newcomer", "/accounts/second-factor/app/", type_a_wrong_code),
    Sight("recovery codes, none to show", "newcomer", "/accounts/second-factor/codes/"),
    Sight("is it you", "newcomer", "/accounts/reauthenticate/"),
    Sight("new password", "buyer", "/accounts/password/change/"),
    Sight("not for customers", "buyer", "/desk/orders/", status=403),
    Sight("desk", "staff", "/desk/orders/"),
    Sight("desk, an order", "staff", "/desk/orders/?tab=all", link="a[data-open]"),
    Sight("desk, none match", "staff", "/desk/orders/?q=xyzzy-0000"),
    Sight("sent mail", "buyer", "/demo/mail/"),
    Sight("front door", "nobody", "/"),
    Sight("help", "nobody", "/help/"),
    Sight("help, found", "nobody", "/help/?q=PDF"),
    Sight("help, nothing found", "nobody", "/help/?q=xyzzy-0000"),
    Sight("help, signed in", "buyer", "/help/"),
    Sight("help page", "nobody", "/help/", link="main a[href^='/help/']"),
    Sight("help page, signed in", "administrator", "/help/send-readings/"),
    Sight("terms of use", "nobody", "/legal/use/"),
    Sight("privacy", "nobody", "/legal/privacy/"),
    Sight("imprint", "nobody", "/legal/imprint/"),
    Sight("cookies", "nobody", "/legal/cookies/"),
    Sight("accessibility", "nobody", "/legal/accessibility/"),
    Sight("terms of payment of old", "nobody", "/legal/payment/", link=".prose-end a[href$='/1/']"),
    Sight("no such text", "nobody", "/legal/nothing/", status=404),
    Sight("registration", "nobody", "/register/"),
    Sight("registration, something lacks", "nobody", "/register/", send_empty),
    Sight("registration, unknown link", "nobody", "/register/no-such-link/", status=404),
    Sight("registration, person", "applicant", "/register/"),
    Sight("registration, colleague", "applicant", "/register/colleague/"),
    Sight("registration, company", "applicant", "/register/company/"),
    Sight("registration, company lacks", "applicant", "/register/company/", send_empty),
    Sight("registration, access", "applicant", "/register/access/"),
    Sight("registration, code", "applicant", "/register/code/"),
    Sight("registration, no code", "applicant", "/register/code/", send_empty),
    Sight("registration, withdraw", "applicant", "/register/withdraw/"),
    Sight("registration, where it stands", "applicant", "/register/status/", prove, elsewhere=True),
    Sight("registration, asked back", "asked", "{registration}", elsewhere=True),
    Sight("registration, not answered", "asked", "{registration}", send_empty, elsewhere=True),
    Sight("invitation", "invited", "{invitation}"),
    Sight("invitation, run out", "invited long ago", "{invitation}", status=410),
    Sight("invitation, something lacks", "invited", "{invitation}", send_empty),
    Sight("invitation, unknown", "nobody", "/company/invitation/no-such-link/", status=404),
    Sight("company invited", "bearer", "{company_invitation}"),
    Sight("company invited, something lacks", "bearer", "{company_invitation}", send_empty),
    Sight("company invited, dead link", "nobody", "/register/invitation/no-such-link/", status=404),
    Sight("former account", "bearer", "{take_over}"),
    Sight("former account, dead link", "nobody", "/register/take-over/no-such-link/", status=404),
    Sight("writing without an account", "nobody", "/help/contact/?about=no-mail"),
    Sight("writing without an account, something lacks", "nobody", "/help/contact/", send_empty),
    Sight("written without an account", "nobody", "/help/contact/sent/"),
    Sight("help page, no mail", "nobody", "/help/no-mail/"),
    Sight("help page, dead link", "nobody", "/help/dead-link/"),
    Sight("found", "administrator", "/search/?q=filter"),
    Sight("found, by a number", "buyer", f"/search/?q={FILTER}"),
    Sight("found nothing", "administrator", "/search/?q=xyzzy-0000"),
    Sight("looked for nothing", "administrator", "/search/"),
    Sight("found, by staff", "decider", "/search/?q=as"),
    Sight("overview of an administrator", "administrator", "/overview/"),
    Sight("machines", "administrator", "/equipment/"),
    Sight("machines, some chosen", "administrator", "/equipment/", choose_machines),
    Sight("machines, none match", "administrator", "/equipment/?q=xyzzy-0000"),
    Sight("machine", "administrator", "/equipment/", link="a.row"),
    Sight("machine, bad reading", "administrator", "/equipment/", send_a_bad_reading, link="a.row"),
    Sight("machine, readings", "administrator", "/equipment/", link=("a.row", "a[href*='/readings/']")),
    Sight("machine, described", "administrator", "/equipment/", link=("a.row", "a[href$='/describe/']")),
    Sight("machine to register", "administrator", "/equipment/register/"),
    Sight("machine to register, no number", "administrator", "/equipment/register/", send_empty),
    Sight("no such machine", "administrator", "/equipment/999999999/", status=404),
    Sight("cases", "administrator", "/service/?tab=all"),
    Sight("cases, none match", "administrator", "/service/?q=xyzzy-0000"),
    Sight("case", "administrator", "/service/?tab=all", link="a.row"),
    Sight("new case", "administrator", "/service/new/"),
    Sight("new case, something lacks", "administrator", "/service/new/", send_empty),
    Sight("profile of the company", "administrator", "/company/"),
    Sight("profile to change", "administrator", "/company/change/"),
    Sight("profile to change, something lacks", "administrator", "/company/change/", send_empty),
    Sight("contact person", "administrator", "/company/contacts/add/"),
    Sight("addresses", "administrator", "/company/addresses/"),
    Sight("addresses, none found", "administrator", "/company/addresses/?q=xyzzy-0000"),
    Sight("new address of the book", "administrator", "/company/addresses/add/delivery/"),
    Sight("new address of the book, bad", "administrator", "/company/addresses/add/delivery/", send_empty),
    Sight("address to remove", "administrator", "/company/addresses/", link="main a[href$='/remove/']"),
    Sight("relationship", "administrator", "/company/relationships/", link="main td.a1 a.t"),
    Sight(
        "relationship to end",
        "administrator",
        "/company/relationships/",
        link=("main td.a1 a.t", "main a[href$='/end/']"),
    ),
    Sight("what is known about me", "administrator", "/accounts/my-data/"),
    Sight("account to delete", "administrator", "/accounts/my-data/delete/"),
    Sight("new terms, not accepted", "asked to accept", "/company/", send_empty, elsewhere=True),
    Sight("temporary password, not replaced", "helped", "/accounts/password/replace/", send_empty),
    Sight("what I accepted", "administrator", "/legal/consents/"),
    Sight("users", "administrator", "/company/users/"),
    Sight("user", "administrator", "/company/users/", link="main tbody a.row"),
    Sight(
        "user, rights",
        "administrator",
        "/company/users/",
        link=("main tbody a.row", "main a[href$='/rights/']"),
    ),
    Sight(
        "user to deactivate",
        "administrator",
        "/company/users/?q=o",
        link=("main tbody a.row", "main a[href$='/deactivate/']"),
    ),
    Sight(
        "user, new password",
        "administrator",
        "/company/users/",
        link=("main tbody a.row", "main a[href$='/reset/']"),
    ),
    Sight("many to invite", "administrator", "/company/users/invite/many/"),
    Sight("many to invite, verdicts", "administrator", "/company/users/invite/many/", judge_lines),
    Sight("roles", "administrator", "/company/roles/"),
    Sight("role to make", "administrator", "/company/roles/add/"),
    Sight("role to make, something lacks", "administrator", "/company/roles/add/", send_empty),
    Sight("colleague to invite", "administrator", "/company/users/invite/"),
    Sight("colleague to invite, something lacks", "administrator", "/company/users/invite/", send_empty),
    Sight(
        "colleague who asks",
        "administrator",
        "/company/users/",
        link="a[href*='/join-requests/']",
        languages=("nb",),
    ),
    Sight("relationships", "administrator", "/company/relationships/"),
    Sight("relationship to ask for", "administrator", "/company/relationships/ask/"),
    Sight(
        "relationship, which partner",
        "administrator",
        "/company/relationships/",
        link="a[href*='ask/?area=']",
    ),
    Sight(
        "relationship, not accepted",
        "administrator",
        "/company/relationships/",
        send_empty,
        link="a[href*='ask/?area=']",
    ),
    Sight("desk, registrations done", "decider", "/desk/registrations/?tab=done", settle),
    Sight("desk, cases done", "decider", "/desk/cases/?tab=done", settle),
    Sight("desk, a reply with pictures", "decider", "/desk/cases/", add_pictures, link="a[data-open]"),
    Sight("desk, no case matches", "decider", "/desk/cases/?q=xyzzy-0000"),
    Sight("desk, invitations", "decider", "/desk/invitations/?tab=all", settle),
    Sight("desk, an invitation", "decider", "/desk/invitations/?tab=all", link="a[data-open]"),
    Sight("desk, company to invite", "decider", "/desk/invitations/new/"),
    Sight("desk, company to invite, something lacks", "decider", "/desk/invitations/new/", send_empty),
    Sight("desk, messages without an account", "decider", "/desk/contacts/", settle),
    Sight(
        "desk, a message without an account",
        "decider",
        "/desk/contacts/",
        hand_over,
        link="a[data-open]",
        languages=("nb",),
    ),
    Sight("customers", "decider", "/desk/customers/"),
    Sight("customers, none found", "decider", "/desk/customers/?q=xyzzy-0000"),
    Sight("customer", "decider", "/desk/customers/?q=.example", link="main tbody a.row"),
    Sight("customer, somebody", "decider", "/desk/customers/?q=.example", link=CUSTOMERS_PERSON),
    Sight(
        "customer, to look as",
        "decider",
        "/desk/customers/?q=.example",
        link=(*CUSTOMERS_PERSON, "main a[href$='/look/']"),
    ),
    Sight(
        "customer, to help, something lacks",
        "decider",
        "/desk/customers/?q=.example",
        send_empty,
        link=(*CUSTOMERS_PERSON, "main a[href$='/change-email/']"),
    ),
    Sight("looked at by staff", "administrator", "/company/looks/"),
    Sight("staff", "decider", "/desk/staff/"),
    Sight("staff, none found", "decider", "/desk/staff/?q=xyzzy-0000"),
    Sight("staff, somebody", "decider", "/desk/staff/", link="main tbody a.row"),
    Sight(
        "customer, temporary password, no reason",
        "decider",
        "/desk/customers/?q=.example",
        send_empty,
        link=(*CUSTOMERS_PERSON, "main a[href$='/temporary-password/']"),
    ),
    Sight("staff, somebody to add", "decider", "/desk/staff/add/"),
    Sight("staff, somebody to add, something lacks", "decider", "/desk/staff/add/", send_empty),
    Sight(
        "staff, an access to end",
        "decider",
        "/desk/staff/",
        link=("main tbody a.row", "main a[href$='/deactivate/']"),
    ),
    Sight("desk, all to confirm", "staff", "/desk/orders/confirm-all/"),
    *(
        sight
        for queue in ("registrations", "relationships", "machines", "cases")
        for sight in (
            Sight(f"desk, {queue}", "decider", f"/desk/{queue}/", settle),
            Sight(f"desk, one of {queue}", "decider", f"/desk/{queue}/", hand_over, link="a[data-open]"),
            Sight(
                f"desk, one of {queue}, not decided",
                "decider",
                f"/desk/{queue}/",
                reply_nothing if queue == "cases" else decide_nothing,
                link="a[data-open]",
            ),
        )
    ),
]
