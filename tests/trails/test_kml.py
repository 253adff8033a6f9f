"""The track as KML, parsed back by the library that other programs read it with."""

import pytest
from fastkml import KML, Placemark
from fastkml.utils import find_all

from content.trails.kml import write_kml
from tests.trails.factories import NORTHWARD, make_indexes, make_pages, make_point, make_trail

pytestmark = pytest.mark.django_db


def placemarks(text: str) -> list[Placemark]:
    return list(find_all(KML.from_string(text.encode()), of_type=Placemark))


def test_line_and_places_read_back(sides):
    trail = make_trail(track=NORTHWARD, meeting_lon=131.39, meeting_lat=43.19)
    make_point(trail, at=0.5, kind="water", name_en="Spring & well <old>")
    line, meeting, point = placemarks(write_kml(trail))
    assert [list(place) for place in line.geometry.coords] == NORTHWARD
    assert line.name == trail.name_en
    assert (meeting.name, meeting.geometry.coords[0]) == ("Meeting point", (131.39, 43.19))
    assert (point.name, point.description) == ("Spring & well <old>", "drinking water")


def test_line_without_heights_has_none(sides):
    trail = make_trail(track=[[131.4, 43.2, None], [131.4, 43.21, None]])
    [line] = placemarks(write_kml(trail))
    assert line.geometry.coords == ((131.4, 43.2), (131.4, 43.21))


@pytest.mark.parametrize(
    ("code", "name", "place"),
    [("en", "Leopard", "Well"), ("ru", "Леопард", "Колодец"), ("zh-hans", "豹", "水井")],
)
def test_download_speaks_the_language_of_its_address(client, home_pages, sides, code, name, place):
    trail = make_trail(
        slug="cat", name_en="Leopard", name_ru="Леопард", name_zh_hans="豹", track=NORTHWARD
    )
    make_point(trail, at=0.1, name_en="Well", name_ru="Колодец", name_zh_hans="水井")
    make_pages(make_indexes(home_pages), trail)
    response = client.get(f"/{code}/trails/cat/track.kml")
    assert response["Content-Type"] == "application/vnd.google-earth.kml+xml; charset=utf-8"
    assert [mark.name for mark in placemarks(response.content.decode())] == [name, place]
    assert f"/{code}/trails/cat/" in response.content.decode()
    assert client.get(f"/{code}/trails/none/track.kml").status_code == 404
