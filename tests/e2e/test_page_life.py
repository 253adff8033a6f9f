"""A page goes live and leaves by the clock of the person who says when; a locked page is one person's alone."""

import re
import secrets
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.test_editor_journey import Author, choose_action, write_a_story
from tests.e2e.test_newsroom import Person, arrive

STORIES = {
    "ru": Author("ru-moderator", "ru", "История по расписанию", "Выйдет утром."),
    "zh-hans": Author("cn-moderator", "zh-hans", "定时发布的故事", "明早发布。"),
}
ZONES = {"ru": ZoneInfo("Asia/Vladivostok"), "zh-hans": ZoneInfo("Asia/Shanghai")}
COLLEAGUES = {"ru": "ru-editor", "zh-hans": "cn-editor"}
NAMES = {"ru": "Олег Эталонов", "zh-hans": "范审之"}
GO_LIVE, EXPIRY = "2031-03-02 09:00", "2031-03-05 18:00"
MINUTE = timedelta(minutes=1)
languages = pytest.mark.parametrize("language", STORIES)


def begin_a_story(new_page, language: str) -> Person:
    """Let a moderator save the draft of a story; the editor stays open."""
    author = STORIES[language]
    person = arrive(new_page, author.account, language)
    title = f"{author.title} {secrets.randbelow(10**6)}"
    write_a_story(person.page, person.say, Author(author.account, language, title, author.text))
    save(person)
    person.page.wait_for_url("**/edit/")
    return person


def save(person: Person) -> None:
    words = person.say.if_wagtail_can("Save Draft")
    person.page.get_by_role("button", name=words, exact=True).click()


def open_status(person: Person) -> None:
    """Open the panel beside the form that tells and sets the state of the page."""
    panel = person.page.locator("[data-side-panel=status]")
    if not panel.is_visible():
        person.page.get_by_role("button", name=person.say.if_wagtail_can("Toggle status")).click()
    expect(panel).to_be_visible()


def set_schedule(person: Person) -> None:
    say, page = person.say.if_wagtail_can, person.page
    open_status(person)
    page.get_by_role("button", name=say("Set schedule")).click()
    dialog = page.get_by_role("dialog", name=say("Set publishing schedule"))
    for name, hour in (("go_live_at", GO_LIVE), ("expire_at", EXPIRY)):
        field = dialog.locator(f"input[name={name}]")
        field.fill(hour)
        field.press("Tab")
        expect(field).to_have_value(hour)
    dialog.get_by_role("button", name=say("Save schedule")).press("Enter")  # below the calendar
    told = page.get_by_role("main").get_by_role("status").get_by_role("listitem")
    expect(told.first).to_be_visible()
    open_status(person)
    panel = page.locator("[data-side-panel=status]")
    for clock in ("9:00", "18:00"):
        expect(panel).to_contain_text(clock)


@languages
def test_page_goes_live_and_expires_by_the_persons_own_clock(new_page, run_at, language):
    person = begin_a_story(new_page, language)
    slug = person.page.locator("input[name=slug]").input_value()
    set_schedule(person)
    choose_action(person.page, person.say, person.say.if_wagtail_can("Schedule to publish"))
    person.page.wait_for_url(re.compile(r"/staff/pages/\d+/$"))
    reader = new_page()

    def status() -> int:
        return reader.goto(f"/{language}/stories/{slug}/").status

    moments = [
        datetime.strptime(hour, "%Y-%m-%d %H:%M").replace(tzinfo=ZONES[language])
        for hour in (GO_LIVE, EXPIRY)
    ]
    for moment, before, after in zip(moments, (404, 200), (200, 404), strict=True):
        run_at(moment - MINUTE, "publish_scheduled")
        assert status() == before
        run_at(moment + MINUTE, "publish_scheduled")
        assert status() == after


def switch(person: Person, deed: str) -> Locator:
    """Return the switch in the panel of the state that locks or unlocks; its input lies below its drawing."""
    return person.page.locator(f"input[type=checkbox][data-w-action-url-value$='/{deed}/']")


@languages
def test_locked_page_says_who_locked_it_and_cannot_be_saved_by_others(new_page, language):
    person = begin_a_story(new_page, language)
    colleague = arrive(new_page, COLLEAGUES[language], language)
    open_status(person)
    switch(person, "lock").click(force=True)
    expect(
        person.page.get_by_role("status").filter(has_text=locked_words(language))
    ).to_be_visible()

    colleague.page.goto(person.page.url)
    told = colleague.page.get_by_role("status").filter(has_text=locked_words(language))
    expect(told).to_contain_text(NAMES[language])
    saving = colleague.page.get_by_role(
        "button", name=colleague.say.if_wagtail_can("Save Draft"), exact=True
    )
    expect(saving).to_have_count(0)

    open_status(person)
    switch(person, "unlock").click(force=True)
    open_status(person)
    expect(switch(person, "lock")).to_be_attached()
    colleague.page.reload()
    expect(saving).to_be_visible()


def locked_words(language: str) -> str:
    return {"ru": "заблокировано", "zh-hans": "锁定"}[language]
