"""What a machine can see of a page: barriers by axe, and whether something is cut off or sticks out."""

from __future__ import annotations

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_AXE: Final = Axe()
# The rows of a long list are written by one template: axe reads the first six, and is done in a third of the time.
_FURTHER_ROWS: Final = "main :is(tbody tr, li.q, .prod):nth-child(n + 7)"

# What sticks out of the page or is cut without an ellipsis. One line each; empty is right.
_CUT: Final = r"""
() => {
  const wide = document.documentElement.clientWidth, found = [];
  const name = (e) => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
    (typeof e.className === 'string' && e.className ? '.' + e.className.trim().split(/\s+/).join('.') : '') +
    ' "' + (e.innerText || e.value || '').trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
  if (document.documentElement.scrollWidth > wide) found.push(`page is ${document.documentElement.scrollWidth} wide, ${wide} is visible`);
  const scrolls = new Map();
  const inScroller = (e) => {
    if (!e || e === document.body) return false;
    if (!scrolls.has(e)) {
      const how = getComputedStyle(e).overflowX;
      scrolls.set(e, how === 'auto' || how === 'scroll' || inScroller(e.parentElement));
    }
    return scrolls.get(e);
  };
  const onlyRead = new Map();  // what only screen readers get is cut on purpose
  const isOnlyRead = (e) => {
    if (!e || e === document.body) return false;
    if (!onlyRead.has(e)) {
      const style = getComputedStyle(e);
      const tiny = style.position === 'absolute' && e.offsetWidth <= 1 && style.overflowX !== 'visible';
      onlyRead.set(e, tiny || isOnlyRead(e.parentElement));
    }
    return onlyRead.get(e);
  };
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg') && e.tagName !== 'svg') continue;
    if (['OPTION', 'SCRIPT', 'TEMPLATE', 'STYLE'].includes(e.tagName)) continue;
    if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.width <= 1 || box.height <= 1 || isOnlyRead(e)) continue;
    if ((box.right > wide + 1 || (box.left < -1 && box.right > 0)) && !inScroller(e.parentElement) && style.position !== 'fixed')
      found.push(`sticks out (${Math.round(box.left)} to ${Math.round(box.right)} of ${wide}): ${name(e)}`);
    const hides = (how) => how === 'hidden' || how === 'clip';
    const words = () => e.innerText && e.innerText.trim();  // dear, so asked last
    if (hides(style.overflowX) && style.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1 && words())
      found.push(`cut at the side (${e.scrollWidth} in ${e.clientWidth}): ${name(e)}`);
    if (hides(style.overflowY) && style.webkitLineClamp === 'none' && style.textOverflow !== 'ellipsis'
        && e.scrollHeight > e.clientHeight + 2 && words())
      found.push(`cut below (${e.scrollHeight} in ${e.clientHeight}): ${name(e)}`);
    const pressed = e.matches('button, a.btn, summary.btn, .state, .tier, .tag, .chip, th, td, h1, h2, dt, dd, label, legend');
    if (pressed && style.textOverflow !== 'ellipsis' && !inScroller(e)) {
      const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!text.data.trim() || isOnlyRead(text.parentElement) || text.parentElement.closest(':popover-open')) continue;
        range.selectNodeContents(text);
        const part = range.getBoundingClientRect();
        if (part.width > 1 && (part.right > box.right + 1.5 || part.left < box.left - 1.5)) {
          found.push(`words leave it (${Math.round(part.right - box.right)} px): ${name(e)}`);
          break;
        }
      }
    }
  }
  return [...new Set(found)].slice(0, 12);
}
"""


def barriers(page: Page, *, only: list[str] | None = None) -> list[str]:
    """What axe (WCAG 2.2 A and AA) finds on a page, one line each; empty is right. `only` names rules of axe.

    Of a long list it reads the first rows.
    """
    runs = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    options = {"runOnly": runs, "resultTypes": ["violations"], "preload": False}
    results = _AXE.run(page, context={"exclude": [[_FURTHER_ROWS]]}, options=options)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


def cut(page: Page) -> list[str]:
    """What sticks out of the page or is cut off at the window's present width."""
    found: list[str] = page.evaluate(_CUT)
    return found
