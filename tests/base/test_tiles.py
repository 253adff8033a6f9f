"""Map tiles that staff may set up: which addresses are taken, and that only pages with a map may ask that one host."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from content.base.models import SiteSettings
from content.base.tiles import check_tile_template
from content.reserve.models import ReserveIndexPage
from tests.trails.factories import NORTHWARD, make_indexes, make_pages, make_trail

GOOD = "https://tiles.example.org/topo/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    "template",
    [
        GOOD,
        "https://tiles.example.org:8443/{z}/{y}/{x}?tk=abc",
        "https://t0.tiles-of.example.cn/DataServer?T=vec_w&x={x}&y={y}&l={z}",
        "http://127.0.0.1:9/{z}/{x}/{y}.png",
    ],
)
def test_plain_address_of_one_server_is_taken(template):
    check_tile_template(template)


@pytest.mark.parametrize(
    "template",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "ftp://tiles.example.org/{z}/{x}/{y}.png",
        "javascript:alert(1)//{z}{x}{y}",
        "//tiles.example.org/{z}/{x}/{y}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://{z}.example.org/{z}/{x}/{y}.png",
        "https://{z}.example.org/{x}/{y}.png",
        "https://*.example.org/{z}/{x}/{y}.png",
        "https://*/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}{r}.png",
        "https://tiles.example.org; script-src */{z}/{x}/{y}.png",
        "https://tiles.example.org;script-src/{z}/{x}/{y}.png",
        "https://a.example.org,b.example.org/{z}/{x}/{y}.png",
        "https://user:pass@example.org/{z}/{x}/{y}.png",
        "https://example.org:port/{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}.png",
        'https://example.org/{z}/{x}/{y}.png" onload="x',
        "https://тайлы.рф/{z}/{x}/{y}.png",
        "{z}{x}{y}",
    ],
)
def test_anything_else_is_refused_in_the_readers_language(template):
    messages = []
    for language in ("en", "ru", "zh-hans"):
        with override(language), pytest.raises(ValidationError) as refusal:
            check_tile_template(template)
        with override(language):
            messages.append(" ".join(refusal.value.messages))
    assert len(set(messages)) == 3


@pytest.fixture
def with_tiles(db):
    settings = SiteSettings.load()
    settings.tile_template = GOOD
    settings.tile_attribution = "© <b>Example</b>"
    settings.save()


@pytest.fixture
def pages(home_pages, sides):
    """A page with a map, one with another map, one with none."""
    home = home_pages["en"]
    make_pages(make_indexes(home_pages), make_trail(slug="walk", track=NORTHWARD))
    home.refresh_from_db()
    body = [("reserve_map", None)]
    home.add_child(
        instance=ReserveIndexPage(title="R", slug="reserve", body=body, locale=home.locale)
    )


def policy_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response["Content-Security-Policy"]


def test_pages_with_a_map_may_fetch_tiles_from_that_host_alone(client, with_tiles, pages):
    for address in ("/en/trails/walk/", "/en/reserve/"):
        directives = policy_of(client, address).split("; ")
        assert "img-src 'self' https://tiles.example.org" in directives
        assert [one for one in directives if "example.org" in one] == [
            "img-src 'self' https://tiles.example.org"
        ]
    for address in ("/en/", "/en/trails/", "/robots.txt"):
        assert "example.org" not in policy_of(client, address)


def test_without_tiles_nothing_is_allowed_and_nothing_said(client, pages, db):
    html = client.get("/en/trails/walk/").content.decode()
    assert "data-map-view" in html
    assert "data-tiles" not in html
    assert "http" not in policy_of(client, "/en/trails/walk/")
    assert "img-src" not in policy_of(client, "/en/trails/walk/")


def test_page_tells_the_map_where_its_tiles_are_and_whose(client, with_tiles, pages):
    html = client.get("/ru/trails/walk/").content.decode()
    assert f'data-tiles="{GOOD}"' in html
    assert 'data-max-zoom="17"' in html
    assert 'data-attribution="© &lt;b&gt;Example&lt;/b&gt;"' in html
    assert 'data-corners="43.' in html


def test_tiles_need_a_name(db):
    with pytest.raises(ValidationError) as refusal:
        SiteSettings(tile_template=GOOD).full_clean()
    assert set(refusal.value.message_dict) == {"tile_attribution"}


def test_staff_are_told_what_is_wrong_with_an_address(admin_client, home_pages):
    address = "/staff/settings/base/sitesettings/"
    form = {
        "tile_template": "http://a.org/{z}/{x}/{y}",
        "tile_max_zoom": "17",
        "tile_attribution": "A",
    }
    response = admin_client.post(f"{address}{SiteSettings.load().pk}/", form)
    assert response.status_code == 200
    assert "https://" in response.context["form"].errors["tile_template"][0]
    assert SiteSettings.load().tile_template == ""
