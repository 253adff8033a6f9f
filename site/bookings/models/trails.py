from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from bookings.databases import are_apart
from content.trails.models import Trail


def trail_along(
    rows: QuerySet,
    path: str = "trail",
    *,
    also: Iterable[str] = ("side",),
    own: Iterable[str] = (),
    only: Iterable[str] = (),
) -> QuerySet:
    """Fetch along the trail that `path` leads to: joined where it lies in the same database, else by its number.

    `also` are what the trail itself leads to. `own` and `only` name the columns wanted of the rows and of the trail;
    without them all but the track are read.
    """
    if not are_apart():
        rows = rows.select_related(path, *(f"{path}__{one}" for one in also))
        columns = [*own, *(f"{path}__{one}" for one in only)]
        return rows.only(*columns) if columns else rows.defer(f"{path}__track")
    trails = Trail.objects.select_related(*also) if also else Trail.objects.all()
    trails = trails.only(*only) if only else trails.defer("track")
    before, _, _name = path.rpartition("__")
    rows = rows.only(*own) if own else rows
    return (rows.select_related(before) if before else rows).prefetch_related(
        Prefetch(path, trails)
    )


def side_along(rows: QuerySet) -> QuerySet:
    """Fetch along the side that a record names itself."""
    return rows.prefetch_related("side") if are_apart() else rows.select_related("side")
