"""Ordered rows of several databases as one list: counted, cut into pages, gone through."""

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import islice

from django.db.models import QuerySet


class Merged:
    """What a paginator and a slice need of a queryset; reads no more of each part than is asked for."""

    ordered = True

    def __init__(self, parts: list[QuerySet], key: Callable) -> None:
        self.parts, self.key = parts, key

    def count(self) -> int:
        return sum(part.count() for part in self.parts)

    def __len__(self) -> int:
        return self.count()

    def __iter__(self) -> Iterator:
        return merge(*self.parts, key=self.key)

    def __getitem__(self, wanted: slice) -> list:
        heads = [part[: wanted.stop] for part in self.parts]
        return list(islice(merge(*heads, key=self.key), wanted.start or 0, wanted.stop))


def merged(parts: list[QuerySet], key: Callable) -> QuerySet | Merged:
    """Return the rows of all parts in the order of `key`, in which each part stands already."""
    return parts[0] if len(parts) == 1 else Merged(parts, key)


def by_start(departure) -> tuple:
    """Return by what departures are put in order: soonest first."""
    return departure.starts_at, departure.pk
