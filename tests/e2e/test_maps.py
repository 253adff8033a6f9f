"""Drawn maps: moved and enlarged with JavaScript, whole without it; a place on the profile shows on the map."""

import pytest
from playwright.sync_api import expect

TRAIL = "/{}/trails/kravtsov-falls/"
TRACK_WIDTH = "document.querySelector('.trail-map__track').getBoundingClientRect().width"
WORDS = {
    "en": ("Move and enlarge the map", "The whole map", "Enlarge", "Walk along the trail"),
    "ru": ("Двигать и увеличивать карту", "Вся карта", "Увеличить", "Пройти по тропе"),
    "zh-hans": ("拖动和放大地图", "显示全图", "放大", "沿步道前进"),
}


def test_map_is_enlarged_and_shown_whole_again(new_page, language):
    page = new_page()
    page.goto(TRAIL.format(language))
    open_words, whole, enlarge, _walk = WORDS[language]
    page.get_by_role("button", name=open_words).click()
    expect(page.locator(".map-view .trail-map__track")).to_be_visible()
    width = page.evaluate(TRACK_WIDTH)
    page.get_by_role("button", name=enlarge, exact=True).click()
    page.wait_for_function(f"width => {TRACK_WIDTH} > width * 1.3", arg=width)
    page.get_by_role("button", name=whole).click()
    page.wait_for_function(f"width => Math.abs({TRACK_WIDTH} - width) < 2", arg=width)


def test_map_library_is_not_fetched_before_it_is_asked_for(new_page):
    page, fetched = new_page(), []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(TRAIL.format("en"), wait_until="networkidle")
    assert not [url for url in fetched if "leaflet" in url]


def test_walking_along_the_profile_moves_the_mark_on_the_map(new_page, language):
    page = new_page()
    page.goto(TRAIL.format(language))
    slider = page.get_by_label(WORDS[language][3])
    place = page.locator(".trail-map .walk-mark")
    start = place.bounding_box()
    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    assert place.bounding_box() != start
    expect(slider).to_have_attribute("aria-valuetext", page.locator("output").inner_text())


@pytest.mark.parametrize("path", ["/en/trails/kravtsov-falls/", "/en/reserve/"])
def test_without_javascript_the_map_is_whole_and_offers_nothing_more(new_page, path):
    page = new_page(java_script_enabled=False)
    page.goto(path)
    expect(page.locator("svg:is(.map, .trail-map)").first).to_be_visible()
    expect(page.get_by_role("button", name="Move and enlarge the map")).to_have_count(0)
    expect(page.get_by_label("Walk along the trail").filter(visible=True)).to_have_count(0)
