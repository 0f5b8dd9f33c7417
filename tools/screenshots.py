"""Makes the pictures of the README, of docs/guide/first-day.md and ways-in.md anew from a demonstration of its own: `make screenshots`.

In English, in the light, 1440 pixels wide. Nothing is drawn or mended afterwards; they are only stored in 256 colours, so
that the repository stays small.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import portal as portals
from tools import first_day

DOCS: Final = Path(__file__).resolve().parent.parent / "docs"
FOLDER: Final = DOCS / "screenshots"
GUIDE: Final = DOCS / "guide" / "screenshots"
BUYER: Final = "bjorn@fjordbygg.example"
OLAV: Final = "olav@hansa-industri.example"
PETRA: Final = "petra@hansa-nord.example"
OPERATOR: Final = "/admin/partners/operator/1/change/"
WIDTH, HEIGHT = portals.SIZES["desk"]
LARGEST: Final = 150_000
CART: Final = {"HI-440718": "12", "HI-441002": "4", "HI-512045": "40", "HI-101040": "25"}
PASTED: Final = "HI-440718;6\nHYD-TRYKK-3;4\nBREATH-60;2\nHI-44O718;4\nHI-440731;two\nHI-512045;40\n"


class TooLarge(Exception):
    """A picture that would make the repository heavy."""


def overview(page: Page) -> None:
    page.goto("/overview/")


def products(page: Page) -> None:
    page.goto("/shop/?q=return+filter+330")
    page.locator(".prod", has_text="HI-440718").locator(".why").click()
    page.wait_for_selector(".pop:popover-open")


def quick_order(page: Page) -> None:
    page.goto("/shop/quick-order/")


def checkout(page: Page) -> None:
    page.goto("/cart/checkout/")


SHOTS: Final = (overview, products, quick_order, checkout)


def machine(page: Page) -> None:
    page.goto("/equipment/?q=LH117C")
    page.locator("a.row").first.click()
    page.wait_for_url(re.compile(r"/equipment/\d+/"))


def save(page: Page, folder: Path, name: str, height: int = HEIGHT) -> None:
    """What a window of this height shows."""
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.png"
    picture.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    size = file.stat().st_size
    print(f"{file.relative_to(DOCS)}: {size // 1000} kB")
    if size > LARGEST:
        raise TooLarge(f"{file.name} is too large.")


def of_the_readme(browser: Browser, portal: portals.Portal) -> None:
    """Bjørn of Fjordbygg with a cart; and one of his machines, which has been read for long."""
    page = _person(browser, portal)
    portals.sign_in(page, BUYER)
    portals.choose_language(page, "en")
    portals.send(page, "/cart/empty/")
    portals.send(page, "/shop/quick-order/clear/")
    for number, quantity in CART.items():
        portals.send(page, "/cart/add/", number=number, quantity=quantity)
    portals.send(page, "/shop/quick-order/paste/", text=PASTED)
    page.goto("/overview/")  # takes the messages of what was just done
    for take in SHOTS:
        take(page)
        save(page, FOLDER, take.__name__.replace("_", "-"))
    machine(page)
    save(page, GUIDE, "readings", 860)


def of_the_first_day(browser: Browser, portal: portals.Portal) -> None:
    """Nora, who is new, and those who let her in."""
    nora, olav, petra = (_person(browser, portal) for _ in range(3))
    first_day.walk(
        first_day.Day(nora, olav, petra, portal, lambda page, name, height: save(page, GUIDE, name, height))
    )


def of_the_ways_in(browser: Browser, portal: portals.Portal) -> None:
    """Olav sets who gets in; Petra invites; what strangers then see."""
    olav, petra, stranger = (_person(browser, portal) for _ in range(3))
    for page, email in ((olav, OLAV), (petra, PETRA)):
        portals.sign_in(page, email)
        page.goto("/desk/orders/")
        portals.choose_language(page, "en")
    olav.goto(OPERATOR)
    olav.locator("input[name=open_registration]").evaluate("box => box.closest('fieldset').scrollIntoView()")
    save(olav, GUIDE, "ways", 620)
    olav.goto("/admin/onboarding/activationrule/")
    save(olav, GUIDE, "rules", 520)
    petra.goto("/desk/invitations/?tab=all")
    save(petra, GUIDE, "invitations", 640)
    _set_ways(olav, open_registration=False, takes_over_accounts=False)
    stranger.goto("/register/")
    save(stranger, GUIDE, "by-invitation", 720)
    _set_ways(olav, open_registration=False, takes_over_accounts=True)
    stranger.goto("/register/")
    save(stranger, GUIDE, "take-over", 560)
    _set_ways(olav, open_registration=True, takes_over_accounts=True)


def _set_ways(olav: Page, **ways: bool) -> None:
    olav.goto(OPERATOR)
    for name, on in ways.items():
        olav.locator(f"input[name={name}]").set_checked(on)
    with olav.expect_navigation():
        olav.locator("button[name=_save], input[name=_save]").first.click()


def _person(browser: Browser, portal: portals.Portal) -> Page:
    """Somebody with a browser of their own."""
    return portals.new_context(
        browser, portal, "en", color_scheme="light", reduced_motion="reduce"
    ).new_page()


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        print(
            "Chromium was not found. Install it (Debian, Ubuntu: apt-get install chromium).", file=sys.stderr
        )
        return 1
    with (
        tempfile.TemporaryDirectory() as folder,
        portals.running(Path(folder)) as portal,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=portals.CHROMIUM_OPTIONS)
        try:
            of_the_first_day(browser, portal)
            of_the_readme(browser, portal)
            of_the_ways_in(browser, portal)
        except TooLarge as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
