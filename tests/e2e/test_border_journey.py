"""A party from abroad books a trail in the border zone: it says who comes, gives papers, and waits for the permits."""

import pytest
from playwright.sync_api import expect

from tests.e2e.checks import complaints
from tests.e2e.visitors import Visitor

TRAIL = "leopards-lair"


def hold_as_foreigner(visitor: Visitor, adults: int = 2) -> None:
    """Take the last walk of the trail, far enough ahead for people of other countries, and hold places."""
    page, say = visitor.page, visitor.say
    page.goto(f"/{visitor.language}/bookings/departures/?trail={TRAIL}&places=4&groups=other")
    visitor.main.get_by_role("link", name=say.starts("Book")).last.click()
    page.get_by_label(say("Adults")).fill(str(adults))
    group = page.get_by_role("group", name=say("Passports in your party"))
    group.get_by_role("checkbox").last.check()
    visitor.hold_button.click()
    expect(page.get_by_role("heading", level=1, name=say("Who comes"))).to_be_visible()


def give_papers(visitor: Visitor, number: int, name: str, born: str = "1980-02-29") -> None:
    page, at = visitor.page, f"#id_person-{number}-"
    page.locator(f"{at}name").fill(name)
    page.locator(f"{at}birth_date").fill(born)
    page.locator(f"{at}number").fill(f"C01X00T{number}7")
    page.locator(f"{at}citizenship").select_option("DE")


def book(visitor: Visitor, folder) -> None:
    visitor.say_who()
    visitor.go_to_review()
    visitor.send_in()
    visitor.open_mail(folder)
    visitor.page.get_by_role("button", name=visitor.say("Confirm the booking")).click()


@pytest.mark.parametrize("with_script", [True, False])
def test_party_from_abroad_names_itself_and_is_looked_at(
    new_page, say, language, mail_folder, with_script
):
    visitor = Visitor(new_page(java_script_enabled=with_script), say)
    page = visitor.page
    hold_as_foreigner(visitor)
    if with_script:
        assert complaints(page, language) == []
    give_papers(visitor, 1, "Лев 豹 O’Neill")
    page.get_by_role("button", name=say("Store and go on")).click()
    summary = visitor.main.get_by_role("alert")
    expect(summary.get_by_role("heading", name=say("Please check these answers"))).to_be_visible()
    expect(page.locator("#id_person-1-name")).to_have_value("Лев 豹 O’Neill")
    give_papers(visitor, 2, "Ada Sample")
    page.get_by_label(say("I have read this text and agree"), exact=True).check()
    page.get_by_role("button", name=say("Store and go on")).click()
    book(visitor, mail_folder)
    visitor.is_told("Your places are held; we look at the papers")
    people = visitor.main.locator(".booking-people li")
    expect(people).to_have_count(2)
    expect(people.first).to_contain_text("Лев 豹 O’Neill")
    if with_script:
        assert complaints(page, language) == []
    last = people.last.get_by_role("link", name=say("Come without this person"))
    last.click()
    page.get_by_role("button", name=say("Come without this person")).click()
    visitor.is_told("Your party has become smaller")
    expect(people).to_have_count(1)


def test_papers_are_given_later_and_deleted_again(new_page, say, language, mail_folder):
    visitor = Visitor(new_page(viewport={"width": 390, "height": 844}), say)
    page = visitor.page
    hold_as_foreigner(visitor, adults=1)
    page.get_by_role("button", name=say("I give the rest later")).click()
    book(visitor, mail_folder)
    page.get_by_role("link", name=say("Give names and papers")).click()
    assert complaints(page, language) == []
    give_papers(visitor, 1, "Ada Sample")
    page.get_by_label(say("I have read this text and agree"), exact=True).check()
    page.get_by_role("button", name=say("Store"), exact=True).click()
    visitor.is_told("Stored")
    page.get_by_role("link", name=say("Take back the consent to keep papers")).click()
    page.get_by_role("button", name=say("Take the consent back and delete")).click()
    visitor.is_told("Names and papers are deleted")
    expect(page.get_by_role("link", name=say("Give names and papers"))).to_be_visible()
