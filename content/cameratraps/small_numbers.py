"""The rule for small numbers: what is counted of few visits is not told, nor what would give it away."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

LEAST = 5  # a number below this is not told; raise it, never lower it
ENOUGH = 10  # visits; fewer say nothing about an animal's habits


@dataclass(frozen=True)
class Cell:
    """One number of a chart. None when it is kept back; `is_small` says that it is below `LEAST`."""

    number: int | None
    is_small: bool = False


def at_least(number: int) -> int | None:
    """Return the step a number has reached: 5, 10, 20, 50, 100, 200, 500 and so on; None below `LEAST`.

    Two told numbers of different selections can be subtracted from each other; steps leave no small number to work out.
    """
    if number < LEAST:
        return None
    step, factors = LEAST, cycle((2, 2, 2.5))
    while (following := int(step * next(factors))) <= number:
        step = following
    return step


def cells(numbers: Sequence[int]) -> list[Cell]:
    """Return the numbers as they may be told.

    The whole is told elsewhere, so the numbers kept back add up to nothing or to `LEAST` at least: until they do,
    the least of those still told is kept back too.
    """
    order = sorted(range(len(numbers)), key=lambda place: numbers[place])
    hidden = [place for place in order if numbers[place] < LEAST]
    rest = [place for place in order if numbers[place] >= LEAST]
    while hidden and rest and sum(numbers[place] for place in hidden) < LEAST:
        hidden.append(rest.pop(0))
    return [
        Cell(None, is_small=number < LEAST) if place in hidden else Cell(number)
        for place, number in enumerate(numbers)
    ]
