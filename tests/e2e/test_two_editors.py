"""Two editors at one page: the second is told while typing, is held back when saving, and decides."""

import secrets

from playwright.sync_api import Page, expect

from tests.e2e.test_editor_journey import Author, write_a_story
from tests.e2e.test_newsroom import Person, arrive

STORY = Author("cn-editor", "zh-hans", "两个人同时写的故事", "溪边有新的足迹。")


def save(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def retitle(person: Person, title: str) -> None:
    person.page.get_by_role("textbox", name=person.say("title")).fill(title)


def test_second_editor_is_told_and_saves_over_with_open_eyes(new_page):
    first, second = (arrive(new_page, name, "zh-hans") for name in ("cn-editor", "cn-moderator"))
    title = f"{STORY.title}{secrets.randbelow(10**6)}"
    write_a_story(first.page, first.say, Author("cn-editor", "zh-hans", title, STORY.text))
    save(first.page, "保存草稿")
    first.page.wait_for_url("**/edit/")
    expect(first.page.get_by_role("status").filter(has_text=title)).to_be_visible()
    second.page.goto(first.page.url)

    retitle(first, f"{title}甲")
    save(first.page, "保存草稿")
    told = second.page.get_by_role("button", name="保存了新版本")
    expect(told).to_be_visible(timeout=30_000)  # each window asks every ten seconds
    retitle(second, f"{title}乙")
    save(second.page, "保存草稿")
    dialog = second.page.get_by_role("dialog").filter(has_text="保存了新版本")
    dialog.locator("[data-w-dialog-target=confirm]").click()  # named like the button pressed

    held_back = second.page.get_by_role("status").filter(has_text="未保存：")
    expect(held_back).to_contain_text("对方改动了：标题")
    expect(second.page.get_by_role("textbox", name=second.say("title"))).to_have_value(f"{title}乙")
    with second.page.context.expect_page() as opened:
        held_back.get_by_role("link", name=second.say("See what they changed")).click()
    expect(opened.value.get_by_role("main").get_by_text(f"{title}甲").first).to_be_visible()
    save(second.page, second.say("Save mine over theirs"))
    expect(second.page.get_by_role("status").filter(has_text=f"{title}乙")).to_be_visible()
    second.page.goto(second.page.url.replace("/edit/", "/history/"))
    rows = second.page.get_by_role("row").filter(has_text="草稿")
    assert [rows.filter(has_text=name).count() > 0 for name in ("范文清", "范审之")] == [True, True]
