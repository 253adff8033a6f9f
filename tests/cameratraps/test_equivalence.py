"""The joint count: never less than either side has, never more than both, and true in every possible world."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from content.cameratraps.equivalence import (
    MOST_TRIED,
    Band,
    classes,
    contradiction,
    joint_count,
)

ANIMALS = st.dictionaries(
    st.integers(0, 5), st.sampled_from([("RU",), ("CN",), ("RU", "CN")]), min_size=1
)
PAIRS = st.lists(st.sampled_from(list(combinations(range(6), 2))), max_size=5)


def counts_in(seen_on: dict, world: list) -> tuple[int, int, int]:
    root = classes(seen_on, world)
    sides: dict[int, set] = {}
    for animal, seen in seen_on.items():
        sides.setdefault(root[animal], set()).update(seen)
    return (
        sum("RU" in seen for seen in sides.values()),
        sum("CN" in seen for seen in sides.values()),
        len(sides),
    )


@given(animals=ANIMALS, different=PAIRS, undecided=PAIRS)
def test_bands_hold_every_possible_world_and_each_world_holds_the_rule(
    animals, different, undecided
):
    seen_on = {animal: set(sides) for animal, sides in animals.items()}
    count = joint_count(seen_on, different, undecided)
    open_pairs = {pair for pair in undecided if set(pair) <= set(seen_on)} - set(different)
    worlds = [
        counts_in(seen_on, list(world))
        for size in range(len(open_pairs) + 1)
        for world in combinations(sorted(open_pairs), size)
        if contradiction(seen_on, list(world), different) is None
    ]
    for ru, cn, joint in worlds:
        assert max(ru, cn) <= joint <= ru + cn
    for band, number in ((count.ru, 0), (count.cn, 1), (count.joint, 2)):
        assert band == Band(
            min(world[number] for world in worlds), max(world[number] for world in worlds)
        )
    assert max(count.ru.low, count.cn.low) <= count.joint.low
    assert max(count.ru.high, count.cn.high) <= count.joint.high <= count.ru.high + count.cn.high
    assert count.joint.high == count.ru.high + count.cn.high - count.both


def test_a_large_group_of_open_pairs_is_counted_in_a_world_that_is_possible():
    seen_on = {animal: {"RU" if animal % 2 else "CN"} for animal in range(8)}
    undecided = list(combinations(range(8), 2))
    assert len(undecided) > MOST_TRIED
    assert joint_count(seen_on, [(0, 1)], undecided[1:]).joint == Band(2, 8)


def test_a_pair_with_an_animal_nobody_may_see_does_not_count():
    count = joint_count({1: {"RU"}, 2: {"CN"}}, [], [(1, 3), (2, 3), (1, 1)])
    assert (count.joint, count.undecided) == (Band(2, 2), 0)
