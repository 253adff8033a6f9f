"""The questions pages ask about visits. Every one of them passes through `Event.objects.public()`."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, OuterRef, Prefetch, Q, Subquery
from django.utils.functional import cached_property

from content.base.languages import prefer_language
from content.base.models import Image
from content.cameratraps.models import Event, GalleryEvent, GalleryPage, Media, ShownVisit, Zone
from content.reserve.models import Species

SHOWN_FIRST = ("-favourite", "sort_order", "pk")


@dataclass
class Visit:
    """A public visit with its public frames."""

    event: Event

    @cached_property
    def frames(self) -> list[Media]:
        return list(self.event.shown_frames)

    @property
    def cover_index(self) -> int:
        """The place of the frame that stands for the visit, counted from 0."""
        return next((at for at, frame in enumerate(self.frames) if frame.favourite), 0)

    @property
    def cover(self) -> Image | None:
        return self.frames[self.cover_index].image if self.frames else None

    def frame(self, number: int) -> Media | None:
        """Return a frame by its place, counted from 1."""
        return self.frames[number - 1] if 1 <= number <= len(self.frames) else None


def gallery_pages(language: str) -> list[GalleryPage]:
    """Return one live page for each gallery, the visitor's language first; `visits` says how many can be seen."""
    visits = (
        GalleryEvent.objects.filter(
            gallery=OuterRef("gallery_id"), event__in=ShownVisit.objects.shown().values("pk")
        )
        .order_by()
        .values("gallery_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    pages = prefer_language(GalleryPage.objects.live(), language).select_related("locale")
    return list(pages.defer("body", "chapters").annotate(visits=Subquery(visits)).order_by("path"))


def pictures(keys: Iterable[int | None]) -> dict[int, Image]:
    """Return pictures by primary key, with their sizes, in one query; one without any size is left out."""
    sizes = Image.get_rendition_model().objects.filter(image__in={key for key in keys if key})
    found: dict[int, Image] = {}
    by_picture: dict[int, list] = defaultdict(list)
    for size in sizes.select_related("image").order_by("pk"):
        size.image = found.setdefault(size.image_id, size.image)
        by_picture[size.image_id].append(size)
    for key, image in found.items():
        image._prefetched_objects_cache = {"renditions": by_picture[key]}
    return found


def gallery_visits(gallery_id: int) -> list[Visit]:
    """Return the public visits of a gallery in its editor's order, with their frames."""
    events = _with_frames(Event.objects.public().filter(entries__gallery=gallery_id))
    return [Visit(event) for event in events.order_by("entries__sort_order", "entries__pk")]


def order_of(gallery_id: int) -> list[int]:
    """Return the keys of all visits of a gallery in its editor's order, those that cannot be seen among them."""
    entries = GalleryEvent.objects.filter(gallery=gallery_id).order_by("sort_order", "pk")
    return list(entries.values_list("event_id", flat=True))


def codes_in_galleries() -> list[str]:
    """Return the codes of the public visits that some live gallery shows."""
    rows = ShownVisit.objects.shown().filter(event__entries__gallery__pages__live=True)
    return sorted(set(rows.values_list("code", flat=True)))


def visit(gallery_id: int | None, code: str) -> Visit | None:
    """Return one public visit, of a gallery if one is named; None alike for an unknown and a hidden one."""
    events = Event.objects.public().filter(code=code)
    if gallery_id is not None:
        events = events.filter(entries__gallery=gallery_id)
    found = _with_frames(events).first()
    return Visit(found) if found else None


def public_visit(pk: int, language: str) -> tuple[Visit, str] | None:
    """Return a public visit and the address of a gallery that shows it; None when either lacks."""
    event = _with_frames(Event.objects.public().filter(pk=pk)).first()
    pages = GalleryPage.objects.live().filter(gallery__entries__event=pk).distinct()
    page = prefer_language(pages, language).defer("body", "chapters").first() if event else None
    return (Visit(event), page.url) if page else None


def _with_frames(events):
    frames = Media.objects.filter(file_public=True).select_related("image").order_by("sort_order")
    return events.select_related("species", "deployment__zone__side").prefetch_related(
        Prefetch(
            "media",
            queryset=frames.prefetch_related("image__renditions"),
            to_attr="shown_frames",
        )
    )


def neighbours(gallery_id: int | None, event: Event) -> tuple[Event | None, Event | None]:
    """Return the public visits before and after one in its gallery; among all visits there are no such."""
    if gallery_id is None:
        return None, None
    row = list(
        Event.objects.public()
        .filter(entries__gallery=gallery_id)
        .annotate(place=F("entries__sort_order"))
        .order_by("place", "entries__pk")
    )
    at = next(number for number, other in enumerate(row) if other.pk == event.pk)
    return (row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)


def newest_gallery(language: str) -> GalleryPage | None:
    """Return the gallery published last that has something to see."""
    pages = [page for page in gallery_pages(language) if page.visits]
    return max(pages, key=lambda page: (str(page.first_published_at or ""), page.pk), default=None)


def zones(keys: Iterable[int]) -> list[Zone]:
    """Return zones by primary key, in their order."""
    return list(Zone.objects.filter(pk__in=list(keys)))


@dataclass(frozen=True)
class Rhythm:
    """How many public visits fall into each time of day, month and zone, before the rule for small numbers."""

    bands: Counter[str]
    months: Counter[int]
    zones: Counter[int]
    total: int
    first_year: int
    last_year: int
    is_sample: bool


def rhythm(species: Species) -> Rhythm:
    """Count the public visits of a species by time of day, month and zone."""
    rows = ShownVisit.objects.shown().filter(species=species).order_by()
    counted = rows.values("band", "month", "zone").annotate(
        number=Count("pk"),
        samples=Count("pk", filter=Q(is_sample=True)),
        first=Min("year"),
        last=Max("year"),
    )
    return _rhythm(list(counted))


def _rhythm(rows: list[dict]) -> Rhythm:
    bands: Counter[str] = Counter()
    months: Counter[int] = Counter()
    zones: Counter[int] = Counter()
    for row in rows:
        bands[row["band"]] += row["number"]
        months[row["month"]] += row["number"]
        zones[row["zone"]] += row["number"]
    return Rhythm(
        bands,
        months,
        zones,
        total=bands.total(),
        first_year=min((row["first"] for row in rows), default=0),
        last_year=max((row["last"] for row in rows), default=0),
        is_sample=any(row["samples"] for row in rows),
    )
