"""Galleries: zones, deployments, the visits of the sample footage, released by both sides, and their pages."""

from collections import defaultdict
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from content.cameratraps import withholding
from content.cameratraps.agreement import seen_in
from content.cameratraps.choices import Stage
from content.cameratraps.models import (
    Deployment,
    Event,
    Gallery,
    GalleryEvent,
    GalleryIndexPage,
    GalleryPage,
    Media,
    Release,
    Zone,
)
from content.demo.loading.sample import Sample
from content.demo.loading.texts import columns, in_language, read_texts
from content.reserve.models import Species

INDEX = {
    "title": {"en": "Galleries", "ru": "Галереи", "zh": "图库"},
    "summary": {
        "en": "One visit, a few frames: what the cameras on both sides of the border see when nobody is there.",
        "ru": "Один визит — несколько кадров: что видят камеры по обе стороны границы, когда рядом никого нет.",
        "zh": "一次到访，几张照片：四下无人时，边境两侧的相机看到了什么。",
    },
    "seo_description": {
        "en": "Camera-trap galleries of the Land of Big Cats: leopards, tigers and their neighbours, visit by visit.",
        "ru": "Галереи фотоловушек «Земли больших кошек»: леопарды, тигры и их соседи, визит за визитом.",
        "zh": "大猫之乡红外相机图库：豹、虎和它们的邻居，一次到访一组照片。",
    },
    "banner": "banners/galleries",
}
# The sample was drawn, not photographed: its embargo ended before the site began.
EMBARGO_UNTIL = date(2025, 1, 1)


def load(sample: Sample) -> None:
    """Load zones, visits whose frames are all there, and one page for each gallery and language."""
    texts = read_texts("galleries")
    sample.ensure_pages(
        GalleryIndexPage, "galleries", {**INDEX, **texts.get("index", {})}, in_menu=True
    )
    zones = _zones()
    events = _events(sample, texts, zones)
    for record in texts["galleries"]:
        if events[record["slug"]]:
            _gallery(sample, record, events[record["slug"]])


def _zones() -> dict[str, Zone]:
    return {
        zone["code"]: Zone.objects.get_or_create(
            code=zone["code"],
            defaults={
                "side_id": side["code"],
                "camera_places": zone["camera_places"],
                "area_km2": zone["area_km2"],
                "outline": {"type": "Polygon", "coordinates": [zone["outline"]]},
                **columns(zone, "name", "description"),
            },
        )[0]
        for side in read_texts("sides")["sides"]
        for zone in side["zones"]
    }


def _events(sample: Sample, texts: dict, zones: dict[str, Zone]) -> dict[str, list[Event]]:
    """Return gallery slug → its visits in the order in which they are told."""
    words = {record["id"]: record for record in texts["sequences"]}
    species = {one.slug: one for one in Species.objects.all()}
    deployments = _deployments(zones)
    found: dict[str, dict[str, Event]] = defaultdict(dict)
    for record in read_texts("footage")["sequences"]:
        pictures = [sample.picture_pk(f"frames/{frame}") for frame in record["frames"]]
        if not all(pictures):
            continue
        uuid = _uuid(record["id"])
        event = Event.objects.filter(uuid=uuid).first() or _event(
            record,
            words.get(record["id"], {}),
            uuid,
            deployments[record["zone"]],
            species[record["species"]],
        )
        if not event.media.exists():
            _show(event, record, pictures)
        found[record["gallery"]][record["id"]] = event
    return {slug: _told(slug, events) for slug, events in found.items()}


def _told(gallery: str, events: dict[str, Event]) -> list[Event]:
    """Return visits in the order of the gallery's chapters, those of no chapter last."""
    told = [one for chapter in _chapters(gallery) for one in chapter["visits"] if one in events]
    return [events[one] for one in dict.fromkeys([*told, *events])]


def _chapters(gallery: str) -> list[dict]:
    return [one for one in read_texts("chapters")["chapters"] if one["gallery"] == gallery]


def _deployments(zones: dict[str, Zone]) -> dict[str, Deployment]:
    """Return one deployment for each zone, as long as the footage lasts."""
    months: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for record in read_texts("footage")["sequences"]:
        months[record["zone"]].append((record["year"], record["month"]))
    return {code: _deployment(zones[code], min(seen), max(seen)) for code, seen in months.items()}


def _deployment(zone: Zone, first: tuple[int, int], last: tuple[int, int]) -> Deployment:
    return Deployment.objects.get_or_create(
        uuid=uuid5(NAMESPACE_URL, f"sample:{zone.code}"),
        defaults={
            "zone": zone,
            "start_year": first[0],
            "start_month": first[1],
            "end_year": last[0],
            "end_month": last[1],
        },
    )[0]


def _event(
    record: dict, words: dict, uuid: UUID, deployment: Deployment, species: Species
) -> Event:
    return Event.objects.create(
        uuid=uuid,
        code=uuid.hex[:8],
        deployment=deployment,
        species=species,
        year=record["year"],
        month=record["month"],
        band=record["band"],
        count=record["count"],
        life_stage=record.get("life_stage", ""),
        sex=record.get("sex", ""),
        is_sample=True,
        stage=Stage.READY,
        **columns(words, "title", "caption", "behaviour"),
    )


def _show(event: Event, record: dict, pictures: list[int]) -> None:
    """Add the frames and both sides' releases; written in bulk, so the pictures are marked once at the end."""
    frames = record["frames"]
    best = record.get("best", frames[len(frames) // 2])
    Media.objects.bulk_create(
        Media(
            event=event,
            image_id=picture,
            sort_order=order,
            file_public=True,
            favourite=frame == best,
        )
        for order, (frame, picture) in enumerate(zip(frames, pictures, strict=True))
    )
    agreed = seen_in(event)
    Release.objects.bulk_create(
        Release(event=event, side_id=side, embargo_until=EMBARGO_UNTIL, agreed=agreed)
        for side in ("RU", "CN")
    )
    withholding.keep_pictures_in_step(event)


def _gallery(sample: Sample, record: dict, events: list[Event]) -> None:
    page = GalleryPage.objects.filter(slug=record["slug"]).select_related("gallery").first()
    gallery = page.gallery if page else Gallery.objects.create(**_names(record))
    known = set(gallery.entries.values_list("event_id", flat=True))
    GalleryEvent.objects.bulk_create(
        GalleryEvent(gallery=gallery, event=event, sort_order=order)
        for order, event in enumerate(events)
        if event.pk not in known
    )
    sample.ensure_pages(
        GalleryPage,
        f"galleries/{record['slug']}",
        record,
        image=record["cover"],
        fields=lambda key: {
            "gallery": gallery,
            "chapters": _stream_of_chapters(record["slug"], events, key),
        },
    )


def _stream_of_chapters(gallery: str, events: list[Event], key: str) -> list[dict]:
    """Return the chapters in one language as raw StreamField data; one begins with the first visit there is."""
    known = {event.uuid: event.pk for event in events}
    found = []
    for chapter in _chapters(gallery):
        first = [known[one] for name in chapter["visits"] if (one := _uuid(name)) in known][:1]
        value = {name: in_language(chapter, name, key) for name in ("title", "text")}
        found += [{"type": "chapter", "value": {**value, "begins_with": pk}} for pk in first]
    return found


def _uuid(sequence: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"sample:{sequence}")


def _names(record: dict) -> dict[str, str]:
    return columns({"name": record["title"]}, "name")
