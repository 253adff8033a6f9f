"""Makers of trails, their pages and tracks for tests; every value may be named."""

from itertools import count

from wagtail.models import Page

from content.base.models import Image
from content.reserve.models import HomePage, Species, WildlifeIndexPage
from content.trails.first_reasons import FIRST_REASONS, columns_of
from content.trails.models import (
    ClosureReason,
    EntryRule,
    EntryZone,
    PointOfInterest,
    Trail,
    TrailIndexPage,
    TrailPage,
)

_numbers = count(1)
# About 4.45 km due north at 43° N: 41 points 0.001° (111.2 m) apart, up 5 m a point, then down.
NORTHWARD = [
    [131.4, round(43.2 + step * 0.001, 6), 100.0 + 5 * min(step, 40 - step)] for step in range(41)
]


def make_trail(side: str = "RU", **changes) -> Trail:
    """Create a trail; the sides must exist."""
    number = next(_numbers)
    fields = {
        "slug": f"trail-{number}",
        "side_id": side,
        "name_en": f"Trail {number}",
        "name_ru": f"Тропа {number}",
        "name_zh_hans": f"步道{number}",
        "length_km": "3.50",
        "order": number,
    }
    return Trail.objects.create(**{**fields, **changes})


def make_point(trail: Trail, **changes) -> PointOfInterest:
    fields = {"kind": "viewpoint", "name_en": "View", "name_ru": "Вид", "name_zh_hans": "景点"}
    return PointOfInterest.objects.create(trail=trail, **{**fields, **changes})


def make_entry_zone(side: str = "RU", *rules: dict, trail: Trail | None = None) -> EntryZone:
    """Create an entry zone with rules, each a dict with `group` and what differs; a trail may lie in it."""
    zone = EntryZone.objects.create(
        side_id=side, name_en="Border zone", name_ru="Пограничная зона", name_zh_hans="边境地区"
    )
    for rule in rules:
        papers = {"papers_en": "Passport", "papers_ru": "Паспорт", "papers_zh_hans": "护照"}
        EntryRule.objects.create(zone=zone, **{**papers, **rule})
    if trail is not None:
        trail.entry_zones.add(zone)
        trail.save()
    return zone


def make_indexes(home_pages: dict[str, HomePage]) -> dict[str, TrailIndexPage]:
    """Create the list of trails in every language."""
    pages: dict[str, TrailIndexPage] = {}
    for code, home in home_pages.items():
        page = TrailIndexPage(title=f"Trails {code}", slug="trails", locale=home.locale)
        if pages:
            page.translation_key = pages["en"].translation_key
        home.add_child(instance=page)
        pages[code] = page
    return pages


def make_pages(
    indexes: dict[str, TrailIndexPage], trail: Trail, codes=("en", "ru", "zh-hans"), **changes
) -> dict[str, TrailPage]:
    """Create the page of a trail in some languages, linked as translations, titled as the trail is."""
    pages: dict[str, TrailPage] = {}
    for code in codes:
        title = getattr(trail, f"name_{code.replace('-', '_')}")
        fields = {"title": title, "slug": trail.slug, "summary": f"Summary {code}", **changes}
        page = TrailPage(trail=trail, locale=indexes[code].locale, **fields)
        if pages:
            page.translation_key = next(iter(pages.values())).translation_key
        indexes[code].add_child(instance=page)
        pages[code] = page
    return pages


def make_species(slug: str, **changes) -> Species:
    return Species.objects.create(
        **{"slug": slug, "scientific_name": slug, "name_en": slug, "group": "cats", **changes}
    )


def make_wildlife_index(home: Page) -> WildlifeIndexPage:
    """Create the page below which animals are described, in one language."""
    return home.add_child(
        instance=WildlifeIndexPage(title="Wildlife", slug="wildlife", locale=home.locale)
    )


def make_picture() -> Image:
    """Create a picture without a file: its row is all that a query count needs."""
    [image] = Image.objects.bulk_create(
        [Image(title="picture", file="images/none.webp", width=640, height=400)]
    )
    return image


def gpx_text(points=NORTHWARD, *, head: str = "", tracks: int = 1) -> str:
    """Return a GPX file, one point a line from line 4 on."""
    rows = "\n".join(
        f'<trkpt lat="{lat}" lon="{lon}">'
        + ("" if ele is None else f"<ele>{ele}</ele>")
        + "</trkpt>"
        for lon, lat, ele in points
    )
    track = f"<trk>{head}\n<trkseg>\n{rows}\n</trkseg></trk>"
    return (
        '<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">\n'.replace(
            ">\n", ">"
        )
        + track * tracks
        + "</gpx>"
    )


def make_reason(code: str = "fire") -> ClosureReason:
    """Return a reason that came with the code; made anew where a test has emptied the database."""
    names, phrases = next((names, said) for key, names, said in FIRST_REASONS if key == code)
    fields = {"kind": code, **columns_of(names, phrases)}
    return ClosureReason.objects.get_or_create(code=code, defaults=fields)[0]
