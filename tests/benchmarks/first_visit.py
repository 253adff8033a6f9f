"""What a phone loads on a first visit, counted by the browser itself."""

import os
import shutil
from collections import Counter

from tests.benchmarks.pages import addresses
from tests.benchmarks.table import Cell

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
VISITED = ("home", "species", "trail", "galleries", "lesson finder", "departure form")
KINDS = {
    "Document": "HTML",
    "Stylesheet": "CSS",
    "Script": "JS",
    "Font": "fonts",
    "Image": "images",
}
COLUMNS = ("HTML", "CSS", "JS", "fonts", "images", "other")


def rows(url: str) -> list[list[Cell]] | None:
    """Return a row for each page, none scrolled; None without a Chromium."""
    if CHROMIUM is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        paths = addresses(url)
        return [_row(browser, url, name, paths[name]) for name in VISITED]


def _row(browser, url: str, name: str, path: str) -> list[Cell]:
    """Visit a page with nothing kept from before."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    loaded: Counter[str] = Counter()

    def note_answer(event: dict) -> None:
        kinds[event["requestId"]] = KINDS.get(event["type"], "other")

    def note_end(event: dict) -> None:
        loaded[kinds.get(event["requestId"], "other")] += event["encodedDataLength"]

    session.send("Network.enable")
    session.on("Network.responseReceived", note_answer)
    session.on("Network.loadingFinished", note_end)
    page.goto(url + path, wait_until="networkidle")
    context.close()
    return [name, len(kinds), *[loaded[kind] / 1000 for kind in COLUMNS], loaded.total() / 1000]
