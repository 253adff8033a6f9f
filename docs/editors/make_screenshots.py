"""Take the pictures of the handbook from a running sample site, in the three languages:

    python docs/editors/make_screenshots.py http://127.0.0.1:8000

It signs in with the sample accounts. What waits on the desks is what waits on that site.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent
PASSWORD = "land-of-big-cats"
SIZE = {"width": 1280, "height": 800}
TELEPHONE = {"width": 390, "height": 760}
WIDTH = 1024  # of a stored picture
MOST_BYTES = 56_000
QUALITIES = (78, 70, 62, 54, 46)
SIDES = {"ru": "ru", "zh-hans": "cn"}  # language → how the accounts of its side begin


@dataclass(frozen=True)
class Shot:
    """One picture: who sees it, where it begins, and what is done before it is taken."""

    name: str
    role: str
    path: str
    steps: Callable[[Page], None] = lambda page: None
    size: dict = None


def follow(selector: str) -> Callable[[Page], None]:
    """Return the step of following the first link that fits."""

    def step(page: Page) -> None:
        page.locator(selector).first.click()
        page.wait_for_load_state()

    return step


def both(*steps: Callable[[Page], None]) -> Callable[[Page], None]:
    return lambda page: [step(page) for step in steps]


def close_two_trails(page: Page) -> None:
    boxes = page.locator(
        "td input[type=checkbox]"
    ).all()  # Russian trails stand first, Chinese last
    for box in boxes[-2:] if page.locator("html[lang^=zh]").count() else boxes[:2]:
        box.check()
    follow("a[href*='/bulk/trails/trail/close/']")(page)


def show(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).evaluate("part => part.scrollIntoView()")


SHOTS = (
    Shot("desk", "bookings", "/staff/"),
    Shot("approve", "moderator", "/staff/", show("#desk-approve")),
    Shot(
        "write",
        "editor",
        "/staff/",
        both(
            follow("a[href*='/staff/pages/'][href*='edit']"),
            lambda page: page.wait_for_timeout(1500),
        ),
    ),
    Shot("pictures", "curator", "/staff/images/add/"),
    Shot(
        "facts", "editor", "/staff/snippets/reserve/species/", follow("td.title a[href*='/edit/']")
    ),
    Shot("notices", "moderator", "/staff/snippets/trails/trail/", close_two_trails),
    Shot("galleries", "curator", "/staff/", follow(".staff-footage a")),
    Shot("lessons", "education", "/staff/lessons/"),
    Shot("bookings", "bookings", "/staff/departure/"),
    Shot("check-in", "bookings", "/staff/check-in/", size=TELEPHONE),
)


def main(url: str) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            for language in ("ru", "zh-hans", "en"):
                speak(browser, url, "admin", language)
                take_all(browser, url, language)
        finally:
            speak(browser, url, "admin", "en")


def take_all(browser: Browser, url: str, language: str) -> None:
    """Take every picture in one language; English is spoken by the administrator."""
    store(language, "sign-in", sign_in_form(browser, url, language))
    for shot in SHOTS:
        side = SIDES.get(language)
        user = f"{side}-{shot.role}" if side and shot.role != "admin" else "admin"
        page = signed_in(browser, url, user)
        try:
            page.set_viewport_size(shot.size or SIZE)
            page.goto(url + shot.path, wait_until="networkidle")
            shot.steps(page)
            store(language, shot.name, page.screenshot())
        finally:
            page.context.close()


def signed_in(browser: Browser, url: str, user: str) -> Page:
    page = browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page()
    page.goto(f"{url}/staff/login/", wait_until="networkidle")
    page.fill("input[autocomplete~=username]", user)
    page.fill("input[type=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}/staff/")
    return page


def speak(browser: Browser, url: str, user: str, language: str) -> None:
    """Let an account use another language of the interface."""
    page = signed_in(browser, url, user)
    page.goto(f"{url}/staff/account/", wait_until="networkidle")
    page.select_option("select[name$=preferred_language]", language)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state("networkidle")
    page.context.close()


def sign_in_form(browser: Browser, url: str, language: str) -> bytes:
    page = browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page()
    page.goto(f"{url}/staff/login/", wait_until="networkidle")
    page.locator(f".staff-languages button[value='{language}']").click()
    page.wait_for_load_state("networkidle")
    picture = page.screenshot()
    page.context.close()
    return picture


def store(language: str, name: str, png: bytes) -> None:
    picture = as_webp(png)
    path = FOLDER / language / "images" / f"{name}.webp"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(picture)
    print(f"{language}/{name}.webp  {len(picture) // 1000} kB")


def as_webp(png: bytes) -> bytes:
    """Return the picture no wider than WIDTH, at the best quality that is small enough."""
    image = Image.open(BytesIO(png)).convert("RGB")
    image.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    for quality in QUALITIES:
        file = BytesIO()
        image.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000")
