"""Counting animals of two catalogues once: what is one animal, what is surely two, and what is not decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]
MOST_TRIED = (
    12  # undecided pairs that hang together; every way of deciding them is tried up to so many
)


def classes(members: Iterable[int], same: Iterable[Pair]) -> dict[int, int]:
    """Return for each member the least member of its class; `same` pairs hold classes together."""
    least = {member: member for member in members}
    for one, other in same:
        low, high = sorted((_root(least, one), _root(least, other)))
        least[high] = low
    return {member: _root(least, member) for member in least}


def _root(least: dict[int, int], member: int) -> int:
    while least.setdefault(member, member) != member:
        member = least[member]
    return member


def contradiction(
    members: Iterable[int], same: list[Pair], different: Iterable[Pair]
) -> Pair | None:
    """Return a pair held to be two animals that `same` would make one, or None."""
    root = classes(members, same)
    return next(((a, b) for a, b in different if root.get(a, a) == root.get(b, b)), None)


@dataclass(frozen=True)
class Band:
    """A count between what it is if every undecided pair is one animal, and if none is."""

    low: int
    high: int


@dataclass(frozen=True)
class JointCount:
    """Animals seen on each side, on both, and in all. Each animal is counted once, so `joint` = ru + cn − both."""

    ru: Band
    cn: Band
    joint: Band
    both: int
    undecided: int


def joint_count(
    seen_on: Mapping[int, set[str]], different: Iterable[Pair] = (), undecided: Iterable[Pair] = ()
) -> JointCount:
    """Count animals. `seen_on` gives the sides of each; a pair with an animal that is not in it is left out.

    In every possible world max(RU, CN) ≤ joint ≤ RU + CN.
    """
    pairs = sorted({pair for pair in map(_ordered, undecided) if _is_open(pair, seen_on)})
    apart = {_ordered(pair) for pair in different}
    pairs = [pair for pair in pairs if pair not in apart]
    worlds = _least_by_group(seen_on, pairs, apart)
    high = {side: sum(side in sides for sides in seen_on.values()) for side in ("RU", "CN")}
    return JointCount(
        ru=Band(high["RU"] - worlds["RU"], high["RU"]),
        cn=Band(high["CN"] - worlds["CN"], high["CN"]),
        joint=Band(len(seen_on) - worlds["joint"], len(seen_on)),
        both=sum({"RU", "CN"} <= sides for sides in seen_on.values()),
        undecided=len(pairs),
    )


def _ordered(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _is_open(pair: Pair, seen_on: Mapping[int, set[str]]) -> bool:
    return pair[0] != pair[1] and pair[0] in seen_on and pair[1] in seen_on


def _least_by_group(
    seen_on: Mapping[int, set[str]], pairs: list[Pair], apart: set[Pair]
) -> dict[str, int]:
    """Return by how much each count may sink, from the undecided pairs that hang together, group by group."""
    saved = {"RU": 0, "CN": 0, "joint": 0}
    groups: dict[int, list[Pair]] = {}
    root = classes(seen_on, pairs)
    for pair in pairs:
        groups.setdefault(root[pair[0]], []).append(pair)
    for group in groups.values():
        members = {member for pair in group for member in pair}
        found = [_counts(members, world, seen_on) for world in _worlds(members, group, apart)]
        whole = _counts(members, [], seen_on)
        for name in saved:
            saved[name] += whole[name] - min(counts[name] for counts in found)
    return saved


def _worlds(members: set[int], group: list[Pair], apart: set[Pair]) -> Iterator[list[Pair]]:
    """Yield every set of the pairs that can be one animal each; of a large group the greedy one alone."""
    if len(group) > MOST_TRIED:
        yield _greedy(members, group, apart)
        return
    for choice in range(2 ** len(group)):
        world = [pair for at, pair in enumerate(group) if choice >> at & 1]
        if contradiction(members, world, apart) is None:
            yield world


def _greedy(members: set[int], group: list[Pair], apart: set[Pair]) -> list[Pair]:
    world: list[Pair] = []
    for pair in group:
        if contradiction(members, [*world, pair], apart) is None:
            world.append(pair)
    return world


def _counts(
    members: set[int], world: list[Pair], seen_on: Mapping[int, set[str]]
) -> dict[str, int]:
    root = classes(members, world)
    sides: dict[int, set[str]] = {}
    for member in members:
        sides.setdefault(root[member], set()).update(seen_on[member])
    return {
        "RU": sum("RU" in one for one in sides.values()),
        "CN": sum("CN" in one for one in sides.values()),
        "joint": len(sides),
    }
