from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.base.drawing.lines import clipped_lines, clipped_ring, simplified
from content.base.drawing.projection import Bounds, Projection
from content.base.facts import FactText
from content.trails.drawing.locator import draw_locator
from content.trails.drawing.profile import Profile, draw_profile, ticks
from content.trails.drawing.trail_map import CROWD, draw_map, spread
from content.trails.places import Stop
from tests.trails.factories import NORTHWARD

coordinates = st.floats(-50, 150, allow_nan=False)
points = st.tuples(coordinates, coordinates)
FRAME = Bounds(0, 0, 100, 100)


def stop(number: int, lat: float = 43.22) -> Stop:
    return Stop(number, "viewpoint", "viewpoint", FactText("View", "en"), 131.4, lat, 0.5, 2.2)


def words(svg: str) -> list[str]:
    return [element.text for element in ElementTree.fromstring(svg).iter("text")]


@given(st.floats(129, 133), st.floats(42, 45), st.floats(0.001, 0.5), st.floats(0.001, 0.5))
def test_what_a_projection_fits_lies_on_the_sheet(lon, lat, wide, high):
    bounds = Bounds(lon, lat, lon + wide, lat + high)
    projection = Projection.fitting(bounds, 480, 330, margin=40)
    for corner in ((bounds.west, bounds.south), (bounds.east, bounds.north)):
        x, y = projection.xy(*corner)
        assert 39 <= x <= 441
        assert 39 <= y <= 291


def test_a_projection_is_true_to_scale():
    projection = Projection.fitting(Bounds.around(NORTHWARD), 480, 330, margin=40)
    (_x, top), (_x, bottom) = projection.xy(131.4, 43.24), projection.xy(131.4, 43.2)
    assert (bottom - top) * projection.metres_per_unit == pytest.approx(4448, abs=2)
    assert top < bottom


@given(st.lists(points, min_size=1, max_size=30))
def test_simplified_lines_keep_their_ends(line):
    kept = simplified(line, 3)
    assert kept[0] == line[0]
    assert kept[-1] == line[-1]
    assert len(kept) <= len(line)


def test_simplifying_drops_what_lies_on_the_line_and_keeps_the_corner():
    assert simplified([(0, 0), (5, 0.1), (10, 0), (10, 10)], 0.5) == [(0, 0), (10, 0), (10, 10)]


@given(st.lists(points, min_size=3, max_size=20))
def test_clipped_rings_stay_inside_the_frame(ring):
    assert all(-1e-6 <= x <= 100 + 1e-6 for point in clipped_ring(ring, FRAME) for x in point)


def test_a_ring_around_the_frame_becomes_the_frame():
    ring = [(-9, -9), (109, -9), (109, 109), (-9, 109)]
    assert set(clipped_ring(ring, FRAME)) == {(0, 0), (100, 0), (100, 100), (0, 100)}


def test_a_line_that_leaves_and_returns_falls_into_two_pieces():
    line = [(10, 50), (10, 150), (20, 150), (20, 50)]
    assert clipped_lines(line, FRAME) == [[(10, 50), (10, 100)], [(20, 100), (20, 50)]]
    assert clipped_lines([(-5, -5), (-5, 200)], FRAME) == []


@given(st.lists(st.tuples(st.floats(60, 400), st.floats(60, 270)), max_size=8))
def test_markers_never_cover_each_other(spots):
    markers = spread(spots)
    gaps = [
        (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
        for index, a in enumerate(markers)
        for b in markers[:index]
    ]
    assert all(gap >= (CROWD * 0.9) ** 2 for gap in gaps)


def test_the_map_names_itself_for_those_who_do_not_see_it():
    svg = draw_map(NORTHWARD, [stop(1)], title="Map: <Cat>", description="A way north.")
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    named = [root.find(f".//*[@id='{name}']").text for name in root.get("aria-labelledby").split()]
    assert named == ["Map: <Cat>", "A way north."]


def test_the_map_has_start_stops_scale_and_north():
    svg = draw_map(NORTHWARD, [stop(1), stop(2, 43.23)], title="t", description="d")
    assert {"Start", "1", "2", "2 km", "N"} <= set(words(svg))
    assert "map__border" not in svg


def test_a_far_meeting_point_does_not_shrink_the_map():
    near = draw_map(NORTHWARD, [], title="t", description="d")
    far = draw_map(NORTHWARD, [], title="t", description="d", meeting=(131.6, 43.4))
    assert far == near
    close = draw_map(NORTHWARD, [], title="t", description="d", meeting=(131.405, 43.2))
    assert "trail-map__meeting" in close


def test_a_walk_of_a_few_metres_can_be_drawn():
    track = [[131.4, 43.2, 1.0], [131.4, 43.2001, 1.0]]
    assert "Start" in words(draw_map(track, [], title="t", description="d"))
    assert "0 m" in words(draw_profile(Profile.of(track), [], title="t", description="d"))


def test_the_profile_has_real_words_on_both_axes():
    svg = draw_profile(Profile.of(NORTHWARD), [stop(7)], title="t", description="d")
    assert {"100 m", "200 m", "0 km", "1 km", "4 km", "7"} <= set(words(svg))


def test_the_profile_as_a_table_ends_at_the_end():
    rows = Profile.of(NORTHWARD).rows()
    assert rows[0] == ["0", "100"]
    assert rows[-1][0] == "4.4"
    assert len(rows) <= 8


@given(st.floats(-50, 50), st.floats(0.5, 2000))
def test_ticks_are_few_and_inside(low, spread_):
    marks = ticks(low, low + spread_, 6)
    assert len(marks) <= 7
    assert all(low - 0.01 <= mark <= low + spread_ + 0.01 for mark in marks)


def test_the_locator_marks_the_place():
    root = ElementTree.fromstring(draw_locator(131.4, 43.2, title="t", description="d"))
    marks = [
        circle for circle in root.iter("circle") if circle.get("class") == "trail-locator__mark"
    ]
    assert len(marks) == 1
    assert SimpleNamespace(**marks[0].attrib).cx
