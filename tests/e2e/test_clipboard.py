"""Pastes from Word and WeChat into the editor: what readers get is the words, and nothing of where they came from."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from tests.base.test_tidying import WECHAT, WORD
from tests.e2e.test_editor_journey import Author, choose_action, write_a_story
from tests.e2e.test_newsroom import arrive

# A paste by hand: a script may not fill the system's clipboard with HTML.
_PASTE = """(place, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", new DOMParser().parseFromString(html, "text/html").body.innerText);
  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
PASTES = [
    (
        Author("ru-moderator", "ru", "Вставка из Word", "Начало."),
        WORD,
        ["Как одеться", "В лесу до июля много клещей.", "светлая одежда", "высокие сапоги"],
    ),
    (
        Author("cn-moderator", "zh-hans", "微信粘贴", "开头。"),
        WECHAT,
        ["东北豹回来了。", "全文见这篇报道"],
    ),
]
FOREIGN = re.compile(r"mso|Mso|135|letter-spacing|[\u200b\u200d\ufeff\u3000]|chksm|scene=|o:p|qpic")


@pytest.mark.parametrize(("author", "html", "words"), PASTES, ids=["word", "wechat"])
def test_pasted_text_is_clean_when_it_is_published(new_page, author, html, words):
    person = arrive(new_page, author.account, author.language)
    title = f"{author.title} {secrets.randbelow(10**6)}"
    write_a_story(
        person.page, person.say, Author(author.account, author.language, title, author.text)
    )
    body = person.page.get_by_role("region", name=person.say("body"))
    writing = body.locator("[contenteditable=true]")
    writing.press("Control+End")
    writing.press("Enter")
    writing.evaluate(_PASTE, html)
    expect(writing).to_contain_text(words[-1])
    expect(person.page.locator("input[name^='body-'][name$='-value']")).to_have_value(
        re.compile(re.escape(words[-1]))
    )
    choose_action(person.page, person.say, person.say("Publish"))
    person.page.wait_for_url(re.compile(r"/staff/pages/\d+/$"))

    reader = new_page()
    reader.goto(f"/{author.language}/stories/")
    reader.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    shown = reader.get_by_role("main").get_by_text(author.text, exact=True).locator("xpath=..")
    lines = [line for line in re.split(r"\s*\n\s*", shown.inner_text()) if line]
    assert [line.replace("\u00a0", " ") for line in lines] == [author.text, *words]
    assert FOREIGN.findall(shown.inner_html()) == []
    styled = shown.evaluate(
        "one => [...one.querySelectorAll('[style], [class], span, img')].length"
    )
    assert styled == 0
