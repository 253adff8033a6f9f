"""The sheet in the forest: two telephones without a signal, one truth when they are back."""

import re

import pytest
from hypothesis import given, settings
from playwright.sync_api import BrowserContext, Locator, Page, expect

from bookings.attending import whereabouts
from tests.bookings.test_attending import BOOKED, histories
from tests.bookings.test_ticket_photo import photographed
from tests.e2e.checks import RULES, violations_of
from tests.e2e.test_editor_journey import sign_in
from tests.e2e.words import Words

SHEET = "/staff/check-in/sheet/"
PHONE = {"width": 390, "height": 844}
LANGUAGE = {"ru": "ru", "cn": "zh-hans"}


def open_sheet(page: Page, account: str, say: Words) -> None:
    """Sign in, open the sheet, and wait until the telephone keeps it."""
    sign_in(page, account, say)
    page.goto(SHEET)
    expect(page.locator(".party").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def untouched(page: Page) -> list[str]:
    """Return the numbers of the parties of today nobody has looked at."""
    gate = page.locator(".party:has([data-steps=gate]:not([hidden]))")
    return gate.evaluate_all("parties => parties.map((party) => party.id)")


def party(page: Page, reference: str) -> Locator:
    return page.locator(f"[id='{reference}']")


def press(page: Page, reference: str, name: str) -> None:
    party(page, reference).get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def telephones(browser, site_url) -> list[BrowserContext]:
    made = [browser.new_context(base_url=site_url, viewport=PHONE) for _one in range(2)]
    yield made
    for context in made:
        context.close()


def test_two_telephones_without_a_signal_enter_every_party_once(telephones):
    say = Words("ru")
    first, second = (context.new_page() for context in telephones)
    for page in (first, second):
        open_sheet(page, "ru-ranger", say)
    one, two, *_rest = untouched(first)
    for context in telephones:
        context.set_offline(True)

    first.reload()  # the page itself comes from the telephone
    for page, mine in ((first, one), (second, two)):
        press(page, mine, say("Here", context="party"))
        expect(party(page, mine)).to_have_class(re.compile("party--arrived"))
        expect(page.locator("[data-told]")).to_contain_text(
            say("No signal: you can go on, your notes are sent later.")
        )
    press(second, one, say("Here", context="party"))  # both rangers met this party
    expect(second.locator("[data-state]")).to_contain_text("2")

    for context in telephones:
        context.set_offline(False)
    for page in (first, second, first):
        page.get_by_role("button", name=say("Refresh")).click()
        expect(page.locator("[data-state]")).to_contain_text(say("Everything is sent."))
    for page in (first, second):
        page.get_by_role("button", name=say("Refresh")).click()
        for reference in (one, two):
            expect(party(page, reference)).to_have_class(re.compile("party--arrived"))
            expect(party(page, reference).locator("[data-dispute]")).to_be_hidden()
    first.goto(f"/staff/check-in/?q={one}")
    expect(first.locator(f"[id='{one}'] .staff-party__state")).to_be_visible()


def test_animal_and_incident_noted_without_a_signal_reach_the_report(telephones):
    say, page = Words("ru"), telephones[0].new_page()
    open_sheet(page, "ru-ranger", say)
    number = page.locator(".walk:has([data-noting]:not([hidden]))").first.get_attribute(
        "data-departure"
    )
    walk = page.locator(f".walk[data-departure='{number}']")
    before = walk.locator("[data-noted] li").count()
    telephones[0].set_offline(True)
    page.reload()
    walk.get_by_text(say("Animal met")).click()
    walk.get_by_role("combobox", name=say("Animal")).select_option("amur-leopard")
    walk.get_by_label(say("Sign")).select_option("tracks")
    walk.get_by_role("button", name=say("Note it")).click()
    walk.get_by_text(say("Incident"), exact=True).click()
    walk.get_by_role("combobox", name=say("Kind"), exact=True).select_option("injury")
    words = "Ушиб колена"
    walk.get_by_label(say("What happened")).fill(words)
    page.get_by_role("button", name=say("Refresh")).click()  # nothing begun is lost meanwhile
    expect(walk.get_by_label(say("What happened"))).to_have_value(words)
    walk.get_by_role("button", name=say("Note it")).click()
    expect(walk.get_by_text(say("not sent yet"))).to_have_count(2)
    telephones[0].set_offline(False)
    page.get_by_role("button", name=say("Refresh")).click()
    expect(page.locator("[data-state]")).to_contain_text(say("Everything is sent."))
    expect(walk.locator("[data-noted] li")).to_have_count(before + 2)
    expect(walk.get_by_text(say("not sent yet"))).to_have_count(0)
    page.goto(f"/staff/check-in/report/{number}/")
    told = page.locator(".staff-report__line :is(select, textarea)")
    values = told.evaluate_all("fields => fields.map((field) => field.value)")
    assert {words, "injury", "amur-leopard", "tracks"} <= set(values)


def test_telephone_that_reads_no_codes_finds_a_party_by_a_photograph(telephones):
    telephones[0].add_init_script("delete window.BarcodeDetector")  # as on an iPhone
    say, page = Words("ru"), telephones[0].new_page()
    open_sheet(page, "ru-ranger", say)
    reference = page.locator(".party").last.get_attribute("id")
    photo = {
        "name": "IMG_1.jpg",
        "mimeType": "image/jpeg",
        "buffer": photographed(reference).read(),
    }
    expect(page.get_by_role("button", name=say("Read the ticket"))).to_be_hidden()
    page.get_by_label(say("Photograph the ticket")).set_input_files(photo)
    expect(page.get_by_label(say("Booking number or name"))).to_have_value(reference)
    expect(page.locator(".party")).to_have_count(1)
    telephones[0].set_offline(True)
    page.get_by_label(say("Photograph the ticket")).set_input_files(photo)
    expect(page.locator("[data-told]")).to_contain_text(
        say("Without a signal a picture cannot be read. Type the number.")
    )


def test_notes_outlive_a_session_and_names_do_not_outlive_a_sign_out(telephones):
    context = telephones[0]
    say, page = Words("zh-hans"), context.new_page()
    open_sheet(page, "cn-ranger", say)
    mine = untouched(page)[0]
    cookies = context.cookies()
    context.clear_cookies()  # the session has ended
    press(page, mine, say("Did not come"))
    told = page.locator("[data-told]")
    expect(told).to_contain_text(
        say("Your session has ended. Sign in to send your notes; they stay here until then.")
    )
    expect(party(page, mine)).to_have_class(re.compile("party--no-show"))
    context.add_cookies(cookies)
    page.get_by_role("button", name=say("Refresh")).click()
    expect(page.locator("[data-state]")).to_contain_text(say("Everything is sent."))

    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto("/staff/")
    page.locator(".sidebar-footer__account").click()
    page.locator("form[action$='/logout/'] button").click()
    page.wait_for_url("**/login/**")
    kept = page.evaluate(
        """() => new Promise((resolve) => {
          const request = indexedDB.open("big-cats-check-in");
          request.onsuccess = () => {
            const store = request.result.transaction("kept").objectStore("kept");
            store.get("sheet").onsuccess = (event) => resolve(event.target.result ?? null);
          };
        })"""
    )
    assert kept is None


def test_list_of_yesterday_is_forgotten(telephones):
    context = telephones[0]
    say, page = Words("ru"), context.new_page()
    open_sheet(page, "ru-ranger", say)
    context.set_offline(True)
    page.evaluate(
        """async () => {
          const { keptSheet, keepSheet } = await import("/static/js/ranger/store.js");
          const sheet = await keptSheet();
          for (const walk of sheet.walks) walk.wipe_at = "2020-01-01T00:00:00Z";
          await keepSheet(sheet);
        }"""
    )
    page.reload()
    expect(page.locator("[data-told]")).to_contain_text(
        say("No list is kept on this telephone. Open it once with a signal.")
    )
    assert page.locator(".party").count() == 0


@pytest.mark.parametrize("account", ["ru-ranger", "cn-ranger"])
def test_sheet_can_be_read_by_day_and_night(telephones, account):
    page = telephones[0].new_page()
    open_sheet(page, account, Words(LANGUAGE[account[:2]]))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {one}" for one in violations_of(page, RULES, [])]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.fixture(scope="module")
def rule_page(browser, site_url):
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    page.goto("/healthz")
    yield page
    context.close()


@given(histories())
@settings(max_examples=60)
def test_telephone_and_server_read_the_same_state(rule_page, words):
    plain = [
        {
            "id": str(word.pk),
            "kind": word.kind,
            "people": word.people,
            "replaces": word.replaces,
            "at": word.at.isoformat(),
        }
        for word in words
    ]
    on_telephone = rule_page.evaluate(
        """async ([words, booked]) => {
          const { whereabouts } = await import("/static/js/ranger/rule.js");
          const found = whereabouts(words, booked);
          return found && [found.state, found.people, found.people - found.onTrail, found.isDisputed];
        }""",
        [plain, BOOKED],
    )
    found = whereabouts(words, BOOKED)
    expected = found and [found.state, found.people, found.off_trail, found.is_disputed]
    assert on_telephone == expected
