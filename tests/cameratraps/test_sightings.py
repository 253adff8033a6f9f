"""Years and crossings, against every order of the visits that is possible."""

from collections.abc import Sequence
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from content.cameratraps.sightings import Sighting, least_crossings, years_on

POSSIBLE = [Sighting(2021, month, side, 1) for month in (1, 2, 3) for side in ("RU", "CN")]


def crossings_in(order: Sequence[Sighting]) -> int:
    return sum(one.side != other.side for one, other in pairwise(order))


@given(seen=st.lists(st.sampled_from(POSSIBLE), min_size=1, max_size=6))
def test_crossings_are_the_fewest_that_explain_the_visits(seen):
    months = sorted(one.month for one in seen)
    orders = [order for order in permutations(seen) if [one.month for one in order] == months]
    assert least_crossings(seen) == min(crossings_in(order) for order in orders)


def test_years_on_a_side_are_each_told_once():
    seen = [Sighting(2021, 3, "RU", 1), Sighting(2021, 8, "RU", 2), Sighting(2019, 1, "CN", 3)]
    assert years_on(seen, "RU") == [2021]
    assert years_on(seen, "CN") == [2019]
