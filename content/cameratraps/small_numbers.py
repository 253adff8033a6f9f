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

    The whole is told elsewhere, so what is kept back may be added up by subtraction. It adds up to `LEAST` at least,
    and leaves open what each small number is: until it does, the least of those still told is kept back too.
    """
    order = sorted(range(len(numbers)), key=lambda place: numbers[place])
    small = [numbers[place] for place in order if numbers[place] < LEAST]
    told = [numbers[place] for place in order if numbers[place] >= LEAST]
    others: list[int] = []
    while small and told and gives_away(small, others, told):
        others.append(told.pop(0))
    hidden = set(order[: len(small) + len(others)]) if small else set()
    return [
        Cell(None, is_small=number < LEAST) if place in hidden else Cell(number)
        for place, number in enumerate(numbers)
    ]


def gives_away(small: Sequence[int], others: Sequence[int], told: Sequence[int]) -> bool:
    """Say whether the sum of what is kept back would tell a small number.

    Whoever works it out knows that each of the `others` lies between `LEAST` and the least number told.
    """
    whole = sum(small) + sum(others)
    if whole < LEAST or not any(small):
        return whole < LEAST  # that there is none where none is to be seen gives no visit away
    most = min(told, default=whole)
    lowest = max(0, whole - most * len(others))
    highest = min((LEAST - 1) * len(small), whole - LEAST * len(others))
    is_open = lowest < highest or (len(small) > 1 and 0 < lowest < (LEAST - 1) * len(small))
    return not is_open
