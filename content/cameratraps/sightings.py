"""What the public visits of one animal say together: years on each side, and how often it must have crossed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from content.base.choices import SideCode


@dataclass(frozen=True, order=True)
class Sighting:
    """One public visit of an animal. The month is for counting crossings only and never shown with the animal."""

    year: int
    month: int
    side: str
    event: int
    flank: str = ""


def years_on(sightings: Iterable[Sighting], side: str) -> list[int]:
    """Return the years in which an animal was seen on a side, the first one first."""
    return sorted({one.year for one in sightings if one.side == side})


def least_crossings(sightings: Iterable[Sighting]) -> int:
    """Return how often an animal crossed the border at least; within a month the order is not known."""
    months = [
        {one.side for one in seen}
        for _month, seen in groupby(sorted(sightings), key=lambda one: (one.year, one.month))
    ]
    steps = dict.fromkeys(SideCode.values, 0)  # side the animal may be on → crossings so far
    for seen in months:
        steps = {end: _fewest(steps, seen, end) for end in seen}
    return min(steps.values())


def _fewest(steps: dict[str, int], seen: set[str], end: str) -> int:
    """Return the fewest crossings after a month that ends on a side and has been on all those `seen`."""
    ways = []
    for start, number in steps.items():
        if start != end:
            ways.append(number + 1)
        else:
            ways.append(number + (2 if len(seen) > 1 else 0))
    return min(ways)
