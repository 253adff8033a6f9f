"""The second factor in a browser: an app, a recovery code, a passkey, the sessions; axe reads each page on the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from staff.accounts import SAMPLE_PASSWORD
from tests.e2e.conftest import Opener
from tests.e2e.test_editor_journey import NAMES
from tests.e2e.test_staff_screens import complaints_about
from tests.e2e.words import Words, untranslated
from tests.staff.signin.hands import code_of

ACCOUNTS = {"en": "ru-education", "ru": "ru-curator", "zh-hans": "cn-curator"}
USED = "This code does not fit. Each code works only once: wait for the next one."
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def named(browser, site_url):
    """Open pages under a name: browsers allow no passkey for a bare number."""
    opener = Opener(browser, site_url.replace("127.0.0.1", "localhost"))
    yield opener
    opener.close()
    assert opener.troubles == []


@pytest.fixture
def desk(named) -> Page:
    """A browser whose device can hold passkeys."""
    page = named(viewport={"width": 1280, "height": 900})
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def look(page: Page, say: Words) -> None:
    """See that the page can be read, is translated and fits a phone."""
    assert complaints_about(page) == []
    assert untranslated(page.locator("body").inner_text().splitlines(), say.language) == []
    page.set_viewport_size({"width": 390, "height": 844})
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide), page.url
    page.set_viewport_size({"width": 1280, "height": 900})


def press(page: Page, say: Words, words: str, context: str = "") -> None:
    page.get_by_role("button", name=say(words, context), exact=True).click()


def enter_password(page: Page, account: str, say: Words) -> None:
    page.goto("/staff/login/")
    page.get_by_role("button", name=NAMES[say.language]).click()
    page.get_by_role("textbox", name=say("Username")).fill(account)
    page.get_by_role("textbox", name=say("Password")).fill(SAMPLE_PASSWORD)
    press(page, say, "Sign in")


def enter_code(page: Page, code: str, say: Words) -> None:
    page.get_by_role("textbox", name=say("Code")).fill(code)
    press(page, say, "Go on")


def leave(page: Page) -> None:
    page.context.clear_cookies()


@pytest.mark.parametrize("language", ["ru"])
def test_way_through_every_second_factor(desk, say):
    account = ACCOUNTS[say.language]
    enter_password(desk, account, say)
    desk.get_by_role("link", name=say("Sign-in and security")).first.click()
    look(desk, say)

    desk.get_by_role("link", name=say("Connect an app")).click()
    look(desk, say)
    secret = desk.locator(".staff-secret").inner_text()
    desk.get_by_role("textbox", name=say("Code from the app")).fill(code_of(secret))
    press(desk, say, "Connect")
    expect(desk.get_by_role("heading", name=say("Recovery codes"))).to_be_visible()
    look(desk, say)
    codes = desk.locator(".staff-codes code").all_inner_texts()
    with desk.expect_download() as kept:
        desk.get_by_role("link", name=say("Download", "staff")).click()
    assert kept.value.path().read_text().split() == codes

    leave(desk)
    enter_password(desk, account, say)
    expect(desk.get_by_role("heading", name=say("Second step"))).to_be_visible()
    look(desk, say)
    enter_code(desk, codes[0], say)
    expect(desk).to_have_url(re.compile(r"/staff/$"))

    leave(desk)
    enter_password(desk, account, say)
    enter_code(desk, codes[0], say)
    expect(desk.get_by_text(say(USED))).to_be_visible()
    enter_code(desk, code_of(secret), say)
    expect(desk).to_have_url(re.compile(r"/staff/$"))

    desk.goto("/staff/security/app/remove/")
    look(desk, say)
    press(desk, say, "Remove", "staff")
    expect(desk.get_by_text(say("The app is removed."))).to_be_visible()


@pytest.mark.parametrize("language", ["zh-hans"])
def test_passkey_opens_alone_and_as_a_second_step(desk, say):
    account = ACCOUNTS[say.language]
    enter_password(desk, account, say)
    desk.goto("/staff/security/")
    desk.get_by_role("link", name=say("Add a passkey")).click()
    look(desk, say)
    desk.get_by_role("textbox", name=say("Name of the passkey")).fill("我的手机")
    press(desk, say, "Add", "staff")
    expect(desk.get_by_role("heading", name=say("Recovery codes"))).to_be_visible()
    desk.goto("/staff/security/")
    expect(desk.get_by_text("我的手机", exact=True)).to_be_visible()
    look(desk, say)

    leave(desk)
    desk.goto("/staff/login/")
    desk.get_by_role("button", name=NAMES[say.language]).click()
    press(desk, say, "Sign in with a passkey")
    expect(desk).to_have_url(re.compile(r"/staff/$"))

    leave(desk)
    enter_password(desk, account, say)
    press(desk, say, "Use a passkey")
    expect(desk).to_have_url(re.compile(r"/staff/$"))

    desk.goto("/staff/security/sessions/")
    expect(desk.get_by_text(say("This device"))).to_be_visible()
    look(desk, say)
    press(desk, say, "End all others")
    expect(desk.get_by_role("listitem").filter(has=desk.get_by_role("heading"))).to_have_count(1)

    desk.goto("/staff/security/")
    desk.get_by_role("link", name=say("Remove %(name)s", name="我的手机")).click()
    look(desk, say)
    press(desk, say, "Remove", "staff")
    expect(desk.get_by_text(say("The passkey is removed."))).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_refused_passkey_is_told_on_the_page(named, say):
    page = named(viewport={"width": 390, "height": 844})
    page.goto("/staff/login/")
    page.get_by_role("button", name="English").click()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")  # a browser without any authenticator: nothing can answer
    device.send(
        "WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"isUserVerified": False}}
    )
    press(page, say, "Sign in with a passkey")
    expect(page.get_by_role("alert")).to_be_visible(timeout=70_000)
