"""Every page at three widths, in three languages, light and dark: nothing sticks out, nothing is cut, no barriers.

A page is loaded once a language; then only the window and the theme change. Norwegian pages are light, German ones
dark, English ones both. axe looks at the first two, wide and narrow. Pages that are added get a line in SIGHTS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import portal as portals
from tests.browser.barriers import barriers, cut
from tests.browser.buying import BAR, CONTRACT, FILTER, fill_cart
from tests.browser.portal import SIZES, Portal

LANGUAGES: Final = ("nb", "de", "en")
THEMES: Final = {"nb": ("light",), "de": ("dark",), "en": ("light", "dark")}
LOOKED_AT_BY_AXE: Final = ("nb", "de")
PEOPLE: Final = {
    "nobody": {"nb": "", "de": "", "en": ""},
    # With lines in the cart, a quick order with two bad ones, and orders.
    "buyer": {
        "nb": "anna@fjordbygg.example",
        "de": "claudia@rheintal-metallbau.example",
        "en": "bjorn@fjordbygg.example",
    },
    # With an empty cart and an empty quick order.
    "newcomer": {
        "nb": "jonas.lie@fjordbygg.example",
        "de": "j.albrecht@rheintal-metallbau.example",
        "en": "nora.kolstad@polar-offshore.example",
    },
    "staff": {
        "nb": "sigrid@hansa-industri.example",
        "de": "stefan@hansa-sued.example",
        "en": "petra@hansa-nord.example",
    },
}
ORDERABLE: Final = (FILTER, CONTRACT, BAR)
QUICK_ORDER: Final = f"{FILTER};4\nHI-44O718;2\n{BAR};0\n"


@dataclass
class Visitor:
    """A signed-in page of one person in one language, with what the browser complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def first(self, path: str, selector: str) -> str:
        """The address of the first link of a kind on a page."""
        self.page.goto(path)
        found = self.page.locator(selector).first.get_attribute("href")
        assert found
        return found


type Action = Callable[[Visitor], None]


@dataclass(frozen=True)
class Sight:
    """A page in one of its states: who sees it, where it is, what is done there before looking."""

    name: str
    who: str
    path: str
    then: Action = lambda visitor: None
    link: str = ""
    """The page is where the first such link on `path` leads."""
    status: int = 200


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


def open_drawer(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.page.locator("[data-drawer]").first.click()


SIGHTS: Final = [
    Sight("sign-in", "nobody", "/accounts/login/"),
    Sight("sign-in, refused", "nobody", "/accounts/login/", sign_in_wrongly),
    Sight("password reset", "nobody", "/accounts/password/reset/"),
    Sight("password reset, sent", "nobody", "/accounts/password/reset/done/"),
    Sight("signing up is closed", "nobody", "/accounts/signup/"),
    Sight("terms of sale", "nobody", "/legal/sale/"),
    Sight("terms of shipping", "nobody", "/legal/shipping/"),
    Sight("terms of payment", "nobody", "/legal/payment/"),
    Sight("no such page", "nobody", "/no-such-page/", status=404),
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
    Sight("why this price, without JavaScript", "buyer", f"/shop/p/{FILTER}/why/"),
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
    Sight("company", "buyer", "/company/"),
    Sight("my account", "buyer", "/accounts/"),
    Sight("new password", "buyer", "/accounts/password/change/"),
    Sight("not for customers", "buyer", "/desk/orders/", status=403),
    Sight("desk", "staff", "/desk/orders/"),
    Sight("desk, an order", "staff", "/desk/orders/?tab=all", link="a[data-open]"),
    Sight("desk, none match", "staff", "/desk/orders/?q=xyzzy-0000"),
    Sight("sent mail", "buyer", "/demo/mail/"),
]


@pytest.fixture(scope="module")
def visitors(browser: Browser, portal: Portal) -> Iterator[Callable[[str, str], Visitor]]:
    """Each person signs in once, for all pages."""
    known: dict[tuple[str, str], Visitor] = {}

    def visitor(who: str, language: str) -> Visitor:
        if (who, language) not in known:
            context = portals.new_context(browser, portal, language, reduced_motion="reduce")
            known[who, language] = new = Visitor(context.new_page(), portals.watch(context, portal))
            if email := PEOPLE[who][language]:
                portals.sign_in(new.page, email)
                if new.page.locator("html").get_attribute("lang") != language:
                    portals.choose_language(new.page, language)
                if who == "buyer":
                    fill_cart(new.page, dict.fromkeys(ORDERABLE, "12"))
                    portals.send(new.page, "/shop/quick-order/paste/", text=QUICK_ORDER)
        return known[who, language]

    yield visitor
    for each in known.values():
        each.page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_a_page_fits_and_has_no_barriers(
    visitors: Callable[[str, str], Visitor], sight: Sight, language: str
) -> None:
    visitor = visitors(sight.who, language)
    page, found = visitor.page, list[str]()
    visitor.complaints.clear()
    page.set_viewport_size({"width": 1440, "height": 900})
    path = visitor.first(sight.path, sight.link) if sight.link else sight.path
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == sight.status
    assert page.locator("html").get_attribute("lang") == language
    sight.then(visitor)
    for theme in THEMES[language]:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            found += [f"{size}, {theme}: {one}" for one in cut(page)]
            if language in LOOKED_AT_BY_AXE and size != "tablet":
                found += [f"{size}, {theme}: {one}" for one in barriers(page)]
    found += visitor.complaints
    assert not found, "\n".join(dict.fromkeys(found))
