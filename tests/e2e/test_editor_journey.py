"""An editor writes a story in the staff interface; a booking officer sees one country only."""

import re
import secrets
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Page, expect

from staff.accounts import SAMPLE_PASSWORD
from tests.e2e.checks import complaints
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
NAMES = {"en": "English", "ru": "Русский", "zh-hans": "中文"}
OFFICERS = (("ru-bookings", "ru", "cn-bookings"), ("cn-bookings", "zh-hans", "ru-bookings"))


def new_story_of(author: Author) -> Author:
    """Return an author with a title not used before; a site may be tested more than once."""
    return replace(author, title=f"{author.title} {secrets.randbelow(10**6)}")


def sign_in(page: Page, account: str, say: Words) -> None:
    """Choose the language of the form, sign in, and arrive at the first page in one's own language."""
    page.goto("/staff/")
    page.get_by_role("button", name=NAMES[say.language]).click()
    page.get_by_role("textbox", name=say("Username")).fill(account)
    page.get_by_role("textbox", name=say("Password")).fill(SAMPLE_PASSWORD)
    page.get_by_role("button", name=say("Sign in"), exact=True).click()
    expect(
        page.get_by_role("region", name=re.compile(say("Welcome, %(name)s", name=".+")))
    ).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", re.compile(say.language, re.I))


def work(page: Page, say: Words, name: str):
    """Return the link to a kind of work on the first page."""
    return page.get_by_role("main").get_by_role("link", name=say.starts(name))


def write_a_story(page: Page, say: Words, author: Author) -> None:
    """Fill in a new story with a title and a text."""
    work(page, say, "Stories").click()
    page.get_by_role("link", name=say.if_wagtail_can("Add child page"), exact=True).first.click()
    page.get_by_role("textbox", name=say("title")).fill(author.title)
    page.get_by_role("button", name=say.if_wagtail_can("Insert a block")).first.click()
    page.get_by_role("option", name=say("Text"), exact=True).click()
    writing = page.get_by_role("region", name=say("body")).locator("[contenteditable=true]")
    writing.click()
    page.keyboard.type(author.text)
    expect(writing).to_have_text(author.text)
    # The editor hands its text to the form a quarter of a second later: quicker than a hand, not than a script.
    expect(page.locator("input[name^='body-'][name$='-value']")).to_have_value(
        re.compile(re.escape(author.text))
    )


def look_at_the_preview(page: Page, say: Words, author: Author) -> None:
    """Open the preview in a tab of its own: it is the public page, in its language."""
    page.get_by_role("button", name=say.if_wagtail_can("Toggle preview")).click()
    panel = page.frame_locator("iframe").first.get_by_role("heading", level=1)
    expect(panel).to_have_text(author.title)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=say.if_wagtail_can("Preview in new tab")).click()
    preview = opened.value
    expect(preview.get_by_role("heading", level=1)).to_have_text(author.title)
    expect(preview.get_by_role("main").get_by_text(author.text)).to_be_visible()
    expect(
        preview.get_by_role("banner").get_by_role("navigation", name=say("Language"))
    ).to_be_visible()
    preview.close()


def choose_action(page: Page, say: Words, name: str) -> None:
    """Press one of the buttons behind “More actions”."""
    page.get_by_role("button", name=say.if_wagtail_can("More actions")).click()
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.language)
def test_from_signing_in_to_a_story_on_the_public_site(page, new_page, author):
    say, author = Words(author.language), new_story_of(author)
    sign_in(page, author.account, say)
    write_a_story(page, say, author)
    look_at_the_preview(page, say, author)
    choose_action(page, say, say("Publish"))
    expect(
        page.get_by_role("main").get_by_role("link", name=author.title, exact=True)
    ).to_be_visible()
    reader = new_page()
    reader.goto(f"/{author.language}/stories/")
    reader.get_by_role("main").get_by_role("link", name=author.title).click()
    expect(reader.get_by_role("main").get_by_text(author.text)).to_be_visible()
    assert complaints(reader, author.language) == []


def approve(page: Page, say: Words, title: str) -> None:
    """Open what waits on a moderator's first page, and let it be published."""
    page.get_by_role("main").get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("textbox", name=say("title"))).to_have_value(title)
    choose_action(page, say, "Одобрить и опубликовать")


def test_editor_hands_a_story_to_the_moderators_who_publish_it(page, new_page):
    say = Words("ru")
    author = new_story_of(
        Author("ru-editor", "ru", "Черновик о первом снеге", "Снег лёг в ноябре.")
    )
    sign_in(page, author.account, say)
    write_a_story(page, say, author)
    page.get_by_role("button", name=say.if_wagtail_can("More actions")).click()
    expect(page.get_by_role("button", name=say("Publish"), exact=True)).to_have_count(0)
    page.get_by_role("button", name="Модерация российской стороны").click()
    expect(
        page.get_by_role("main").get_by_role("link", name=author.title, exact=True)
    ).to_be_visible()
    reader = new_page()
    reader.goto("/ru/stories/")
    expect(reader.get_by_text(author.title)).to_have_count(0)
    moderator = new_page()
    sign_in(moderator, "ru-moderator", say)
    approve(moderator, say, author.title)
    expect(moderator).to_have_url(re.compile(r"/staff/(pages/\d+/)?$"))
    reader.reload()
    reader.get_by_role("main").get_by_role("link", name=author.title).click()
    expect(reader.get_by_role("main").get_by_text(author.text)).to_be_visible()


def send_to_translation(page: Page, say: Words, title: str, language: str) -> None:
    """Ask for a page in another language; the translation editor opens."""
    work(page, say, "Stories").click()
    page.get_by_role("main").get_by_role("link", name=title, exact=True).click()
    number = re.search(r"/pages/(\d+)/", page.url).group(1)
    page.goto(f"/staff/localize/submit/page/{number}/")
    page.get_by_role("checkbox", name=language).check()
    page.get_by_role("button", name=say("Submit"), exact=True).click()


def translate_texts(page: Page, texts: tuple[str, ...]) -> None:
    """Fill in the texts of the translation editor one after another."""
    for text in texts:
        page.get_by_role("button", name="Перевести", exact=True).first.click()
        page.get_by_role("main").locator("textarea, [contenteditable=true]").fill(text)
        page.get_by_role("button", name="Сохранить", exact=True).click()
        expect(page.get_by_role("main").get_by_text(text, exact=True)).to_be_visible()


def test_translator_puts_a_story_into_english_and_a_moderator_publishes_it(new_page):
    say = Words("ru")
    author = new_story_of(Author("ru-moderator", "ru", "Тропа под снегом", "Тропу замело."))
    moderator, translator, reader = new_page(), new_page(), new_page()
    sign_in(moderator, author.account, say)
    write_a_story(moderator, say, author)
    choose_action(moderator, say, say("Publish"))
    expect(
        moderator.get_by_role("main").get_by_role("link", name=author.title, exact=True)
    ).to_be_visible()
    sign_in(translator, "ru-translator", say)
    send_to_translation(translator, say, author.title, "English")
    english = author.title.replace("Тропа под снегом", "The trail under snow")
    translate_texts(translator, (english, "Snow has covered the trail."))
    expect(translator.get_by_role("button", name="Опубликовать: English")).to_have_count(0)
    moderator.goto(translator.url)
    moderator.get_by_role("button", name="Опубликовать: English").click()
    expect(moderator.get_by_role("status").filter(has_text=english)).to_be_visible()
    reader.goto("/en/stories/")
    reader.get_by_role("main").get_by_role("link", name=english).click()
    expect(reader.get_by_text("Snow has covered the trail.")).to_be_visible()


@pytest.mark.parametrize(("account", "language", "other"), OFFICERS)
def test_booking_officer_sees_the_bookings_of_one_country(new_page, account, language, other):
    own, foreign = new_page(), new_page()
    numbers = bookings_shown(own, account, Words(language))
    hidden = bookings_shown(foreign, other, Words("ru" if language != "ru" else "zh-hans"))
    assert numbers and hidden and not numbers.keys() & hidden.keys()
    reference, address = next(iter(hidden.items()))
    own.goto(f"/staff/booking/?q={reference}")
    expect(own.get_by_role("main").locator("a[href*='/inspect/']")).to_have_count(0)
    answer = own.goto(address)
    assert answer.status == 404 or reference not in own.get_by_role("main").inner_text()


def bookings_shown(page: Page, account: str, say: Words) -> dict[str, str]:
    """Return number → address of the bookings on the first page of an officer's list."""
    sign_in(page, account, say)
    work(page, say, "Bookings").click()
    links = page.get_by_role("main").locator("td a[href*='/inspect/']")
    expect(links.first).to_be_visible()
    shown = "links => links.map(link => [link.innerText.trim(), link.getAttribute('href')])"
    return {text: address for text, address in links.evaluate_all(shown) if text}
