import gpxpy
import pytest
from django.utils import translation

from content.trails.gpx import REGION, GpxError, read_gpx, write_gpx
from tests.trails.factories import (
    NORTHWARD,
    gpx_text,
    make_indexes,
    make_pages,
    make_point,
    make_trail,
)


def refused(text: str | bytes, language: str = "en") -> str:
    with translation.override(language), pytest.raises(GpxError) as caught:
        read_gpx(text.encode() if isinstance(text, str) else text)
    return str(caught.value)


def test_a_good_file_gives_its_points():
    assert read_gpx(gpx_text().encode()) == NORTHWARD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encodings_are_understood(encoding):
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + gpx_text(head="<name>Тропа</name>")
    assert read_gpx(text.encode(encoding)) == NORTHWARD


def test_a_route_is_taken_when_there_is_no_track():
    text = (
        gpx_text().replace("trkpt", "rtept").replace("<trk>", "<rte>").replace("</trk>", "</rte>")
    )
    text = text.replace("<trkseg>", "").replace("</trkseg>", "")
    assert read_gpx(text.encode()) == NORTHWARD


def test_missing_heights_are_kept_as_unknown():
    points = [[131.4, 43.2, None], [131.4, 43.21, None]]
    assert read_gpx(gpx_text(points).encode()) == points


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (('43.203"', 'north"'), "Line 6: “north” is not a number."),
        (('lat="43.203" ', ""), "Line 6: “lat” is missing."),
        (("<ele>115.0</ele>", "<ele>high</ele>"), "Line 6: “high” is not a number."),
        (
            ("<ele>115.0</ele>", "<ele>9115.0</ele>"),
            "Line 6: A height of 9115.0 m cannot be right.",
        ),
        (("<ele>115.0</ele>", "<ele>nan</ele>"), "Line 6: A height of nan m cannot be right."),
        (
            ('lat="43.203"', 'lat="nan"'),
            "Line 6: The point nan, 131.4 is outside the map of the reserve.",
        ),
        (("</trkseg>", ""), "Line 44: This is not well-formed XML."),
    ],
)
def test_the_first_fault_is_named_with_its_line(spoilt, message):
    text = gpx_text()
    assert text.count(spoilt[0]) >= 1
    assert refused(text.replace(spoilt[0], spoilt[1], 1)) == message


def test_swapped_coordinates_are_noticed():
    swapped = [[lat, lon, ele] for lon, lat, ele in NORTHWARD]
    assert refused(gpx_text(swapped)).startswith("Line 3: The point 131.4, 43.2 is outside the map")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "The file is not text: is it a GPX file?"),
        ("<kml></kml>", "Line 1: The file does not begin with <gpx>."),
        ("<gpx></gpx>", "The file holds no track and no route."),
        (gpx_text(tracks=2), "The file holds 2 tracks: leave one of them."),
        (gpx_text([[131.4, 43.2, 1.0]] * 5), "The track has fewer than two different points."),
        (
            '<!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>',
            "Line 1: A document type declaration is not allowed.",
        ),
        (b" " * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB."),
    ],
)
def test_what_is_no_single_track_is_refused(content, message):
    assert refused(content) == message


def test_too_many_points_are_refused(monkeypatch):
    monkeypatch.setattr("content.trails.gpx.MAX_POINTS", 10)
    assert refused(gpx_text()) == "Line 13: The track has more than 10 points."


def test_the_written_file_reads_back_through_gpxpy(sides):
    trail = make_trail(track=NORTHWARD, meeting_lon=131.39, meeting_lat=43.19)
    make_point(trail, at=0.5)
    parsed = gpxpy.parse(write_gpx(trail))
    points = parsed.tracks[0].segments[0].points
    assert [[p.longitude, p.latitude, p.elevation] for p in points] == NORTHWARD
    assert parsed.name == trail.name_en
    assert [(w.name, w.longitude, round(w.latitude, 5)) for w in parsed.waypoints] == [
        ("Meeting point", 131.39, 43.19),
        ("View", 131.4, 43.22),
    ]
    assert read_gpx(write_gpx(trail).encode()) == NORTHWARD


def test_nothing_personal_passes_from_an_upload_to_the_download(sides):
    told = (
        "<name>Ivanov’s walk</name><time>2026-05-01T10:00:00Z</time>"
        "<extensions><device>Phone of Ivanov</device></extensions>"
    )
    text = gpx_text(head=told).replace("</ele>", "</ele><time>2026-05-01T10:00:00Z</time>")
    text = text.replace('creator="test"', 'creator="Ivanov"')
    trail = make_trail(track=read_gpx(text.encode()))
    written = write_gpx(trail)
    assert "Ivanov" not in written
    assert "2026" not in written
    assert gpxpy.parse(written).get_time_bounds().start_time is None


@pytest.mark.parametrize(
    ("code", "name", "warning"),
    [("en", "Leopard", "Sample"), ("ru", "Леопард", ""), ("zh-hans", "豹", "")],
)
def test_the_download_speaks_the_language_of_its_address(
    client, home_pages, sides, code, name, warning
):
    trail = make_trail(
        slug="cat",
        name_en="Leopard / way",
        name_ru="Леопард / путь",
        name_zh_hans="豹 / 路",
        track=NORTHWARD,
        is_sample_track=True,
    )
    make_pages(make_indexes(home_pages), trail)
    response = client.get(f"/{code}/trails/cat/track.gpx")
    assert response["Content-Type"] == "application/gpx+xml; charset=utf-8"
    parsed = gpxpy.parse(response.content.decode())
    assert parsed.name.startswith(name)
    assert warning in parsed.description
    assert parsed.link.endswith(f"/{code}/trails/cat/")
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename")
    assert "/" not in disposition.partition("filename")[2]


@pytest.mark.parametrize("address", ["none", "unpublished", "trackless"])
def test_a_track_that_cannot_be_had_is_not_found(client, home_pages, sides, address):
    make_trail(slug="unpublished", track=NORTHWARD)
    make_pages(make_indexes(home_pages), make_trail(slug="trackless"))
    assert client.get(f"/en/trails/{address}/track.gpx").status_code == 404


def test_the_region_is_the_frame_of_the_map():
    assert REGION == (129.0, 42.0, 133.5, 45.0)
