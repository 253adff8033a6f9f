"""A new person where a second factor is required: from the mail to the desk, and in again with a code."""

import re
import secrets
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import LANGUAGES
from tests.e2e.test_editor_journey import sign_in
from tests.e2e.test_sign_in import USED, enter_code, look, press
from tests.e2e.words import Words
from tests.staff.signin.hands import code_of

LANGUAGE = LANGUAGES[2]
PASSWORD = "东北豹清晨慢慢走过林间的小溪"
LINK = re.compile(r"https?://[^/\s]+(/staff/invitation/[\w-]+/)")


def invite(page: Page, name: str) -> None:
    """Do what an administrator does for a new editor of the Chinese side."""
    say = Words("en")
    sign_in(page, "admin", say)
    page.goto("/staff/users/new/")
    fields = {"username": name, "email": f"{name}@example.org"}
    for field, text in (fields | {"first_name": "明", "last_name": "李"}).items():
        page.locator(f"input[name={field}]").fill(text)
    page.locator("select[name=side]").select_option("CN")
    page.locator("select[name=language]").select_option(LANGUAGE)
    page.get_by_role("tab", name="Roles").first.click()
    page.get_by_label("Editors · Chinese side").check()
    press(page, say, "Send the invitation")
    expect(page.get_by_role("status").filter(has_text=f"{name}@example.org")).to_be_visible()


def link_for(name: str, folder: Path) -> str:
    (mail,) = [
        text for path in folder.glob("*.txt") if f"To: {name}@" in (text := path.read_text())
    ]
    return LINK.search(mail)[1]


def test_new_person_sets_up_a_second_factor_before_anything_else(
    new_page, strict_page, mail_folder
):
    name, say = f"li-{secrets.token_hex(3)}", Words(LANGUAGE)
    invite(new_page(viewport={"width": 1280, "height": 900}), name)

    page = strict_page
    page.goto(link_for(name, mail_folder))
    look(page, say)
    for label in ("Your password", "The same password again"):
        page.get_by_role("textbox", name=say(label)).fill(PASSWORD)
    press(page, say, "Open my account")
    expect(page).to_have_url(re.compile(r"/staff/security/$"))
    look(page, say)
    page.goto("/staff/pages/")  # nothing opens before
    expect(page).to_have_url(re.compile(r"/staff/security/$"))
    page.get_by_role("link", name=say("Connect an app")).click()
    secret = page.locator(".staff-secret").inner_text()
    page.get_by_role("textbox", name=say("Code from the app")).fill(code_of(secret))
    press(page, say, "Connect")
    expect(page.get_by_role("heading", name=say("Recovery codes"))).to_be_visible()
    recovery = page.locator(".staff-codes code").first.inner_text()
    page.goto("/staff/")
    expect(page).to_have_url(re.compile(r"/staff/$"))

    for code, is_taken in ((recovery, True), (recovery, False)):
        page.context.clear_cookies()
        page.goto("/staff/login/")
        page.get_by_role("button", name="中文").click()
        page.get_by_role("textbox", name=say("Username")).fill(name)
        page.get_by_role("textbox", name=say("Password")).fill(PASSWORD)
        press(page, say, "Sign in")
        enter_code(page, code, say)
        if is_taken:
            expect(page).to_have_url(re.compile(r"/staff/$"))
    expect(page.get_by_text(say(USED))).to_be_visible()
    page.goto("/staff/")
    expect(page).to_have_url(re.compile(r"/staff/login/"))
