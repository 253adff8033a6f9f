"""A visitor finds a trail, books places, changes and cancels the booking; and what may go wrong on the way."""

import re
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.checks import complaints
from tests.e2e.visitors import Visitor

OTHER = {"en": "ru", "ru": "zh-hans", "zh-hans": "en"}
NAMES = {"en": "English", "ru": "Русский", "zh-hans": "中文"}


def test_from_the_home_page_to_a_cancelled_booking(page, new_page, say, language, mail_folder):
    visitor = Visitor(page, say)
    find_a_trail(visitor, bookable_trail(new_page(), language))
    page.get_by_role("link", name=say("All departures on this trail")).click()
    page.get_by_label(say("Places for")).fill("4")
    page.get_by_role("button", name=say("Show")).click()
    visitor.book_link().click()
    visitor.fill_in(adults=2)
    visitor.go_to_review()
    assert visitor.fact("E-mail") == visitor.email
    visitor.confirm(mail_folder)
    reference = visitor.reference()
    _please_confirm, mail = visitor.mails(mail_folder, 2)
    assert reference in mail and say("Your places are booked") in mail
    link = re.search(r"http://\S+/bookings/\S+", mail)[0]
    assert link == visitor.private_link()

    later = Visitor(
        new_page(), say, email=visitor.email
    )  # another day, another machine: no cookies
    later.page.goto(link)
    assert later.reference() == reference
    change_the_party(later, adults=3)
    assert (later.reference(), later.fact("Your party")) == (
        reference,
        say.many("%(count)d adult", "%(count)d adults", 3),
    )
    keep_the_date(later, reference)
    cancel(later)
    assert [reference in text for text in later.mails(mail_folder, 4)] == [True] * 4


def bookable_trail(page, language: str) -> str:
    """Return the address of a trail with a walk that has places."""
    page.goto(f"/{language}/bookings/departures/?places=4")
    page.locator("main li.departure a").first.click()
    return page.locator(f"main aside a[href^='/{language}/trails/']").first.get_attribute("href")


def find_a_trail(visitor: Visitor, address: str) -> None:
    """Go from the home page over the filtered list to the page of a trail."""
    page, say = visitor.page, visitor.say
    page.goto(f"/{visitor.language}/")
    page.get_by_role("link", name=say("Choose a trail"), exact=True).click()
    cards = page.locator("main").get_by_role("heading", level=2).get_by_role("link")
    page.wait_for_url("**/trails/")
    everything = cards.count()
    page.get_by_label(say("Length")).select_option(label=say("5 km and more"))
    page.wait_for_url(re.compile("length=long"))
    expect(page.get_by_role("link", name=say("Clear filters"))).to_be_visible()
    assert 0 < cards.count() < everything
    page.get_by_role("link", name=say("Clear filters")).click()
    expect(cards).to_have_count(everything)
    page.locator(f"main a[href='{address}']").click()
    expect(page.get_by_role("heading", name=say("Next departures"))).to_be_visible()


def change_the_party(visitor: Visitor, adults: int) -> None:
    page, say = visitor.page, visitor.say
    page.get_by_role("link", name=say("Change the party")).click()
    page.get_by_label(say("Adults")).fill(str(adults))
    page.get_by_role("button", name=say("Change the party")).click()
    visitor.is_told("Your booking has changed")


def keep_the_date(visitor: Visitor, reference: str) -> None:
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name=visitor.say("Calendar file")).click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and reference.encode() in content


def cancel(visitor: Visitor) -> None:
    page, say = visitor.page, visitor.say
    page.get_by_role("link", name=say("Cancel the booking")).click()
    page.get_by_role("button", name=say("Yes, cancel the booking")).click()
    visitor.is_told("This booking is cancelled")
    expect(page.get_by_role("link", name=say("Change the party"))).to_have_count(0)


def test_booking_works_without_javascript(new_page, language, say, mail_folder):
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    visitor = Visitor(page, say)
    visitor.choose_departure()
    visitor.fill_in(adults=1)
    visitor.go_to_review()
    visitor.confirm(mail_folder)
    change_the_party(visitor, adults=2)
    cancel(visitor)
    assert len(visitor.mails(mail_folder, 4)) == 4


def test_double_click_reload_and_way_back_book_once(page, say, language, mail_folder):
    visitor = Visitor(page, say)
    visitor.choose_departure()
    form_url, free = page.url, visitor.places_free()
    visitor.fill_in(adults=2)
    visitor.go_to_review()
    visitor.send_button.dblclick()
    expect(page.get_by_role("heading", name=say("Your booking"))).to_be_visible()
    reference = visitor.reference()
    page.reload()
    assert visitor.reference() == reference
    page.goto(form_url)
    assert visitor.places_free() == free - 2
    assert len(visitor.mails(mail_folder, 1)) == 1  # a mail is written before its page answers


def test_a_review_left_open_in_a_second_tab_books_nothing_more(page, say, mail_folder):
    visitor = Visitor(page, say)
    visitor.choose_departure()
    visitor.fill_in(adults=1)
    visitor.go_to_review()
    tab = Visitor(page.context.new_page(), say)
    tab.page.goto(page.url)
    visitor.confirm(mail_folder)
    tab.send_button.click()
    tab.is_told("Already booked")
    assert tab.reference() == visitor.reference()
    assert len(visitor.mails(mail_folder, 2)) == 2  # a mail is written before its page answers


def test_held_places_wait_for_a_slow_visitor_and_the_next_for_those_who_come_late(
    new_page, say, language, mail_folder
):
    slow, late = Visitor(new_page(), say), Visitor(new_page(), say)
    slow.choose_departure(places=4)
    address = slow.page.url
    slow.fill_in(adults=1)
    slow.go_to_review()
    take_the_rest(Visitor(new_page(), say), address, mail_folder)
    late.page.goto(address)
    alert = late.main.get_by_role("alert")
    expect(alert.get_by_text(say("All places on this departure are taken."))).to_be_visible()
    offers = late.main.get_by_role("heading", name=say("Next dates on this trail"))
    others = late.page.get_by_text(say("No other date on this trail fits at the moment."))
    expect(offers.or_(others)).to_be_visible()
    join_the_waiting_list(late)
    assert complaints(late.page, language) == []

    slow.confirm(mail_folder)  # the place was held all the time
    cancel(slow)
    _on_the_list, offer = late.mails(mail_folder, 2)
    late.page.reload()
    late.page.get_by_role("link", name=say("Take up the offer")).click()
    assert complaints(late.page, language) == []
    late.page.get_by_role("button", name=say("Book these places")).click()
    late.is_told("Your places are booked")
    assert late.reference() in offer and say("Places have come free for you") in offer


def take_the_rest(quick: Visitor, address: str, folder: Path) -> None:
    """Book whatever is free on a departure, party by party."""
    quick.page.goto(address)
    while quick.hold_button.count() and (free := quick.places_free()) > 0:
        quick.fill_in(adults=min(free, 4))
        quick.go_to_review()
        quick.confirm(folder)
        quick.email = f"visitor-{uuid4().hex[:10]}@example.org"
        quick.page.goto(address)


def join_the_waiting_list(late: Visitor) -> None:
    late.page.get_by_role("link", name=late.say("Join the waiting list")).click()
    late.say_how_many(adults=1)
    late.say_who()
    late.page.get_by_role("button", name=late.say("Join the waiting list")).click()
    number_one = late.say("You are number %(rank)s on the waiting list") % {"rank": 1}
    expect(late.main.get_by_role("status").get_by_text(number_one)).to_be_visible()


def test_wrong_answers_are_explained_and_kept(page, say, language):
    visitor = Visitor(page, say, name="Лев 豹 O’Neill", email="not an address")
    # This trail asks for no papers, so the guardian's word is asked here.
    visitor.choose_departure(trail="leopard-trail")
    visitor.fill_in(adults=1, children=1)
    page.get_by_label(say("Telephone")).fill("12")
    page.get_by_role("button", name=say("Continue to review")).click()
    summary = visitor.main.get_by_role("alert")
    expect(summary.get_by_role("heading", name=say("Please check these answers"))).to_be_visible()
    expect(summary.get_by_role("listitem")).to_have_count(3)  # e-mail, telephone, guardian
    assert page.get_by_label(say("Your name")).input_value() == visitor.name
    assert visitor.main.get_by_label(say("E-mail")).input_value() == "not an address"
    assert page.get_by_label(say("Telephone")).input_value() == "12"
    summary.get_by_role("link", name=say("E-mail")).click()
    expect(visitor.main.get_by_label(say("E-mail"))).to_be_focused()
    assert complaints(page, language) == []


def test_pages_of_a_booking_are_whole_and_keep_it_in_another_language(
    page, say, language, mail_folder
):
    visitor = Visitor(page, say)
    visitor.choose_departure()
    visitor.say_how_many(adults=1)
    found = {"party": complaints(page, language)}
    visitor.hold()
    found["details"] = complaints(page, language)
    visitor.say_who()
    visitor.go_to_review()
    found["review"] = complaints(page, language)
    visitor.send_in()
    found["sent in"] = complaints(page, language)
    page.get_by_role("link", name=say("No mail, or the address is wrong?")).click()
    found["address"] = complaints(page, language)
    visitor.open_mail(mail_folder)
    found["mail"] = complaints(page, language)
    page.get_by_role("button", name=say("Confirm the booking")).click()
    found["booked"] = complaints(page, language)
    private = visitor.private_link()
    for name in ("Change the party", "Choose another date", "Cancel the booking", "Erase my data"):
        page.get_by_role("link", name=say(name)).click()
        found[name] = complaints(page, language)
        page.goto(private)
    reference, other = visitor.reference(), OTHER[language]
    switcher = page.get_by_role("banner").get_by_role("navigation", name=say("Language"))
    switcher.get_by_role("link", name=NAMES[other]).click()
    expect(page).to_have_url(re.compile(f"/{other}/bookings/{reference}/"))
    reader = Visitor(page, type(say)(other))
    assert reader.reference() == reference
    cancel(reader)
    found["cancelled"] = complaints(page, other)
    assert {name: one for name, one in found.items() if one} == {}
