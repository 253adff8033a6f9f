"""A ticket kept on the visitor's telephone: there without a signal, gone when it is not wanted any more."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.e2e.checks import complaints
from tests.e2e.visitors import Visitor


@pytest.fixture
def booked(phone, say, mail_folder) -> Visitor:
    """A visitor on the private page of a confirmed booking."""
    visitor = Visitor(phone, say)
    visitor.choose_departure(places=2)
    visitor.fill_in(adults=2)
    visitor.go_to_review()
    visitor.confirm(mail_folder)
    phone.goto(visitor.private_link())
    return visitor


def keep(visitor: Visitor) -> None:
    visitor.main.get_by_role("button", name=visitor.say("Keep on this phone")).click()
    expect(visitor.main.get_by_role("status").first).not_to_be_empty()
    visitor.page.wait_for_function("navigator.serviceWorker.controller !== null")


def kept_caches(page: Page) -> list[str]:
    return page.evaluate(
        "caches.keys().then((names) => names.filter((n) => n.startsWith('ticket-')))"
    )


def without_signal(context: BrowserContext, page: Page, address: str) -> None:
    context.set_offline(True)
    page.goto(address)


def test_kept_ticket_opens_without_a_signal_and_is_removed_by_its_button(booked):
    page, context, say = booked.page, booked.page.context, booked.say
    link, reference = booked.private_link(), booked.reference()
    assert kept_caches(page) == []
    keep(booked)
    without_signal(context, page, link)
    expect(page.get_by_text(reference).first).to_be_visible()
    expect(page.get_by_text(booked.name)).to_be_visible()
    expect(page.locator(".kept-ticket__code svg")).to_be_visible()
    picture = Image.open(BytesIO(page.locator(".kept-ticket__code").screenshot()))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [reference]
    assert page.locator("form").count() == 0
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.kept-ticket')).maxInlineSize")
        != "none"
    )
    page.get_by_role("button", name=say("Remove from this phone")).click()
    expect(page.get_by_role("button", name=say("Keep on this phone"))).to_be_visible()
    assert kept_caches(page) == []
    context.set_offline(False)


def test_nothing_else_of_a_booking_is_kept(booked):
    page = booked.page
    keep(booked)
    page.goto(booked.private_link())
    stored = page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys()) {
            for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
          }
          return found.sort();
        }"""
    )
    names = sorted(re.search(r"(kept/|site|kept_ticket)[^/]*$", one)[1] for one in stored)
    assert names == ["kept/", "kept_ticket", "site"]


def test_ticket_is_forgotten_after_the_walk(booked):
    page, context, link = booked.page, booked.page.context, booked.private_link()
    keep(booked)
    page.evaluate(
        """async () => {
          const [name] = (await caches.keys()).filter((one) => one.startsWith("ticket-"));
          const [from, past] = [await caches.open(name), name.replace(/-[0-9]+$/, "-1000")];
          const to = await caches.open(past);
          for (const request of await from.keys()) await to.put(request, await from.match(request));
          await caches.delete(name);
        }"""
    )
    page.goto(f"/{booked.language}/trails/")
    page.wait_for_function(
        "caches.keys().then((names) => names.every((name) => !name.startsWith('ticket-')))"
    )
    context.set_offline(True)
    with pytest.raises(Error, match=r"ERR_FAILED|ERR_INTERNET"):
        page.goto(link)
    context.set_offline(False)


def test_kept_ticket_is_whole(booked, language):
    booked.page.goto(f"{booked.private_link()}kept/")
    assert complaints(booked.page, language) == []
