"""The three journeys, and everything that opens and closes, by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from staff.accounts import SAMPLE_PASSWORD
from tests.e2e.hands import Hands
from tests.e2e.test_editor_journey import NAMES, work
from tests.e2e.test_visitor_journey import bookable_trail
from tests.e2e.visitors import Visitor
from tests.e2e.words import Words

CALM = {"reduced_motion": "reduce"}  # a page that glides is not yet where the focus is


@pytest.fixture
def desk(new_page) -> Page:
    """A page on a laptop whose mouse is away."""
    return new_page(viewport={"width": 1280, "height": 800}, **CALM)


def test_visitor_books_and_cancels(desk, new_page, mail_folder):
    say = Words("zh-hans")
    hands, visitor = Hands(desk), Visitor(desk, say)
    trail = bookable_trail(new_page(), say.language)
    desk.goto(f"/{say.language}/")
    hands.follow(desk.get_by_role("link", name=say("Choose a trail"), exact=True))
    desk.wait_for_url("**/trails/")
    skip_to_content(hands, say)
    hands.follow(desk.locator(f"main a[href='{trail}']"))
    hands.follow(desk.get_by_role("link", name=say("All departures on this trail")))
    hands.write(desk.get_by_label(say("Places for")), "4")
    hands.press("Enter")
    desk.wait_for_url(re.compile("places=4"))
    hands.follow(visitor.book_link())
    book(hands, visitor, mail_folder)
    hands.follow(desk.get_by_role("link", name=say("Cancel the booking")))
    hands.follow(desk.get_by_role("button", name=say("Yes, cancel the booking")))
    visitor.is_told("This booking is cancelled")
    assert hands.complaints == []


def skip_to_content(hands: Hands, say: Words) -> None:
    """Take the first stop of the page: a link past the menu; the next Tab is in the content."""
    hands.follow(hands.page.get_by_role("link", name=say("Skip to content")))
    hands.press("Tab")
    assert hands.page.evaluate("!!document.activeElement.closest('main')")


def book(hands: Hands, visitor: Visitor, folder: Path) -> None:
    """Fill in both steps; forget the e-mail at first, and be led to it."""
    page, say = hands.page, visitor.say
    send = page.get_by_role("button", name=say("Continue to review"))
    hands.write(page.get_by_label(say("Adults")), "2")
    if passport := visitor.own_passport():
        hands.go_to(passport)
        hands.press("Space")
    hands.follow(visitor.hold_button)
    page.wait_for_url(re.compile(r"/(people|details)/$"))
    if page.url.endswith("/people/"):  # an entry rule of this trail asks for names
        say_who_comes(hands, visitor)
    hands.write(page.get_by_label(say("Your name")), visitor.name)
    hands.go_to(
        page.get_by_label(
            say("I have read this text and agree that my data are used for this booking")
        )
    )
    hands.press("Space")
    hands.follow(send)
    expect(visitor.main.get_by_role("alert")).to_be_focused()
    hands.follow(visitor.main.get_by_role("alert").get_by_role("link", name=say("E-mail")))
    expect(visitor.main.get_by_label(say("E-mail"))).to_be_focused()
    page.keyboard.insert_text(visitor.email)
    hands.follow(send)
    hands.follow(visitor.send_button)
    visitor.is_told("Please look at your mail")
    visitor.open_mail(folder)
    hands.follow(page.get_by_role("button", name=say("Confirm the booking")))
    visitor.is_told("Your places are booked")


def say_who_comes(hands: Hands, visitor: Visitor) -> None:
    """Name each person of the party, and agree that the names are kept."""
    page, say = hands.page, visitor.say
    for number, name in enumerate(page.get_by_label(say("Name as in the passport")).all(), start=1):
        hands.write(name, f"{visitor.name} {number}")
    hands.go_to(page.get_by_label(say("I have read this text and agree"), exact=True))
    hands.press("Space")
    hands.follow(page.get_by_role("button", name=say("Store and go on")))
    page.wait_for_url("**/details/")


def test_teacher_takes_a_lesson_plan(desk):
    say, hands = Words("ru"), Hands(desk)
    desk.goto("/ru/")
    hands.follow(desk.get_by_role("link", name=say("Lessons and materials")))
    hands.write(desk.get_by_label(say("Age of the pupils")), "9")
    time = desk.get_by_label(say("Time you have"))
    hands.go_to(time)
    hands.press("ArrowDown", "ArrowDown", "ArrowDown")
    expect(time).to_have_value("45")  # the first arrow has not sent the form
    hands.follow(desk.get_by_role("button", name=say("Show")))
    desk.wait_for_url(re.compile("age=9&minutes=45"))
    lessons = desk.get_by_role("region", name=say("Find a lesson")).get_by_role("article")
    hands.follow(lessons.first.get_by_role("link"))
    expect(desk.get_by_role("heading", name=say("Course of the lesson"))).to_be_visible()
    with desk.expect_download() as download:
        hands.follow(desk.get_by_role("link", name=say("Lesson plan")).first)
    assert download.value.path().read_bytes().startswith(b"%PDF-1.")
    assert hands.complaints == []


def test_editor_writes_a_story_and_hands_it_in(desk):
    say, hands = Words("ru"), Hands(desk)
    title = "Написано без мыши"
    desk.goto("/staff/")
    hands.follow(desk.get_by_role("button", name=NAMES["ru"]))
    hands.write(desk.get_by_role("textbox", name=say("Username")), "ru-editor")
    hands.write(desk.get_by_role("textbox", name=say("Password")), SAMPLE_PASSWORD)
    hands.press("Enter")
    hands.follow(work(desk, say, "Stories"))
    add = say.if_wagtail_can("Add child page")
    hands.follow(desk.get_by_role("link", name=add, exact=True).first)
    hands.write(desk.get_by_role("textbox", name=say("title")), title)
    hands.follow(desk.get_by_role("button", name=say.if_wagtail_can("Insert a block")).first)
    hands.go_to(desk.get_by_role("combobox"))
    desk.keyboard.type(say("Text"))
    expect(desk.get_by_role("option", name=say("Text"), exact=True)).to_be_visible()
    hands.press("Enter")
    body = desk.get_by_role("region", name=say("body")).locator("[contenteditable=true]")
    expect(body).to_be_visible()
    hands.go_to(body)
    desk.keyboard.type("Снег лёг в ноябре.")
    expect(body).to_have_text("Снег лёг в ноябре.")
    hands.follow(desk.get_by_role("button", name=say.if_wagtail_can("More actions")))
    hands.follow(desk.get_by_role("button", name="Модерация российской стороны"))
    expect(
        desk.get_by_role("main").get_by_role("link", name=title, exact=True).first
    ).to_be_visible()


def test_menu_opens_closes_by_escape_and_gives_the_focus_back(new_page, say, language):
    phone = new_page(viewport={"width": 390, "height": 844}, **CALM)
    hands = Hands(phone)
    phone.goto(f"/{language}/")
    button = phone.get_by_role("banner").get_by_role("button", name=say("Menu"))
    hands.follow(button)
    menu = phone.get_by_role("navigation", name=say("Sections"))
    expect(menu).to_be_visible()
    hands.go_to(menu.get_by_role("link").first)
    hands.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    hands.press("Enter")
    hands.follow(menu.get_by_role("link").last)
    phone.wait_for_url(lambda url: not url.endswith(f"/{language}/"))
    assert hands.complaints == []


def test_map_moves_by_arrows_and_lets_go(desk):
    hands = Hands(desk)
    desk.goto("/en/trails/kravtsov-falls/")
    hands.follow(desk.get_by_role("button", name="Move and enlarge the map"))
    expect(desk.locator(".map-view")).to_be_focused()
    hands.follow(desk.get_by_role("button", name="Enlarge", exact=True))
    hands.go_to(desk.locator(".map-view"), back=True)
    track = desk.locator(".trail-map__track")
    before = track.bounding_box()["x"]
    hands.press("ArrowRight")
    desk.wait_for_function(
        "before => document.querySelector('.trail-map__track').getBoundingClientRect().x < before",
        arg=before,
    )
    slider = desk.get_by_label("Walk along the trail")
    hands.go_to(slider)
    hands.press("End")
    expect(slider).to_have_js_property("value", "500")
    hands.go_to(desk.get_by_role("contentinfo").get_by_role("link").first)
    assert hands.complaints == []


def test_viewer_is_used_and_left_by_keys(desk):
    hands = Hands(desk)
    desk.goto("/en/galleries/visits/?species=amur-leopard")
    hands.follow(desk.locator("#visits").get_by_role("heading", level=3).first.get_by_role("link"))
    full = desk.get_by_role("button", name="Full screen")
    hands.follow(full)
    expect(full).to_have_attribute("aria-pressed", "true")
    hands.press("Enter")
    expect(full).to_have_attribute("aria-pressed", "false")
    expect(full).to_be_focused()
    hands.go_to(desk.get_by_role("contentinfo").get_by_role("link").first)
    assert hands.complaints == []


def test_display_settings_are_chosen_and_lead_back(desk):
    hands = Hands(desk)
    desk.goto("/en/trails/")
    hands.follow(desk.get_by_role("banner").get_by_role("link", name="Display settings"))
    desk.wait_for_url(re.compile("/display/"))
    hands.go_to(desk.get_by_role("radio", name="normal", exact=True))
    hands.press("ArrowDown")
    hands.follow(desk.get_by_role("button", name="Show pages like this"))
    desk.wait_for_url("**/en/trails/")
    expect(desk.locator("html")).to_have_class("text-large")
    assert hands.complaints == []
