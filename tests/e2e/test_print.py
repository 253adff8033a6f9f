"""Pages on paper: few sheets, nothing to press, black on white even when the screen is dark, the map whole."""

import io
import secrets

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.visitors import Visitor

# The most sheets of A4 a page may take.
SHEETS = {
    "trails/leopards-lair/": 3,
    "schools/cats-and-forest/four-wild-cats/whose-coat/": 3,
    "wildlife/amur-leopard/": 3,
    "galleries/winter-on-the-ridge/": 4,
    "stories/one-forest-two-countries/": 2,
    "bookings/load/": 2,
}
TO_PRESS = "button, input, select, nav, .button, summary, form, .skip-link, .languages"

# Texts that would print too pale for white paper; grounds are not printed unless a drawing asks for it.
_PALE = """() => {
  const light = (channel) => (channel /= 255) <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  const contrast = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
    return 1.05 / (0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) + 0.05);
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll("*:not(svg *)")]
    .filter((element) => own(element) && element.checkVisibility())
    .filter((element) => getComputedStyle(element).printColorAdjust !== "exact")
    .filter((element) => contrast(getComputedStyle(element).color) < 4.5)
    .map((element) => `${element.className || element.tagName}: ${getComputedStyle(element).color}`);
}"""


def sheets(page: Page) -> int:
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as printed:
        return len(printed.pages)


def on_paper(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")


def assert_fit_for_paper(page: Page) -> None:
    assert page.locator(TO_PRESS).filter(visible=True).count() == 0
    assert page.evaluate(_PALE) == []


@pytest.mark.parametrize("path", SHEETS)
def test_page_prints_black_on_few_sheets_with_its_address(page, language, path, site_url):
    page.goto(f"/{language}/{path}")
    assert 1 <= sheets(page) <= SHEETS[path]
    on_paper(page)
    assert_fit_for_paper(page)
    expect(page.locator(".page-address")).to_be_visible()
    expect(page.locator(".page-address")).to_contain_text(f"/{language}/{path}")
    expect(page.locator(".site-footer__emergency li", has_text="112").first).to_be_visible()


@pytest.mark.parametrize("colours", ["dark", "chalk"])
def test_colours_a_reader_chose_for_the_screen_stay_on_the_screen(page, colours, site_url):
    page.context.add_cookies([{"name": "display", "value": f"colours-{colours}", "url": site_url}])
    page.goto("/en/trails/leopards-lair/")
    expect(page.locator("html")).to_have_class(f"colours-{colours}")
    assert len(page.evaluate(_PALE)) > 50  # on the screen its words are light
    on_paper(page)
    assert page.evaluate(_PALE) == []


def test_trail_sheet_has_its_map_and_profile_whole(page):
    page.goto("/en/trails/leopards-lair/")
    on_paper(page)
    width, height = 180, 272  # of a sheet within its margins, in millimetres
    page.set_viewport_size({"width": round(width / 25.4 * 96), "height": 900})
    for drawing in (".trail-map", ".trail-profile"):
        box = page.locator(f"svg{drawing}").bounding_box()
        assert 60 < box["width"] / 96 * 25.4 <= width
        assert 40 < box["height"] / 96 * 25.4 < height / 2
    assert page.locator(".map-figure").evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    expect(page.locator(".trail-stops li").first).to_be_visible()


@pytest.mark.parametrize("trail", ["leopards-lair", "fangchuan"])
def test_booking_with_papers_prints_on_one_sheet_without_its_private_address(
    page, say, trail, mail_folder
):
    visitor = Visitor(page, say)
    visitor.choose_departure(places=2, trail=trail)
    visitor.fill_in(adults=2, children=0)
    visitor.go_to_review()
    visitor.confirm(mail_folder)
    expect(page.get_by_text(say("Papers to bring"))).to_be_visible()
    secret = visitor.private_link().rstrip("/").rpartition("/")[2]
    assert len(secret) > len(secrets.token_urlsafe(8))
    assert sheets(page) == 1
    on_paper(page)
    assert_fit_for_paper(page)
    assert secret not in page.locator("body").inner_text()
    expect(page.locator(".booking-reference")).to_be_visible()
