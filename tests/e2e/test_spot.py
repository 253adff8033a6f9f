"""The game in a browser: a round by number keys, by touch without JavaScript, and what stays on the device."""

import re

from playwright.sync_api import Page, expect

ADDRESS = "/en/galleries/spot-the-cat/"


def test_a_round_is_played_by_keys_and_remembered_on_the_device_alone(new_page):
    page = new_page()
    page.goto(f"{ADDRESS}?round=keys")
    for number in range(1, 11):
        expect(page.get_by_text(f"Question {number} of 10")).to_be_visible()
        page.wait_for_load_state()  # keys are heard by a script
        page.keyboard.press("1")
        page.get_by_role("link", name=re.compile("Next question|See your result")).press("Enter")
    expect(page.get_by_text("Rounds played on this device: 1.")).to_be_visible()
    assert page.context.cookies() == []
    page.goto(ADDRESS)
    expect(page.get_by_text("Rounds played on this device: 1.")).to_be_visible()
    page.get_by_role("button", name="Forget them").click()
    assert page.evaluate("localStorage.length") == 0


def test_a_picture_is_looked_at_closely_by_key_and_by_click(new_page):
    page = new_page()
    page.goto(f"{ADDRESS}?round=keys")
    closer = page.get_by_role("button", name="Look closer").first
    closer.press("Enter")
    expect(closer).to_have_attribute("aria-pressed", "true")
    page.locator("#content img").first.click()
    expect(closer).to_have_attribute("aria-pressed", "false")


def test_a_round_is_played_without_javascript_on_a_phone(new_page):
    page: Page = new_page(
        java_script_enabled=False, has_touch=True, viewport={"width": 390, "height": 844}
    )
    page.goto(ADDRESS)
    page.get_by_label("Code of a round").fill("3 B")
    page.get_by_label("Code of a round").press("Enter")
    for _number in range(10):
        page.get_by_role("form", name="Your answer").get_by_role("button").last.tap()
        expect(page.get_by_role("status")).to_be_visible()
        page.get_by_role("link", name=re.compile("Next question|See your result")).tap()
    expect(page.get_by_role("heading", name="All answers of this round")).to_be_visible()
    assert "round=3-b" in page.url
