"""The months a trail is open, kept as one number: bit 0 is January, bit 11 is December.

One column; `open_in` asks for it with the bitwise AND that SQLite and PostgreSQL share.
"""

from collections.abc import Iterable

from django.db.models import F, QuerySet

ALL_YEAR = (1 << 12) - 1


def to_bits(months: Iterable[int]) -> int:
    """Return the number that stands for some months (1–12)."""
    bits = 0
    for month in months:
        if not 1 <= month <= 12:
            raise ValueError(f"{month} is not a month")
        bits |= 1 << (month - 1)
    return bits


def from_bits(bits: int) -> list[int]:
    """Return the months (1–12) in a number, in the order of the year."""
    return [month for month in range(1, 13) if bits & (1 << (month - 1))]


def spans(months: list[int]) -> list[tuple[int, int]]:
    """Return runs of neighbouring months as (first, last); a run may cross the New Year."""
    runs: list[tuple[int, int]] = []
    for month in months:
        if runs and runs[-1][1] == month - 1:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    if len(runs) > 1 and runs[0][0] == 1 and runs[-1][1] == 12:
        runs = [*runs[1:-1], (runs[-1][0], runs[0][1])]
    return runs


def open_in(queryset: QuerySet, month: int, column: str = "open_months") -> QuerySet:
    """Keep the rows whose `column` has the bit of `month` (1–12)."""
    name = f"{column.replace('__', '_')}_in_{month}"
    return queryset.alias(**{name: F(column).bitand(1 << (month - 1))}).filter(**{f"{name}__gt": 0})
