"""Pages no address leads to: after a form, behind a password, when something fails, as a reader has set them, mails."""

import http.client
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from bigcats.environment import BASE_DIR
from bookings.throttling import FAILURES_OF_CLIENT
from content.base.display import COOKIE, Display
from tests.e2e.checks import RULES, complaints, violations, violations_of
from tests.e2e.test_editor_journey import AUTHORS, sign_in
from tests.e2e.visitors import Visitor, written_at
from tests.e2e.words import Words

STANDING = ("", "trails/leopards-lair/", "schools/cats-and-forest/", "bookings/departures/")
RULES_OF_LETTERS = [rule for rule in RULES if rule != "best-practice"]  # they have no landmarks
ELSEWHERE = "127.0.0.2"  # an address of this machine that no other test comes from


def show(page: Page, path: str, html: str) -> None:
    """Show a document as if the site had answered with it; its style sheets and pictures are the site's."""
    page.route(f"**{path}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(path)


def test_display_settings_are_whole(page, language):
    page.goto(f"/{language}/display/?next=/{language}/trails/")
    assert complaints(page, language) == []


def test_thanks_for_a_message_are_whole(page, language, say):
    page.goto(f"/{language}/contact/")
    page.get_by_role("main").get_by_role("radio").first.check()
    page.get_by_label(say("Your name")).fill("Nika Sample")
    page.get_by_label(say("Your e-mail")).fill("nika@example.org")
    page.get_by_label(say("Your message")).fill("1 2 3")
    page.get_by_role("button", name=say("Send the message")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        say("Thank you, your message is on its way")
    )
    assert complaints(page, language) == []


def test_form_that_cannot_be_checked_is_refused_with_a_whole_page(page, language, say):
    page.goto(f"/{language}/display/")
    page.context.clear_cookies()
    page.get_by_role("button", name=say("Show pages like this")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("The form could not be checked"))
    assert complaints(page, language) == []


def test_page_for_too_many_tries_is_whole(page, language, site_url):
    path = f"/{language}/bookings/7K2M9QXD/wrong/"
    for _ in range(FAILURES_OF_CLIENT + 1):
        status, html = asked_from_elsewhere(site_url, path)
    assert status == 429
    show(page, path, html)
    assert complaints(page, language) == []


def asked_from_elsewhere(site_url: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(
        urlsplit(site_url).netloc, timeout=60, source_address=(ELSEWHERE, 0)
    )
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize("name", ["500", "maintenance"])
def test_page_of_a_site_that_is_down_is_whole(page, name):
    show(page, "/en/down/", (BASE_DIR / "templates" / f"{name}.html").read_text())
    assert complaints(page, "en") == []


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.language)
def test_style_guide_is_whole(page, author):
    sign_in(page, author.account, Words(author.language))
    page.goto(f"/{author.language}/styleguide/")
    assert violations(page) == []


SETTINGS = {
    "en": Display(text="largest", spacing="wide", colours="ink"),
    "ru": Display(text="large", spacing="wide", colours="chalk", pictures="words"),
    "zh-hans": Display(text="largest", colours="dark", pictures="words"),
}


@pytest.mark.parametrize("path", STANDING, ids=lambda path: path or "home")
def test_page_is_whole_as_its_reader_has_set_it(page, language, path, site_url):
    page.context.add_cookies(
        [{"name": COOKIE, "value": SETTINGS[language].cookie, "url": site_url}]
    )
    page.goto(f"/{language}/{path}")
    expect(page.locator("html")).to_have_class(re.compile(SETTINGS[language].classes))
    assert complaints(page, language) == []


def test_mail_is_whole(page, new_page, say, language, mail_folder):
    visitor = Visitor(page, say)
    visitor.choose_departure()
    visitor.fill_in(adults=1)
    visitor.go_to_review()
    visitor.confirm(mail_folder)
    visitor.mails(mail_folder, 2)
    *_earlier, mail = [
        one
        for one in sorted(mail_folder.glob("*.html"), key=written_at)
        if visitor.reference() in one.read_text()
    ]
    reader = new_page(viewport={"width": 320, "height": 860})
    show(reader, "/mail/", mail.read_text())
    assert violations_of(reader, RULES_OF_LETTERS, outside=[]) == []
