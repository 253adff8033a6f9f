"""Take the pictures of the handbook from a running sample site, in the three languages:

    python docs/editors/make_screenshots.py http://127.0.0.1:8000 [name …]

It signs in with the sample accounts; what lies on the desks is the sample work of that site.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent
PASSWORD = "land-of-big-cats"
SIZE = {"width": 1280, "height": 800}
TELEPHONE = {"width": 390, "height": 760}
WIDTH = 1024  # of a stored picture
MOST_BYTES = 56_000
QUALITIES = (78, 70, 62, 54, 46)
# Language → how the accounts that show it begin; in English it is the Russian side's, who speak English meanwhile.
SIDES = {"ru": "ru", "zh-hans": "cn", "en": "ru"}
OWN_LANGUAGES = {"ru": "ru", "cn": "zh-hans", "admin": "en"}
# What a browser of that language writes into the field of a file; one without its texts writes English.
FILE_FIELD = {
    "ru": ("Выберите файл", "Файл не выбран"),
    "zh-hans": ("选择文件", "未选择任何文件"),
    "en": ("Choose file", "No file chosen"),
}
NAME_FILE_FIELDS = """([choose, nothing]) => {
    for (const field of document.querySelectorAll("input[type=file]")) {
        if (!field.offsetParent) continue;
        const look = getComputedStyle(field), shown = document.createElement("div");
        const button = document.createElement("button");
        for (const name of ["border", "borderRadius", "padding", "background", "fontSize"])
            shown.style[name] = look[name];
        button.textContent = choose;
        shown.append(button, " " + nothing);
        field.after(shown);
        field.style.display = "none";
    }
}"""


@dataclass(frozen=True)
class Shot:
    """One picture: who sees it, where it begins, and what is done before it is taken."""

    name: str
    role: str
    path: str
    steps: Callable[[Page], None] = lambda page: None
    size: dict = None

    def account(self, language: str) -> str:
        return "admin" if self.role == "admin" else f"{SIDES[language]}-{self.role}"


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


def read_three_texts(page: Page) -> None:
    """Choose fire, and a trail of the own side, for a notice that is not published."""
    page.locator("input[name=phrase]").first.check()
    page.select_option(
        "select[name=place]", page.locator("option[value^=trail-]").first.get_attribute("value")
    )
    page.fill("input[name=last_day]", (date.today() + timedelta(days=3)).isoformat())
    page.locator("form.urgent-screen button[type=submit]").press("Enter")  # the calendar covers it
    page.locator("textarea[name^=text_]").first.wait_for()


def open_translation(page: Page) -> None:
    """Open what waits on the desk of a translator; whoever has no such list takes it from the report."""
    links = page.locator("#desk-translate a")
    if not links.count():
        page.goto(f"{page.url}localize/reports/translations/", wait_until="networkidle")
        links = page.locator("main td:nth-child(3) a[href*='/pages/']")
    address = urljoin(page.url, links.first.get_attribute("href"))
    page.goto(address, wait_until="networkidle")


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
    Shot("translate", "translator", "/staff/", open_translation),
    Shot("pictures", "curator", "/staff/images/add/"),
    Shot(
        "facts", "editor", "/staff/snippets/reserve/species/", follow("td.title a[href*='/edit/']")
    ),
    Shot("notices", "moderator", "/staff/snippets/trails/trail/", close_two_trails),
    Shot("urgent", "moderator", "/staff/urgent/new/", read_three_texts),
    Shot("galleries", "curator", "/staff/", follow(".staff-footage a")),
    Shot("lessons", "education", "/staff/lessons/"),
    Shot("bookings", "bookings", "/staff/departure/"),
    Shot("check-in", "bookings", "/staff/check-in/", size=TELEPHONE),
    Shot("accounts", "admin", "/staff/users/"),
)


def main(url: str, *names: str) -> None:
    """Take the pictures of these names, or all."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    shots = [shot for shot in SHOTS if not names or shot.name in names]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for language in SIDES:
            if not names or "sign-in" in names:
                store(language, "sign-in", sign_in_form(browser, url, language))
            with speaking(browser, url, {shot.account(language) for shot in shots}, language):
                for shot in shots:
                    take(browser, url, language, shot)


@contextmanager
def speaking(browser: Browser, url: str, accounts: set[str], language: str) -> Iterator[None]:
    """Let these accounts use a language of the interface, and afterwards their own again."""
    own = {account: OWN_LANGUAGES[account.partition("-")[0]] for account in sorted(accounts)}
    guests = [account for account in own if own[account] != language]
    try:
        for account in guests:
            speak(browser, url, account, language)
        yield
    finally:
        for account in guests:
            speak(browser, url, account, own[account])


def take(browser: Browser, url: str, language: str, shot: Shot) -> None:
    page = signed_in(browser, url, shot.account(language))
    try:
        page.set_viewport_size(shot.size or SIZE)
        page.goto(url + shot.path, wait_until="networkidle")
        shot.steps(page)
        page.evaluate(NAME_FILE_FIELDS, FILE_FIELD[language])
        page.wait_for_timeout(400)  # pictures and letters that come late
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
    address, *wanted = sys.argv[1:] or ["http://127.0.0.1:8000"]
    main(address.rstrip("/"), *wanted)
