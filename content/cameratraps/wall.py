"""The questions about all visits at once: which match a selection, and how many each other choice would leave.

Counted and sorted over `ShownVisit`, in the same few statements whatever is chosen; what is shown then passes
`Event.objects.public()` once more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Subquery

from content.base.choices import SideCode
from content.cameratraps.choices import MONTHS_OF, Band, Season
from content.cameratraps.doings import Doing
from content.cameratraps.models import Event, ShownVisit, Zone
from content.cameratraps.queries import Rhythm
from content.reserve.models import Species

TIMES = {"day": [Band.DAY], "night": [Band.NIGHT], "twilight": [Band.DAWN, Band.DUSK]}
# Two groups of columns, each counted by one statement. A filter is left out of the counts beside its own values.
GROUPS = (("species_id", "doing", "band"), ("zone_id", "year", "month"))
COLUMN_OF = {
    "species": "species_id",
    "side": "zone_id",
    "season": "month",
    "time": "band",
    "zone": "zone_id",
    "month": "month",
    "band": "band",
    "year": "year",
    "doing": "doing",
}

Values = Mapping[
    str, frozenset
]  # the values of a filter, as addresses have them → those of its column


@dataclass(frozen=True)
class Offer:
    """What can be chosen: only what some public visit has."""

    species: list[Species] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    years: range = range(0)

    def values(self) -> dict[str, Values]:
        """Return filter → its values."""
        zones = {zone.code: frozenset([zone.pk]) for zone in self.zones}
        return {
            "species": {one.slug: frozenset([one.pk]) for one in self.species},
            "side": {
                side: frozenset(zone.pk for zone in self.zones if zone.side_id == side)
                for side in SideCode.values
            },
            "season": {season.value: frozenset(MONTHS_OF[season]) for season in Season},
            "time": {name: frozenset(bands) for name, bands in TIMES.items()},
            "zone": zones,
            "month": {str(month): frozenset([month]) for month in range(1, 13)},
            "band": {band.value: frozenset([band.value]) for band in Band},
            "year": {str(year): frozenset([year]) for year in self.years},
            "doing": {doing.value: frozenset([doing.value]) for doing in Doing},
        }


def offer() -> Offer:
    """Return what there is to choose from, in two questions."""
    shown = ShownVisit.objects.shown()
    years = shown.values("year")
    species = Species.objects.filter(Exists(shown.filter(species=OuterRef("pk")))).annotate(
        first_year=Subquery(years.order_by("year", "month", "-code")[:1]),
        last_year=Subquery(years.order_by("-year", "-month", "code")[:1]),
    )
    zones = Zone.objects.filter(Exists(shown.filter(zone=OuterRef("pk"))))
    found = list(species)
    if not found:
        return Offer()
    return Offer(found, list(zones), range(found[0].first_year, found[0].last_year + 1))


@dataclass(frozen=True)
class Selection:
    """Chosen filters as sets of what their columns may be."""

    sets: dict[str, frozenset]

    @classmethod
    def of(cls, chosen: Mapping[str, str], offered: Offer) -> "Selection":
        values = offered.values()
        return cls({name: values[name][chosen[name]] for name in COLUMN_OF if name in chosen})

    def rows(self, columns: Iterable[str] = COLUMN_OF.values()):
        """Return the rows of the visits that match, as far as some columns are meant."""
        found = ShownVisit.objects.shown()
        for name, allowed in self.sets.items():
            if COLUMN_OF[name] in columns:
                found = found.filter(**{f"{COLUMN_OF[name]}__in": sorted(allowed)})
        return found


@dataclass(frozen=True)
class Tallies:
    """How many visits match, and how many would with each value of each filter instead of the one chosen."""

    total: int
    by_filter: dict[str, dict[str, int]]


def tallies(selection: Selection, offered: Offer) -> Tallies:
    """Count in one statement a group of columns."""
    by_filter: dict[str, dict[str, int]] = {}
    total = 0
    for group, other in (GROUPS, GROUPS[::-1]):
        counted = selection.rows(other).order_by().values_list(*group).annotate(number=Count("*"))
        cells = {tuple(cell[:-1]): cell[-1] for cell in counted}
        total = sum(number for _cell, number in _fitting(cells, group, selection))
        for name, values in offered.values().items():
            if COLUMN_OF[name] in group:
                by_filter[name] = _by_value(name, values, _fitting(cells, group, selection, name))
    return Tallies(total, by_filter)


def rhythm(counted: Tallies, offered: Offer, *, is_sample: bool) -> Rhythm:
    """Return when all visits fall, from numbers that are at hand."""
    months = {int(month): number for month, number in counted.by_filter["month"].items()}
    return Rhythm(
        bands=Counter(counted.by_filter["band"]),
        months=Counter(months),
        zones=Counter(counted.by_filter["zone"]),
        total=counted.total,
        first_year=offered.years[0],
        last_year=offered.years[-1],
        is_sample=is_sample,
    )


def _fitting(
    cells: dict[tuple, int], group: tuple[str, ...], selection: Selection, but: str = ""
) -> list[tuple[dict, int]]:
    """Return the cells that fit the filters on their columns, one of them perhaps left out."""
    asked = [
        (group.index(COLUMN_OF[name]), allowed)
        for name, allowed in selection.sets.items()
        if COLUMN_OF[name] in group and name != but
    ]
    return [
        (dict(zip(group, cell, strict=True)), number)
        for cell, number in cells.items()
        if all(cell[place] in allowed for place, allowed in asked)
    ]


def _by_value(name: str, values: Values, cells: list[tuple[dict, int]]) -> dict[str, int]:
    column: Counter = Counter()
    for cell, number in cells:
        column[cell[COLUMN_OF[name]]] += number
    return {value: sum(column[one] for one in allowed) for value, allowed in values.items()}


def visits(rows, start: int = 0, number: int = 24) -> list[Event]:
    """Return some of the public visits that rows stand for, in their order, each with `cover_id` and `frame_number`.

    One statement: the rows choose and sort, the gate is asked about those alone.
    """
    order = rows.query.order_by or ShownVisit._meta.ordering
    some = rows.values("pk")[start : start + number]
    return list(
        Event.objects.public()
        .filter(pk__in=some)
        .annotate(cover_id=F("shown__cover"), frame_number=F("shown__frames"))
        .select_related("species", "deployment__zone__side")
        .order_by(*(f"-shown__{one[1:]}" if one[0] == "-" else f"shown__{one}" for one in order))
    )
