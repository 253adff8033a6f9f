"""Two countries, one story: each in the language of their own interface, from the first word to a second look."""

import re
import secrets
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e.test_editor_journey import Author, sign_in, translate_texts, write_a_story
from tests.e2e.words import Words

TITLE = "雪地里的新足迹"
TEXT = "清晨，巡护员在溪边看到了豹的足迹。"
NEW_TEXT = "脚印旁边还有小豹的脚印。"
RUSSIAN_TITLE = "Свежие следы на снегу "
RUSSIAN_TEXT = "Утром у ручья инспекторы нашли следы леопарда."
AFTER_AN_ACTION = re.compile(r"/staff/(pages/\d+/)?$")


@dataclass(frozen=True)
class Person:
    """Somebody at their own computer, who reads their own language."""

    page: Page
    say: Words

    def open_from_the_desk(self, heading: str, title: str) -> None:
        self.page.goto("/staff/")
        listed = self.page.get_by_role("region", name=self.say(heading), exact=True)
        listed.get_by_role("link", name=title).first.click()

    def press(self, name: str) -> None:
        """Press one of the buttons behind “More actions” and arrive at a list."""
        self.page.get_by_role("button", name=self.say.if_wagtail_can("More actions")).click()
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_url(AFTER_AN_ACTION)

    def submit(self, workflow: str) -> None:
        """Press the button that hands a page to the moderators; it names their workflow."""
        self.page.get_by_role("button", name=self.say.if_wagtail_can("More actions")).click()
        self.page.get_by_role("button", name=self.say(workflow)).click()
        self.page.wait_for_url(AFTER_AN_ACTION)

    def approve(self, title: str, *, is_last: bool) -> None:
        """Open what waits for one's word and say yes; the last word publishes."""
        self.open_from_the_desk("Waiting for your approval", title)
        words = self.say("Approve for my side")
        if is_last:
            words = self.say("%(label)s and Publish", label=self.say("Approve"))
        self.press(words)


def arrive(new_page, account: str, language: str) -> Person:
    page = new_page(viewport={"width": 1280, "height": 900})
    person = Person(page, Words(language))
    sign_in(page, account, person.say)
    return person


def add_a_sentence(editor: Person, title: str) -> None:
    editor.page.goto("/staff/")
    editor.page.get_by_role("main").get_by_role("link", name=editor.say.starts("Stories")).click()
    editor.page.get_by_role("main").get_by_role("link", name=title).first.click()
    writing = editor.page.get_by_role("region", name=editor.say("body")).locator(
        "[contenteditable=true]"
    )
    writing.click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type(NEW_TEXT)
    expect(editor.page.locator("input[name^='body-'][name$='-value']").first).to_have_value(
        re.compile(re.escape(NEW_TEXT))
    )


def translate(translator: Person, title: str, texts: tuple[str, str]) -> None:
    """Begin the translation from the list of what waits, fill it in, hand it to the moderators."""
    page, say = translator.page, translator.say
    page.goto("/staff/translating/")
    page.get_by_role("button", name=say("Translate “%(title)s”", title=title)).click()
    translate_texts(page, texts)
    page.reload()
    page.get_by_role("button", name=say("Submit to the moderators")).click()
    said = say("Submitted. The moderators see it on their first page and publish it.")
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()


def test_a_joint_story_is_approved_translated_changed_and_known_to_be_out_of_date(new_page, page):
    title = f"{TITLE}{secrets.randbelow(10**6)}"
    editor = arrive(new_page, "cn-editor", "zh-hans")
    russian, chinese = (
        arrive(new_page, "ru-moderator", "ru"),
        arrive(new_page, "cn-moderator", "zh-hans"),
    )
    translator = arrive(new_page, "ru-translator", "ru")

    write_a_story(editor.page, editor.say, Author("cn-editor", "zh-hans", title, TEXT))
    editor.page.get_by_role("checkbox", name=editor.say("story of both sides")).check()
    editor.submit("Moderation of the Chinese side")  # known as joint once it is saved
    russian.approve(title, is_last=False)
    page.goto("/zh-hans/stories/")
    expect(page.get_by_text(title)).to_have_count(0)  # one side alone publishes nothing
    chinese.approve(title, is_last=True)
    page.goto("/zh-hans/stories/")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(page.get_by_role("main").get_by_text(TEXT)).to_be_visible()

    in_russian = title.replace(TITLE, RUSSIAN_TITLE)
    translate(translator, title, (in_russian, RUSSIAN_TEXT))
    russian.open_from_the_desk("Waiting for your approval", in_russian)
    russian.page.get_by_role("button", name="Опубликовать: Русский").click()
    expect(russian.page.get_by_role("status").filter(has_text=in_russian)).to_be_visible()
    page.goto("/ru/stories/")
    page.get_by_role("main").get_by_role("link", name=in_russian).first.click()
    expect(page.get_by_role("main").get_by_text(RUSSIAN_TEXT)).to_be_visible()

    add_a_sentence(editor, title)
    editor.submit("Moderation of both sides")
    chinese.approve(title, is_last=False)
    russian.approve(title, is_last=True)
    translator.page.goto("/staff/translating/")
    row = translator.page.get_by_role("row").filter(has_text=title)
    expect(row).to_contain_text(translator.say("Out of date", context="translation"))
