"""DIN 33466: what the alpine clubs print on their signposts."""

import pytest

from content.trails.walking_time import differs_much, walking_minutes


@pytest.mark.parametrize(
    ("km", "up", "down", "minutes"),
    [
        (4, 0, 0, 60),
        (8, 900, 0, 240),  # the example of the clubs' handbook: 3 h and half of 2 h
        (8, 300, 300, 170),
        (1, 0, 500, 70),
        (0.01, 0, 0, 5),
    ],
)
def test_the_longer_time_counts_whole_and_the_shorter_half(km, up, down, minutes):
    assert walking_minutes(km, up, down) == minutes


@pytest.mark.parametrize(
    ("minutes", "differs"), [(44, True), (45, False), (100, False), (125, False), (126, True)]
)
def test_a_quarter_outside_the_span_is_much(minutes, differs):
    assert differs_much(minutes, 60, 100) is differs
