"""Drawn maps: moved and enlarged with JavaScript, whole without it; a place on the profile shows on the map."""

import base64
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

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


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class TileServer(BaseHTTPRequestHandler):
    """Answers every address with one pixel and remembers what was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        self.wfile.write(PIXEL)

    def log_message(self, *args) -> None:
        """Say nothing."""


@pytest.fixture
def tile_host():
    """The address of a tile server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), TileServer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def staff_tiles(browser, site_url, tile_host):
    """Set up tiles as an administrator does; take them away again."""
    page = browser.new_context(base_url=site_url).new_page()
    page.goto("/staff/login/?next=/staff/settings/base/sitesettings/")
    page.locator("#id_login").fill("admin")
    page.locator("#id_password").fill("land-of-big-cats")
    page.locator("button.staff-wide").first.click()
    set_tiles(page, f"{tile_host}/{{z}}/{{x}}/{{y}}.png", "© Tiles")
    yield
    page.goto("/staff/settings/base/sitesettings/")
    set_tiles(page, "", "")
    page.context.close()


def set_tiles(page, template: str, attribution: str) -> None:
    page.locator("#id_tile_template").fill(template)
    page.locator("#id_tile_attribution").fill(attribution)
    page.locator("form footer button[type=submit]").first.click()
    page.locator(".messages .success").wait_for()


def test_tiles_lie_below_the_drawing_once_it_is_moved(browser, site_url, tile_host, staff_tiles):
    page = browser.new_context(base_url=site_url).new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(TRAIL.format("en"), wait_until="networkidle")
    assert TileServer.asked == []
    page.get_by_role("button", name=WORDS["en"][0]).click()
    expect(page.locator(".map-view--tiles .leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator(".map-view--tiles .trail-map__track")).to_be_visible()
    expect(page.locator(".leaflet-control-attribution")).to_have_text("© Tiles")
    assert re.fullmatch(r"/\d+/\d+/\d+\.png", TileServer.asked[0])
    assert not [text for text in troubles if "Content Security Policy" in text]
    blocked = page.evaluate(
        """host => new Promise(done => {
          document.addEventListener("securitypolicyviolation", event => done(event.blockedURI), { once: true });
          new Image().src = host.replace("127.0.0.1", "localhost") + "/x.png";
        })""",
        tile_host,
    )
    assert "localhost" in blocked
    page.context.close()
