"""What must hold on every page, in every language: asked of the page itself, answered as a list of complaints."""

from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from content.base.languages import html_lang
from tests.e2e.words import untranslated

WIDTHS = (1280, 768, 320)
SCHEMES = ("light", "dark")
HEIGHT = 860
_AXE = Axe().axe_script
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What another width and what other colours can break; the other rules ask for the document alone.
RULES_OF_WIDTH = ["scrollable-region-focusable", "target-size"]
RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"]

# The page may not be wider than the window; what scrolls sideways inside a region of its own is fine.
_OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const scrolling = ["auto", "scroll", "hidden", "clip"];
  const scrolls = (e) => e && e !== document.body
    && (scrolling.includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
  const named = wide.slice(0, 3).map((e) => e.tagName.toLowerCase() + "." + e.className);
  return `${document.documentElement.scrollWidth} px wide: ${named.join(", ")}`;
}"""

# Texts that people see or hear and that claim to be in the language of the page.
_TEXTS = """() => {
  const own = document.documentElement.lang;
  const isOwn = (element) => (element.closest("[lang]")?.lang ?? own) === own;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() && !parent.closest("script, style, noscript") && isOwn(parent)) texts.push(node.data);
  }
  for (const name of ["aria-label", "placeholder", "title", "alt", "content"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      // og:type is a word for machines, the same in every language
      if (isOwn(element) && element.getAttribute("property") !== "og:type") texts.push(element.getAttribute(name));
    }
  }
  return texts;
}"""

# Colours change by transitions; those in a closed part of the page end without ever being taken away.
_SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const moves = () => document.getAnimations().some((animation) => animation.playState === "running");
  for (let shown = 0; shown < 2 || moves(); shown += 1) await frame();
}"""


def complaints(page: Page, language: str, *, with_axe: bool = True) -> list[str]:
    """Return what is wrong with the page that is open."""
    found = _about_the_document(page, language)
    found += [f"not translated: {text}" for text in untranslated(page.evaluate(_TEXTS), language)]
    found += _about_the_width(page)
    if with_axe:
        found += violations(page, language)
    return found


def _about_the_document(page: Page, language: str) -> list[str]:
    found = []
    lang = page.locator("html").get_attribute("lang")
    if lang != html_lang(language):
        found.append(f"lang is {lang}")
    headings = page.locator("h1").count()
    if headings != 1:
        found.append(f"{headings} h1")
    if not page.title().strip(" –"):
        found.append("no title")
    return found


def _about_the_width(page: Page) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if overflow := page.evaluate(_OVERFLOW):
            found.append(f"at {width} px: {overflow}")
    return found


def violations(page: Page, language: str = "en") -> list[str]:
    """Return what axe finds: all rules once, then those that another width or other colours can break."""
    page.evaluate(_AXE)
    found = []
    for width, scheme in product(WIDTHS, SCHEMES):
        if rules := _rules_of(width, scheme, language):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(_SETTLED)
            found += [f"{scheme}, {width} px: {one}" for one in _axe(page, rules)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    return found


def _rules_of(width: int, scheme: str, language: str) -> dict | None:
    """Return what to ask for. Words change widths, not colours: on phones those are looked at in English."""
    if (width, scheme) == (WIDTHS[0], "light"):
        return {"type": "tag", "values": RULES}
    rules = RULES_OF_WIDTH if scheme == "light" else []
    if language == "en" or width == WIDTHS[0]:
        rules = rules + RULES_OF_COLOURS
    return {"type": "rule", "values": rules} if rules else None


def violations_of(page: Page, rules: list[str], outside: list[str]) -> list[str]:
    """Return what axe finds by some rules, in the colours that are set, outside of some parts of the page."""
    page.evaluate(_AXE)
    page.evaluate(_SETTLED)
    return _axe(page, {"type": "tag", "values": rules}, outside)


def _axe(page: Page, run_only: dict, outside: list[str] | None = None) -> list[str]:
    options = {"runOnly": run_only, "resultTypes": ["violations"]}
    within = {"exclude": [[selector] for selector in outside or []]}
    results = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    return [
        f"axe {one['id']}: {one['help']} ({len(one['nodes'])}): {_first(one['nodes'])}"
        for one in results["violations"]
    ]


def _first(nodes: list[dict]) -> str:
    node = nodes[0]
    reasons = [check["message"] for check in node["any"] + node["all"] + node["none"]]
    return f"{node['html'][:200]} – {'; '.join(reasons)[:300]}"
