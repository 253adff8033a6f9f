import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.trails.models import Trail
from content.trails.months import ALL_YEAR, from_bits, open_in, spans, to_bits
from tests.trails.factories import make_trail


@given(st.sets(st.integers(1, 12)))
def test_months_survive_being_stored(months):
    assert from_bits(to_bits(months)) == sorted(months)


def test_all_year_is_every_month():
    assert from_bits(ALL_YEAR) == list(range(1, 13))


@pytest.mark.parametrize("month", [0, 13, -1])
def test_month_outside_the_year_is_refused(month):
    with pytest.raises(ValueError, match="is not a month"):
        to_bits([month])


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([5, 6, 7], [(5, 7)]),
        ([1, 2, 11, 12], [(11, 2)]),
        ([2, 3, 4, 10, 11, 12], [(2, 4), (10, 12)]),
        ([1, 4, 12], [(4, 4), (12, 1)]),
    ],
)
def test_spans_join_neighbours_across_the_new_year(months, expected):
    assert spans(months) == expected


def test_open_in_asks_the_database_for_one_month(sides):
    summer = make_trail(open_months=to_bits([5, 6, 7]))
    always = make_trail()
    make_trail(open_months=0)
    assert set(open_in(Trail.objects.all(), 6)) == {summer, always}
    assert set(open_in(Trail.objects.all(), 1)) == {always}
