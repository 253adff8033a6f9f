"""A teacher finds a lesson for a class and takes its files away."""

import email
import io
import re
import zipfile
from datetime import date, timedelta
from email import policy
from uuid import uuid4

from playwright.sync_api import expect

SHORT = {"en": "en", "ru": "ru", "zh-hans": "zh"}
OTHER = {"en": "ru", "ru": "zh-hans", "zh-hans": "en"}
NAMES = {"en": "English", "ru": "Русский", "zh-hans": "中文"}
AGE = 9


def test_from_the_home_page_to_the_files_of_a_lesson(page, say, language):
    page.goto(f"/{language}/")
    page.get_by_role("link", name=say("Lessons and materials")).click()
    find_a_lesson(page, say)
    title = page.get_by_role("heading", level=1).inner_text()
    plan = download(page, page.get_by_role("link", name=say("Lesson plan")).first)
    assert plan.startswith(b"%PDF-1.") and len(plan) > 10_000
    names = names_in(
        download(page, page.get_by_role("link", name=say("All files in all languages (ZIP)")))
    )
    slug = page.url.rstrip("/").rpartition("/")[2]
    made = {
        f"{slug}/{code}/{slug}-{kind}-{code}.pdf"
        for code in SHORT.values()
        for kind in ("plan", "sheet", "key")
    }
    assert names == {*made, f"{slug}/README.txt", f"{slug}/SHA256SUMS"}
    switch_language(page, say, OTHER[language])
    expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def find_a_lesson(page, say) -> None:
    """Ask for an age and a length; open the first lesson that fits."""
    lessons = page.get_by_role("region", name=say("Find a lesson")).get_by_role("article")
    page.wait_for_url("**/schools/")
    everything = lessons.count()
    page.get_by_label(say("Age of the pupils")).fill(str(AGE))
    page.get_by_label(say("Time you have")).select_option(label=say("up to 45 minutes"))
    page.wait_for_url(re.compile(f"age={AGE}&minutes=45"))
    assert 0 < lessons.count() < everything
    lessons.first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=say("Course of the lesson"))).to_be_visible()


def download(page, link) -> bytes:
    with page.expect_download() as started:
        link.click()
    return started.value.path().read_bytes()


def names_in(archive: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        return set(opened.namelist())


def switch_language(page, say, other: str) -> None:
    switcher = page.get_by_role("banner").get_by_role("navigation", name=say("Language"))
    switcher.get_by_role("link", name=NAMES[other]).click()
    expect(page).to_have_url(re.compile(f"/{other}/schools/"))
    expect(page.locator("html")).to_have_attribute("lang", {"zh-hans": "zh-Hans"}.get(other, other))


def test_every_file_of_a_lesson_is_in_the_language_of_its_link(page, language, site_url):
    page.goto(f"/{language}/schools/cats-and-forest/")
    page.get_by_role("main").get_by_role("article").first.get_by_role("link").click()
    links = page.get_by_role("main").locator("a[download]")
    links.first.wait_for()
    kept = {}
    for link in links.all():
        answer = page.request.get(link.get_attribute("href"))
        kept[link.get_attribute("href")] = (
            answer.status,
            answer.body()[:5],
            answer.headers.get("content-language"),
        )
    assert kept and set(kept.values()) == {(200, b"%PDF-", code) for code in SHORT.values()}


def test_teacher_asks_to_come_with_a_class_from_the_page_of_a_lesson(
    page, say, language, mail_folder
):
    page.goto(f"/{language}/schools/cats-and-forest/four-wild-cats/whose-coat/")
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name=say("Come with your class")).click()
    expect(page.get_by_role("checkbox", name=title)).to_be_checked()
    school = f"School {uuid4().hex[:8]}"
    page.get_by_label(say("School"), exact=True).fill(school)
    page.get_by_label(say("Pupils"), exact=True).fill("22")
    page.get_by_label(say("Trail"), exact=True).select_option(index=1)
    page.get_by_label(say("Day you wish for")).fill(str(date.today() + timedelta(days=1)))
    page.get_by_label(say("Your name")).fill("Sample Teacher")
    page.get_by_label(say("E-mail")).fill("teacher@example.org")
    page.get_by_role("button", name=say("Send the request")).click()
    errors = page.get_by_role("alert")
    expect(errors.get_by_role("listitem")).to_have_count(2)  # too soon, and no consent
    expect(page.get_by_label(say("School"), exact=True)).to_have_value(school)
    page.get_by_label(say("Day you wish for")).fill(str(date.today() + timedelta(days=30)))
    agreed = say("I have read this text and agree that my data are used for this request")
    page.get_by_label(agreed).check()
    page.get_by_role("button", name=say("Send the request")).click()
    thanks = page.get_by_role("heading", level=1)
    expect(thanks).to_have_text(say("Thank you, we have your request"))
    mails = [
        email.message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in mail_folder.glob("*.eml")
    ]
    (mail,) = [
        one for one in mails if one["To"] == "teacher@example.org" and school in one["Subject"]
    ]
    assert say("We have your request for a class visit") in mail["Subject"]
    assert [part.get_filename() for part in mail.iter_attachments()] == [
        f"whose-coat-plan-{SHORT[language]}.pdf"
    ]
