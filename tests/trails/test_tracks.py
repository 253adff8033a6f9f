import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.trails.tracks import (
    climb,
    distance_m,
    distances,
    measure,
    point_at,
    share_near,
    smoothed_heights,
    steepest,
    thinned,
)
from tests.trails.factories import NORTHWARD

places = st.tuples(st.floats(129, 133.5), st.floats(42, 45), st.floats(0, 900))


def test_steepest_slope_counts_over_a_stretch_not_between_two_points():
    level = [[131.4, round(43.2 + step * 0.0001, 6), 100.0] for step in range(20)]
    assert steepest(level) == 0
    spike = [list(point) for point in level]
    spike[10][2] = 110.0  # one wrong height: 90 % to its neighbours, some 11 m away
    assert steepest(spike) < 12
    assert steepest(level[:3]) is None
    assert steepest([[lon, lat, None] for lon, lat, _height in level]) is None


def test_one_degree_of_latitude_is_111_km():
    assert distance_m((131, 43), (131, 44)) == pytest.approx(111_195, abs=1)


def test_longitude_comes_first():
    east, north = distance_m((131, 43), (132, 43)), distance_m((131, 43), (131, 44))
    assert east == pytest.approx(81_322, rel=0.001)
    assert east < north


@given(places, places)
def test_distance_is_the_same_both_ways(a, b):
    assert distance_m(a, b) == pytest.approx(distance_m(b, a))


def test_measure_counts_length_and_climb():
    numbers = measure(NORTHWARD)
    assert numbers.length_km == 4.45
    assert (numbers.ascent_m, numbers.descent_m) == (100, 100)
    assert (numbers.min_height_m, numbers.max_height_m) == (100, 200)


def test_measure_without_heights_says_only_the_length():
    numbers = measure([[131.4, 43.2, None], [131.4, 43.21, 120.0]])
    assert numbers.length_km == 1.11
    assert numbers.ascent_m is None
    assert numbers.max_height_m is None


def test_noise_of_a_metre_is_no_climb():
    assert climb([100 + step % 2 for step in range(201)]) == (0, 0)


@given(st.lists(st.floats(0, 3000), min_size=2, max_size=40))
def test_rises_less_falls_are_the_end_less_the_start(heights):
    up, down = climb(heights)
    assert up - down == pytest.approx(heights[-1] - heights[0], abs=1e-6)


def test_smoothing_averages_over_the_way():
    noisy = [[131.4, 43.2 + step * 0.0001, 100.0 + 4 * (step % 2)] for step in range(101)]
    heights = smoothed_heights(noisy)
    assert max(heights) - min(heights) < 3
    assert measure(noisy).ascent_m == 0


@given(st.lists(places, min_size=2, max_size=40))
def test_smoothed_heights_stay_within_the_recorded_ones(track):
    heights = smoothed_heights(track)
    assert len(heights) == len(track)
    assert min(point[2] for point in track) - 1e-6 <= min(heights)
    assert max(heights) <= max(point[2] for point in track) + 1e-6


@given(st.lists(places, min_size=2, max_size=40))
def test_thinning_keeps_both_ends_and_never_lengthens(track):
    kept = thinned(track)
    assert tuple(kept[0]) == track[0]
    assert tuple(kept[-1]) == track[-1] or len(kept) == 1
    assert distances(kept)[-1] <= distances(track)[-1] + 1e-6


def test_point_at_and_share_near_are_each_others_reverse():
    lon, lat = point_at(NORTHWARD, 0.25)
    assert (lon, round(lat, 6)) == (131.4, 43.21)
    assert share_near(NORTHWARD, lon, lat) == pytest.approx(0.25)
    assert point_at(NORTHWARD, 7) == (131.4, 43.24)
