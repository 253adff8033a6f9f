"""Makers of visits and galleries for tests; every value may be named."""

from datetime import date
from itertools import count

from content.base.models import Image
from content.cameratraps.checklist import all_absent
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
from content.reserve.models import Species

_numbers = count(1)
PAST = date(2025, 1, 1)
SAID = {"answers": all_absent(), "reason": "A walking animal, nothing else."}


def make_zone(side: str = "RU") -> Zone:
    number = next(_numbers)
    return Zone.objects.create(
        side_id=side,
        code=f"zone-{number}",
        name_en=f"Zone {number}",
        name_ru=f"Зона {number}",
        name_zh_hans=f"分区{number}",
        camera_places=60,
        area_km2=400,
    )


def make_deployment(side: str = "RU", **changes) -> Deployment:
    fields = {"start_year": 2020, "start_month": 1, "end_year": 2030, "end_month": 12}
    return Deployment.objects.create(zone=make_zone(side), **{**fields, **changes})


def make_species(slug: str = "amur-leopard") -> Species:
    return Species.objects.get_or_create(
        slug=slug,
        defaults={
            "scientific_name": f"Panthera {slug}",
            "name_en": slug.replace("-", " ").capitalize(),
            "name_ru": f"Вид {slug}",
            "name_zh_hans": f"物种{slug}",
            "group": "cats",
        },
    )[0]


def make_image(**changes) -> Image:
    """Create the row of a picture with two sizes; there are no files behind it."""
    number = next(_numbers)
    fields = {
        "title": f"Picture {number}",
        "file": f"images/{number:032x}.jpg",
        "width": 1280,
        "height": 960,
        "file_size": 1,
        "alt_en": f"Seen {number}",
        "alt_ru": f"Видно {number}",
        "alt_zh_hans": f"可见{number}",
        "credit": "Land of Big Cats",
        "licence": "CC-BY-4.0",
    }
    image = Image.objects.create(**{**fields, **changes})
    for name in ("avif", "webp", "jpeg"):
        image.renditions.create(
            filter_spec=f"width-400|format-{name}",
            file=f"images/{number:032x}.400.{name}",
            width=400,
            height=300,
            focal_point_key="",
        )
    return image


def make_event(side: str = "RU", *, frames: int = 2, released: bool = True, **changes) -> Event:
    """Create a visit that is public unless told otherwise; the sides must exist."""
    number = next(_numbers)
    fields = {
        "year": 2024,
        "month": 1,
        "band": "night",
        "title_en": f"Visit {number}",
        "title_ru": f"Визит {number}",
        "title_zh_hans": f"到访{number}",
        "caption_en": f"Caption {number}",
    }
    fields = {**fields, **changes}
    if "deployment" not in fields:
        fields["deployment"] = make_deployment(side)
    if "species" not in fields:
        fields["species"] = make_species()
    event = Event.objects.create(**fields)
    for order in range(frames):
        Media.objects.create(event=event, image=make_image(), sort_order=order, file_public=True)
    if released:
        for code in ("RU", "CN"):
            Release.objects.create(event=event, side_id=code, embargo_until=PAST)
    return event


def make_gallery(
    home_pages: dict, *events: Event, codes=("en", "ru", "zh-hans"), live: bool = True
) -> dict[str, GalleryPage]:
    """Create a gallery of visits with a page in each of the languages, below the section's page."""
    number = next(_numbers)
    gallery = Gallery.objects.create(name_en=f"Gallery {number}")
    for order, event in enumerate(events):
        GalleryEvent.objects.create(gallery=gallery, event=event, sort_order=order)
    pages: dict[str, GalleryPage] = {}
    for code, index in make_indexes(home_pages).items():
        if code not in codes:
            continue
        page = GalleryPage(
            title=f"Gallery {number} {code}",
            slug=f"gallery-{number}",
            locale=index.locale,
            gallery=gallery,
            image=make_image(),
            live=live,
        )
        if pages:
            page.translation_key = next(iter(pages.values())).translation_key
        index.add_child(instance=page)
        pages[code] = page
    return pages


def make_indexes(home_pages: dict) -> dict[str, GalleryIndexPage]:
    """Return the section's page in every language, made when missing."""
    pages: dict[str, GalleryIndexPage] = {}
    for code, home in home_pages.items():
        home.refresh_from_db()
        page = GalleryIndexPage.objects.child_of(home).first()
        if page is None:
            page = GalleryIndexPage(title=f"Galleries {code}", slug="galleries", locale=home.locale)
            if pages:
                page.translation_key = pages["en"].translation_key
            home.add_child(instance=page)
        pages[code] = page
    return pages
