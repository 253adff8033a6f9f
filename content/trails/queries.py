"""The questions pages ask about trails."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from content.base.languages import prefer_language
from content.reserve.models import ProtectedArea, Species
from content.trails.closures import (
    closures_on,
    hold_unended_closures,
    known_closures,
    with_unended_closures,
)
from content.trails.models import Closure, ClosureState, Suitability, Trail, TrailPage, TrailPicture
from content.trails.months import open_in

LENGTH_BANDS = {"short": (0, 2), "medium": (2, 5), "long": (5, 1000)}  # km, from – below
COMING_DAYS = 60
MOST_TOLD = 50


@dataclass(frozen=True)
class TrailState:
    """Whether a trail can be walked today, on its own clock."""

    closure: Closure | None
    coming: list[Closure]
    in_season: bool

    @property
    def is_closed(self) -> bool:
        return self.closure is not None


def state_of(trail: Trail, now: datetime | None = None) -> TrailState:
    """Return the state of a trail whose page came from this module (its closures are prefetched)."""
    today, closures = trail.today(now), known_closures(trail)
    horizon = today + timedelta(days=COMING_DAYS)
    return TrailState(
        closure=next(iter(closures_on(trail, today)), None),
        coming=[
            one
            for one in closures
            if one.state_on(today) == ClosureState.PLANNED and one.starts_on <= horizon
        ],
        in_season=today.month in trail.months,
    )


@dataclass(frozen=True)
class ShownClosure:
    """A closure as a notice tells it."""

    closure: Closure
    is_coming: bool


def area_closures(area: ProtectedArea, now: datetime | None = None) -> list[ShownClosure]:
    """Return the closures of a whole area that hold today or begin within the coming weeks, by its own clock."""
    today = area.side.today(now)
    found = area.closures.overlapping(today, today + timedelta(days=COMING_DAYS))
    return [
        ShownClosure(one, one.starts_on > today)
        for one in found.select_related("area").order_by("starts_on", "pk")
    ]


def closures_to_tell(now: datetime | None = None) -> list[Closure]:
    """Return the closures in force, coming, or over for some weeks at most, the last changed first."""
    since = (now or timezone.now()).date() - timedelta(days=COMING_DAYS)
    recent = Q(lifted_at=None) | Q(lifted_at__date__gte=since)
    return list(
        Closure.objects.filter(recent)
        .filter(Q(ends_on=None) | Q(ends_on__gte=since))
        .select_related("side", "area", "trail")
        .defer("trail__track")
        .order_by("-changed_at", "-pk")[:MOST_TOLD]
    )


def trail_pages(language: str, filters: dict | None = None) -> list[TrailPage]:
    """Return one page for each trail that matches, the visitor's language first, in the trails' order.

    `filters` are the cleaned values of `TrailFilters`, or `trails`, the keys of some trails; what is missing or
    empty does not filter.
    """
    matching = _matching(TrailPage.objects.live(), filters or {})
    pages = list(
        prefer_language(matching, language)
        .select_related("locale", "image", "trail__side", "trail__image", "trail__area")
        .prefetch_related(*with_unended_closures("trail"))
        .defer("body", "trail__track")
        .order_by("trail__order", "trail_id", "pk")
    )
    images = [image for page in pages if (image := page.picture)]
    prefetch_related_objects(images, "renditions")
    return pages


def _matching(pages, filters: dict):
    if filters.get("trails") is not None:
        pages = pages.filter(trail__in=filters["trails"])
    if filters.get("side"):
        pages = pages.filter(trail__side_id=filters["side"])
    if filters.get("level"):
        pages = pages.filter(trail__difficulty=filters["level"])
    if filters.get("length"):
        low, high = LENGTH_BANDS[filters["length"]]
        pages = pages.filter(trail__length_km__gte=low, trail__length_km__lt=high)
    if filters.get("month"):
        pages = open_in(pages, int(filters["month"]), "trail__open_months")
    if filters.get("age") is not None:
        pages = pages.filter(Q(trail__min_age__isnull=True) | Q(trail__min_age__lte=filters["age"]))
    if wheels := filters.get("wheels"):
        fitting = [Suitability.YES, Suitability.PARTLY]
        pages = pages.filter(**{f"trail__{wheels}__in": fitting})
    return pages


def trail_of(page: TrailPage) -> Trail:
    """Return the trail of a page (a draft too) with all that is shown of it; the page then shares it."""
    page.trail = trail = (
        Trail.objects.select_related("side", "area", "image")
        .prefetch_related(
            "points",
            Prefetch("species", queryset=Species.objects.select_related("image")),
            Prefetch("pictures", queryset=TrailPicture.objects.select_related("image")),
        )
        .get(pk=page.trail_id)
    )
    if page.image_id == trail.image_id:
        page.image = trail.image  # one picture, fetched once
    hold_unended_closures(trail)
    images = [
        page.picture,
        *(one.image for one in trail.pictures.all()),
        *(species.image for species in trail.species.all()),
    ]
    prefetch_related_objects([image for image in images if image], "renditions")
    return trail


def published_trail(slug: str) -> Trail | None:
    """Return a trail that has a page in any language, with its points, or None."""
    return (
        Trail.objects.filter(slug=slug, pages__live=True)
        .select_related("side")
        .prefetch_related("points")
        .distinct()
        .first()
    )
