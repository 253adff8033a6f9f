"""Two countries, one story: each person in the language of their own interface, from the first word to a second look."""

import re
import secrets
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e.test_editor_journey import Author, sign_in, work, write_a_story
from tests.e2e.words import Words

TITLE = "雪地里的新足迹"
TEXT = "清晨，巡护员在溪边看到了豹的足迹。"
NEW_TEXT = "脚印旁边还有小豹的脚印。"
RUSSIAN_TEXT = "Утром у ручья инспекторы нашли следы леопарда."
BOTH = "Moderation of both sides"
RUSSIAN = "Moderation of the Russian side"


@dataclass
class Person:
    """Somebody at their own computer, who reads their own language."""

    account: str
    page: Page
    say: Words

    def opens_from_the_desk(self, heading: str, title: str) -> None:
        self.page.goto("/staff/")
        listed = self.page.get_by_role("region", name=self.say(heading))
        listed.get_by_role("link", name=title).first.click()

    def presses(self, name: str) -> None:
        """Press one of the buttons behind “More actions”, after the letters typed last have reached the form."""
        self.page.get_by_role("button", name=self.say.if_wagtail_can("More actions")).click()
        self.page.get_by_role("button", name=name).click()


def arrives(new_page, account: str, language: str) -> Person:
    person = Person(
        account, new_page(viewport={"width": 1280, "height": 900}, locale=language), Words(language)
    )
    sign_in(person.page, account, person.say)
    return person


def submit_to_both(editor: Person, title: str) -> None:
    editor.presses(editor.say(BOTH))
    expect(editor.page.get_by_role("main").get_by_role("link", name=title).first).to_be_visible()


def approve_for_the_first(moderator: Person, title: str) -> None:
    moderator.opens_from_the_desk("Waiting for your approval", title)
    moderator.presses(re.compile("^" + moderator.say("Approve for my side") + "$"))
    moderator.page.wait_for_url(re.compile(r"/staff/(pages/\d+/)?$"))


def approve_for_the_second(moderator: Person, title: str) -> None:
    moderator.opens_from_the_desk("Waiting for your approval", title)
    moderator.presses(
        re.compile(
            {"ru": "^Одобрить и опубликовать$", "zh-hans": "^批准并发布$"}[moderator.say.language]
        )
    )
    moderator.page.wait_for_url(re.compile(r"/staff/(pages/\d+/)?$"))


def test_a_joint_story_from_hunchun_to_barabash(new_page, page):
    title = f"{TITLE}{secrets.randbelow(10**6)}"
    editor = arrives(new_page, "cn-editor", "zh-hans")
    moderators = [
        arrives(new_page, "ru-moderator", "ru"),
        arrives(new_page, "cn-moderator", "zh-hans"),
    ]
    translator = arrives(new_page, "ru-translator", "ru")

    write_a_story(editor.page, editor.say, Author("cn-editor", "zh-hans", title, TEXT))
    editor.page.get_by_role("checkbox", name=editor.say("story of both sides")).check()
    submit_to_both(editor, title)
    approve_for_the_first(moderators[0], title)
    page.goto("/zh-hans/stories/")
    expect(page.get_by_text(title)).to_have_count(0)  # one side alone publishes nothing
    approve_for_the_second(moderators[1], title)
    page.goto("/zh-hans/stories/")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(page.get_by_role("main").get_by_text(TEXT)).to_be_visible()

    russian = title.replace(TITLE, "Свежие следы на снегу ")
    translate(translator, title, (russian, RUSSIAN_TEXT))
    approve_translation(moderators[0], russian)
    page.goto("/ru/stories/")
    page.get_by_role("main").get_by_role("link", name=russian).first.click()
    expect(page.get_by_role("main").get_by_text(RUSSIAN_TEXT)).to_be_visible()

    add_a_sentence(editor, title)
    submit_to_both(editor, title)
    approve_for_the_first(moderators[1], title)
    approve_for_the_second(moderators[0], title)
    expect_out_of_date(translator, russian)
