"""Makes the README's pictures anew from a demonstration of its own: `make screenshots`.

Bjørn of Fjordbygg in English, in the light, 1440 pixels wide. Nothing is drawn or mended afterwards.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.browser import portal as portals

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
BUYER: Final = "bjorn@fjordbygg.example"
LARGEST: Final = 250_000
CART: Final = {"HI-440718": "12", "HI-441002": "4", "HI-512045": "40", "HI-101040": "25"}
PASTED: Final = "HI-440718;6\nHYD-TRYKK-3;4\nBREATH-60;2\nHI-44O718;4\nHI-440731;two\nHI-512045;40\n"


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


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        print(
            "Chromium was not found. Install it (Debian, Ubuntu: apt-get install chromium).", file=sys.stderr
        )
        return 1
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        portals.running(Path(folder)) as portal,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=portals.CHROMIUM_OPTIONS)
        context = portals.new_context(browser, portal, "en", color_scheme="light", reduced_motion="reduce")
        page = context.new_page()
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
            page.wait_for_load_state("networkidle")
            file = FOLDER / f"{take.__name__.replace('_', '-')}.png"
            page.screenshot(path=file, animations="disabled")
            print(f"{file.name}: {file.stat().st_size // 1000} kB")
            if file.stat().st_size > LARGEST:
                print(f"{file.name} is too large for a README.", file=sys.stderr)
                return 1
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
