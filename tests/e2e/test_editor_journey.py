"""An editor writes a story in the staff interface; a booking officer sees one country only."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from staff.accounts import SAMPLE_PASSWORD
from tests.e2e.words import Words


@dataclass(frozen=True)
class Author:
    """A sample account, the language its owner works in, and a story of theirs."""

    account: str
    language: str
    title: str
    text: str


AUTHORS = (
    Author("admin", "en", "Fresh tracks by the old bridge", "The prints were an hour old."),
    Author("ru-moderator", "ru", "Свежие следы у старого моста", "Следам было не больше часа."),
    Author("cn-moderator", "zh-hans", "旧桥边的新足迹", "足迹留下还不到一小时。"),
)
EDITOR = Author("ru-editor", "ru", "Черновик о снеге", "Снег лёг в ноябре.")


def sign_in(page: Page, account: str) -> None:
    """Sign in; the form itself is in the browser's language, English here."""
    page.goto("/staff/")
    page.get_by_label("Username").fill(account)
    page.get_by_label("Password", exact=True).fill(SAMPLE_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def begin_a_story(page: Page, say: Words, author: Author) -> None:
    """Open the list of stories from the first page and fill in a new one."""
    page.get_by_role("main").get_by_role("link", name=say.starts("Stories")).click()
    page.get_by_role("link", name=say("Add child page")).first.click()
    title = page.get_by_role("textbox", name=say("title").capitalize())
    title.fill(author.title)
    page.get_by_role("button", name=say("Insert a block")).first.click()
    page.get_by_role("option", name=say("Text"), exact=True).click()
    writing = page.locator("[data-contentpath='body'] [contenteditable=true]")
    writing.click()
    page.keyboard.type(author.text)


def preview_address(page: Page, say: Words) -> str:
    """Return where the preview in the side panel can be opened in a tab of its own."""
    page.get_by_role("button", name=say("Toggle preview")).click()
    link = page.get_by_role("link", name=say("Preview in new tab"))
    expect(link).to_be_visible()
    return link.get_attribute("href")


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.language)
def test_from_signing_in_to_a_story_on_the_public_site(page, new_page, author):
    say = Words(author.language)
    sign_in(page, author.account)
    expect(page.locator("html")).to_have_attribute("lang", re.compile(author.language, re.I))
    begin_a_story(page, say, author)
    preview = page.context.new_page()
    page.wait_for_timeout(0)
    preview.goto(preview_address(page, say))
    expect(preview.get_by_role("heading", level=1)).to_have_text(author.title)
    expect(preview.get_by_text(author.text)).to_be_visible()
    preview.close()
    page.get_by_role("button", name=say("More actions")).click()
    page.get_by_role("button", name=say("Publish"), exact=True).click()
    expect(page.get_by_text(author.title).first).to_be_visible()
    reader = new_page()
    reader.goto(f"/{author.language}/stories/")
    reader.get_by_role("main").get_by_role("link", name=author.title).click()
    expect(reader.get_by_text(author.text)).to_be_visible()
