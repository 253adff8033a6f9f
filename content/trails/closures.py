"""Whether a trail is closed on a day: the one answer for its page, lists, maps, the feed, calendars and bookings.

A trail is closed by a closure of its own or of the area it lies in. Days are those of its own calendar.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from content.trails.models import Closure, Trail

LOOKUPS = ("closures", "area__closures")


def with_closures(path: str = "") -> tuple[str, ...]:
    """Return what to prefetch for trails at `path`, so that `closures_on` asks nothing more."""
    return tuple(f"{path}__{lookup}" if path else lookup for lookup in LOOKUPS)


def with_unended_closures(path: str = "") -> tuple[Prefetch, ...]:
    """Prefetch as closures only those that are not over on either side: all that today and later need."""
    unended = Closure.objects.not_over_on(timezone.now().date() - timedelta(days=1))
    return tuple(
        Prefetch(lookup, queryset=unended.order_by("starts_on", "pk"))
        for lookup in with_closures(path)
    )


def hold_unended_closures(trail: Trail) -> None:
    """Read for one trail what `with_unended_closures` reads for many, in one query."""
    unended = Closure.objects.not_over_on(timezone.now().date() - timedelta(days=1))
    trail.closures_at_hand = list(unended.covering(trail).select_related("area"))


def known_closures(trail: Trail) -> list[Closure]:
    """Return the closures that cover a trail, the earliest first; in one query unless they are at hand."""
    if hasattr(trail, "closures_at_hand"):
        found = trail.closures_at_hand
    elif "closures" in getattr(trail, "_prefetched_objects_cache", {}):
        found = [*trail.closures.all(), *(trail.area.closures.all() if trail.area_id else ())]
    else:
        found = list(Closure.objects.covering(trail))
    return sorted(found, key=lambda one: (one.starts_on, one.pk))


def closures_on(trail: Trail, day: date) -> list[Closure]:
    """Return the closures that hold for a trail on a day; none: it is open as far as closures go."""
    return [one for one in known_closures(trail) if one.holds_on(day)]


def closed_where(trail: str, day: str) -> QuerySet[Closure]:
    """Return the same as a subquery: `trail` and `day` name the trail and the day in the query around it."""
    day_of_walk = OuterRef(day)
    return Closure.objects.filter(
        Q(trail=OuterRef(trail)) | Q(area=OuterRef(f"{trail}__area")),
        Q(ends_on=None) | Q(ends_on__gte=day_of_walk),
        starts_on__lte=day_of_walk,
        lifted_at=None,
    )


@transaction.atomic
def lift_closures(closures: Iterable[Closure], user, now: datetime | None = None) -> int:
    """End closures before their time; their days stay written. Return how many were not over already."""
    lifted = 0
    for closure in Closure.objects.select_for_update(of=("self",)).filter(
        pk__in=[closure.pk for closure in closures], lifted_at=None
    ):
        closure.lifted_at = now or timezone.now()
        closure.save(update_fields=["lifted_at", "changed_at"])
        log(instance=closure, action="trails.lift", user=user)
        lifted += 1
    return lifted
