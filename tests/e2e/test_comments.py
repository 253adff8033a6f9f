"""A remark upon a story of both sides: asked in Russian, answered in Chinese, settled; mails in each language."""

import secrets
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.e2e.test_editor_journey import Author, write_a_story
from tests.e2e.test_newsroom import Person, arrive

TITLE, TEXT = "有人评论的故事", "溪边有豹的足迹。"
REMARK, ANSWER = "Уточните, у какого ручья.", "是珲春河边的小溪。"


def open_comments(person: Person) -> Locator:
    """Open the panel of the comments beside the form and return it."""
    panel = person.page.get_by_role("complementary", name=person.say.if_wagtail_can("Comments"))
    if not panel.is_visible():
        person.page.get_by_role("button", name=person.say.if_wagtail_can("Toggle comments")).click()
    expect(panel).to_be_visible()
    return panel


def save(person: Person, title: str) -> None:
    words = person.say.if_wagtail_can("Save Draft")
    person.page.get_by_role("button", name=words, exact=True).click()
    expect(person.page.get_by_role("status").filter(has_text=title)).to_be_visible()


def mails_to(account: str, folder: Path, about: str) -> list[str]:
    texts = (path.read_text() for path in folder.glob("*.txt"))
    return [text for text in texts if text.startswith(f"To: {account}@") and about in text]


def subject(person: Person, name: str, title: str) -> str:
    """Return what a mail about a comment is called in a person's language."""
    return person.say("%(name)s has commented on “%(title)s”.", name=name, title=title)


def test_comment_is_answered_and_settled_and_told_in_each_ones_language(new_page, mail_folder):
    title = f"{TITLE}{secrets.randbelow(10**6)}"
    editor = arrive(new_page, "cn-editor", "zh-hans")
    russian = arrive(new_page, "ru-moderator", "ru")
    chinese = arrive(new_page, "cn-moderator", "zh-hans")
    write_a_story(editor.page, editor.say, Author("cn-editor", "zh-hans", title, TEXT))
    editor.page.get_by_role("checkbox", name=editor.say("story of both sides")).check()
    save(editor, title)
    address = editor.page.url
    editor.submit("Moderation of both sides")

    russian.page.goto(address)
    panel = open_comments(russian)
    russian.page.get_by_role("region", name=russian.say("title")).get_by_role(
        "button", name=russian.say.if_wagtail_can("Add comment")
    ).click()
    panel.get_by_role("textbox").fill(REMARK)
    panel.get_by_role("button", name=russian.say.if_wagtail_can("Comment"), exact=True).click()
    save(russian, title)
    (mail,) = mails_to("cn-editor", mail_folder, f"“{title}”")
    assert subject(editor, "Олег Эталонов", title) in mail
    assert REMARK in mail

    chinese.page.goto(address)
    panel = open_comments(chinese)
    panel.get_by_text(REMARK).click()
    panel.get_by_placeholder(chinese.say.if_wagtail_can("Enter your reply...")).fill(ANSWER)
    panel.get_by_role("button", name=chinese.say.if_wagtail_can("Reply"), exact=True).click()
    save(chinese, title)
    answers = [mail for mail in mails_to("ru-moderator", mail_folder, title) if ANSWER in mail]
    assert [subject(russian, "范审之", title) in mail for mail in answers] == [True]

    russian.page.reload()
    panel = open_comments(russian)
    panel.get_by_text(REMARK).click()
    expect(panel.get_by_text(ANSWER)).to_be_visible()
    panel.get_by_role("group").get_by_role("button").click()  # what may be done with it
    panel.get_by_text(russian.say.if_wagtail_can("Resolve"), exact=True).click()
    save(russian, title)
    russian.page.reload()
    expect(open_comments(russian).get_by_text(REMARK)).to_have_count(0)
