"""The staff interface in a browser: readable by day and night, whole on a phone, and careful with what is typed."""

import re
import secrets
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.checks import RULES, violations_of
from tests.e2e.test_editor_journey import sign_in
from tests.e2e.words import Words

# Parts that Wagtail leaves without a name: its text editors and its field for tags; and its link from the first part of
# a person's form to the second, which calls itself a tab but stands in no list of tabs.
OF_WAGTAIL = [
    ".public-DraftEditor-content",
    ".tagit",
    "input[type=file][name=file]",
    "a.button[href='#tab-roles']",
]
SCREENS = {
    ("ru-moderator", "ru"): (
        "/staff/",
        "/staff/pages/",
        "/staff/images/add/",
        "/staff/reports/pictures/",
        "/staff/snippets/reserve/species/",
        "/staff/snippets/trails/closure/add/",
        "/staff/account/",
        "/staff/nowhere/",
    ),
    ("cn-bookings", "zh-hans"): ("/staff/", "/staff/departure/", "/staff/booking/"),
    ("admin", "en"): ("/staff/", "/staff/users/", "/staff/users/new/", "/staff/invitations/"),
}


def complaints_about(page: Page) -> list[str]:
    """Return what axe finds in light and in dark colours, leaving out what is Wagtail's own."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {one}" for one in violations_of(page, RULES[:-1], OF_WAGTAIL)]
    return found


@pytest.mark.parametrize(("account", "language"), SCREENS, ids=lambda value: value)
def test_screens_can_be_read_by_day_and_night(page, account, language):
    sign_in(page, account, Words(language))
    found = {}
    for address in SCREENS[account, language]:
        page.goto(address)
        found[address] = complaints_about(page)
    assert {address: list_ for address, list_ in found.items() if list_} == {}


def test_sign_in_can_be_read_in_every_language(page, say):
    for address in ("/staff/login/", "/staff/password_reset/", "/staff/invitation/"):
        page.goto(address)
        page.get_by_role(
            "button", name={"en": "English", "ru": "Русский", "zh-hans": "中文"}[say.language]
        ).click()
        expect(page.locator("html")).to_have_attribute("lang", re.compile(say.language, re.I))
        assert complaints_about(page) == []


@pytest.mark.parametrize(("account", "language"), SCREENS, ids=lambda value: value)
def test_first_page_fits_a_phone(phone, account, language):
    sign_in(phone, account, Words(language))
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not phone.evaluate(wide)


def photograph(size: tuple[int, int]) -> dict:
    encoded = BytesIO()
    Image.new("RGB", size, "darkgreen").save(encoded, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": encoded.getvalue()}


def test_focal_point_is_set_on_the_picture_as_it_will_be_stored(page):
    say = Words("ru")
    sign_in(page, "ru-moderator", say)
    page.goto("/staff/images/add/")
    page.locator("input[type=file]").set_input_files(photograph((7680, 1920)))
    stage = page.get_by_role("button", name=say("Set the point that must stay in view"))
    expect(stage.locator("img")).to_have_js_property("naturalWidth", 7680)
    frame = stage.locator("img").bounding_box()
    stage.locator("img").click(position={"x": frame["width"] * 0.75, "y": frame["height"] * 0.5})
    across, down = (
        int(page.locator(f"input.focal_point_{axis}").input_value()) for axis in ("x", "y")
    )
    assert (across, down) == (pytest.approx(2880, abs=20), pytest.approx(480, abs=20))


def test_last_letters_typed_before_saving_are_kept(page):
    say = Words("ru")
    sign_in(page, "ru-editor", say)
    page.goto("/staff/")
    page.get_by_role("main").get_by_role("link", name=say.starts("Stories")).click()
    page.get_by_role("link", name=say.if_wagtail_can("Add child page"), exact=True).first.click()
    page.get_by_role("textbox", name=say("title")).fill("Следы у ручья")
    page.get_by_role("button", name=say.if_wagtail_can("Insert a block")).first.click()
    page.get_by_role("option", name=say("Text"), exact=True).click()
    writing = page.get_by_role("region", name=say("body")).locator("[contenteditable=true]")
    writing.click()
    page.keyboard.type("Первые слова и последние буквы")
    with page.expect_navigation():
        page.evaluate("document.querySelector('#page-edit-form').requestSubmit()")
    kept = page.get_by_role("region", name=say("body")).locator("[contenteditable=true]")
    expect(kept).to_have_text("Первые слова и последние буквы")


def test_page_that_is_saving_itself_is_sent_once_that_has_ended(page):
    say, title = Words("ru"), f"Один раз {secrets.token_hex(4)}"
    sign_in(page, "ru-editor", say)
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => { window.watches = true })"
    )
    page.goto("/staff/")
    page.get_by_role("main").get_by_role("link", name=say.starts("Stories")).click()
    listing = page.url
    page.get_by_role("link", name=say.if_wagtail_can("Add child page"), exact=True).first.click()
    held = []

    def hold(route) -> None:
        is_by_itself = "application/json" in route.request.headers.get("accept", "")
        held.append(route) if is_by_itself and not held else route.continue_()

    page.route("**/staff/pages/add/**", hold)
    page.wait_for_function("window.watches")
    with page.expect_request("**/staff/pages/add/**"):
        page.get_by_role("textbox", name=say("title")).press_sequentially(title, delay=60)
    adding = page.url
    page.get_by_role("button", name=say.if_wagtail_can("Save Draft"), exact=True).click()
    assert page.url == adding
    with page.expect_navigation():
        held[0].continue_()
    expect(page.get_by_role("textbox", name=say("title"))).to_have_value(title)
    page.goto(f"{listing}?q={title.split()[-1]}")
    expect(page.get_by_role("main").get_by_role("link", name=title, exact=True)).to_have_count(1)
