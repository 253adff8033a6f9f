"""Zones that packages are sorted into: large, apart from each other, longitude before latitude."""

import pytest
from django.core.exceptions import ValidationError

from content.cameratraps.camtrapdp.zones import ZoneFinder
from content.cameratraps.models import Zone
from content.cameratraps.outlines import area_km2, read_outline
from content.demo.loading.texts import read_texts

BOW_TIE = [[131, 43], [132, 44], [131, 44], [132, 43], [131, 43]]
pytestmark = pytest.mark.django_db


def square(west: float, south: float, size: float) -> dict:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def problems_of(zone: Zone) -> set[str]:
    try:
        zone.clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def other_zone(**changes) -> Zone:
    fields = {"side_id": "RU", "code": "other", "name": "Other", "camera_places": 50, "area_km2": 300}  # fmt: skip
    return Zone(**{**fields, "outline": square(133, 44, 0.5), **changes})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, set()),
        ({"camera_places": 49}, {"camera_places"}),
        ({"camera_places": 0}, {"camera_places"}),
        ({"area_km2": 299}, {"area_km2"}),
        ({"outline": None, "camera_places": 1}, {"camera_places"}),
        ({"camera_places": None}, {"camera_places"}),
        ({"area_km2": None}, {"area_km2"}),
        ({"outline": square(133, 44, 0.05)}, {"outline"}),
        ({"outline": square(131.5, 43.2, 0.5)}, {"outline"}),
        ({"outline": square(131.6, 43.0, 0.4)}, set()),
        ({"outline": square(43, 131, 0.5)}, {"outline"}),
        ({"outline": {"type": "Point", "coordinates": [131, 43]}}, {"outline"}),
        ({"outline": {"type": "Polygon", "coordinates": [[[131, 43], [132, 44]]]}}, {"outline"}),
        ({"outline": {"type": "Polygon", "coordinates": "here"}}, {"outline"}),
        ({"outline": {"type": "Polygon", "coordinates": []}}, {"outline"}),
        ({"outline": {"type": "Polygon", "coordinates": [BOW_TIE]}}, {"outline"}),
        ({"outline": [1]}, {"outline"}),
    ],
)  # fmt: skip
def test_a_zone_that_is_too_small_or_badly_drawn_is_refused(zone, changes, told):
    assert problems_of(other_zone(**changes)) == told


def test_the_bounds_are_settings(zone, settings):
    settings.PUBLIC_ZONE_MIN_CAMERAS, settings.PUBLIC_ZONE_MIN_KM2 = 200, 2000
    assert problems_of(zone) == {"camera_places", "area_km2", "outline"}
    assert ZoneFinder("RU").zones == []


def test_a_place_finds_its_zone_and_no_other(zone):
    finder = ZoneFinder("RU")
    assert finder.find(131.3, 43.2).pk == zone.pk
    assert finder.find(43.2, 131.3) is None
    assert finder.find(131.3, 44.2) is None
    assert ZoneFinder("CN").zones == []


def test_area_is_that_of_the_globe():
    # A degree by a degree between 43 and 44 north: 8,968 km² on the sphere.
    assert area_km2(read_outline(square(131, 43, 1))) == pytest.approx(8968, rel=0.001)


def test_the_sample_zones_would_be_taken(sides):
    for side in read_texts("sides")["sides"]:
        for record in side["zones"]:
            zone = Zone(
                side_id=side["code"],
                code=record["code"],
                name=record["code"],
                camera_places=record["camera_places"],
                area_km2=record["area_km2"],
                outline={"type": "Polygon", "coordinates": [record["outline"]]},
            )
            assert problems_of(zone) == set(), record["code"]
            assert area_km2(read_outline(zone.outline)) == pytest.approx(zone.area_km2, rel=0.02)
            zone.save()
