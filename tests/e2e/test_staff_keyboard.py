"""Staff without a mouse: in with a second factor, through one's account, and out with a session left elsewhere."""

import re

import pytest
from playwright.sync_api import Page, expect

from staff.accounts import SAMPLE_PASSWORD
from tests.e2e.hands import Hands
from tests.e2e.test_editor_journey import NAMES
from tests.e2e.test_sign_in import enter_code, enter_password
from tests.e2e.words import Words
from tests.staff.signin.hands import code_of

ACCOUNTS = {"ru": "ru-ranger", "zh-hans": "cn-ranger"}
FIRST_PAGE = re.compile(r"/staff/$")


def enter(hands: Hands, account: str, say: Words) -> None:
    """Choose the language of the form and sign in, by keys alone."""
    page = hands.page
    page.goto("/staff/login/")
    hands.follow(page.get_by_role("button", name=NAMES[say.language]))
    expect(page.locator("html")).to_have_attribute("lang", re.compile(say.language, re.I))
    hands.write(page.get_by_role("textbox", name=say("Username")), account)
    hands.write(page.get_by_role("textbox", name=say("Password")), SAMPLE_PASSWORD)
    hands.press("Enter")


def connect_an_app(hands: Hands, say: Words) -> list[str]:
    """Set up codes of an app; return the recovery codes."""
    page = hands.page
    page.goto("/staff/security/")
    hands.follow(page.get_by_role("link", name=say("Connect an app")))
    secret = page.locator(".staff-secret").inner_text()
    hands.write(page.get_by_role("textbox", name=say("Code from the app")), code_of(secret))
    hands.press("Enter")
    expect(page.get_by_role("heading", name=say("Recovery codes"))).to_be_visible()
    return page.locator(".staff-codes code").all_inner_texts()


def elsewhere(new_page, account: str, code: str, say: Words) -> Page:
    """Return a second computer on which the same person is signed in."""
    page = new_page()
    enter_password(page, account, say)
    enter_code(page, code, say)
    expect(page).to_have_url(FIRST_PAGE)
    return page


@pytest.mark.parametrize("language", ACCOUNTS)
def test_sign_in_account_and_sessions_by_keyboard_alone(new_page, language):
    say, account = Words(language), ACCOUNTS[language]
    page = new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    hands = Hands(page)
    enter(hands, account, say)
    expect(page).to_have_url(FIRST_PAGE)
    codes = connect_an_app(hands, say)

    page.context.clear_cookies()
    enter(hands, account, say)
    hands.write(page.get_by_role("textbox", name=say("Code")), codes[0])
    hands.press("Enter")
    expect(page).to_have_url(FIRST_PAGE)

    page.goto("/staff/account/")
    hands.follow(page.get_by_role("button", name=say.if_wagtail_can("Save"), exact=True))
    expect(page.get_by_role("status").get_by_role("listitem").first).to_be_visible()

    other = elsewhere(new_page, account, codes[1], say)
    page.goto("/staff/security/sessions/")
    hands.follow(page.get_by_role("button", name=say("End", "session")).first)
    expect(page.get_by_text(say("The session is ended."))).to_be_visible()
    other.goto("/staff/")
    expect(other).to_have_url(re.compile("/staff/login/"))

    page.goto("/staff/security/app/remove/")
    hands.follow(page.get_by_role("button", name=say("Remove", "staff"), exact=True))
    expect(page.get_by_text(say("The app is removed."))).to_be_visible()
    assert hands.complaints == [], "\n".join(hands.complaints)
