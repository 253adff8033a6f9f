"""Trails: facts, invented tracks, pages."""

from decimal import Decimal

from content.demo.loading.sample import Sample
from content.demo.loading.texts import DEMO_DIR, LANGUAGES, columns, read_texts
from content.reserve.models import ProtectedArea, Species
from content.trails import services
from content.trails.gpx import read_gpx
from content.trails.models import (
    Asked,
    EntryRule,
    EntryZone,
    LeadKind,
    PointOfInterest,
    Trail,
    TrailIndexPage,
    TrailPage,
    TrailPicture,
)
from content.trails.months import to_bits

TRACKS_DIR = DEMO_DIR / "tracks"
TEXT_FIELDS = (
    "name",
    "lead",
    "season_note",
    "price_note",
    "meeting_point",
    "access",
    "bring",
    "rules",
    "accessibility",
    "entry_rule",
)
PLAIN_FIELDS = (
    "duration_min",
    "duration_max",
    "difficulty",
    "min_age",
    "min_party",
    "max_party",
    "guide",
    "meeting_lon",
    "meeting_lat",
    "opens_at",
    "shuts_at",
    "width_cm",
    "steps",
)
CHOICES = ("surface", "wheelchair", "pushchair")  # empty when nobody knows
INDEX = {
    "title": {"en": "Trails", "ru": "Тропы", "zh": "步道"},
    "summary": {
        "en": "Walks and drives on both sides of the border: choose by country, length, season and age.",
        "ru": "Пешие и автомобильные маршруты по обе стороны границы: "
        "выберите по стране, длине, сезону и возрасту.",
        "zh": "边境两侧的步行与自驾线路，可按国家、长度、季节和年龄选择。",
    },
    "banner": "banners/trails",
}


def load(sample: Sample) -> None:
    """Load the trails in the order of their file, each with its page in three languages."""
    records = read_texts("trails")
    zones = _entry_zones()
    sample.ensure_pages(
        TrailIndexPage, "trails", {**INDEX, **records.get("index", {})}, in_menu=True
    )
    for position, record in enumerate(records["trails"]):
        trail = _trail(sample, record, position, zones)
        sample.ensure_pages(
            TrailPage,
            f"trails/{trail.slug}",
            {
                "title": record["name"],
                "summary": record["lead"],
                "seo_description": record["lead"],
                **record,
            },
            image=f"banners/{trail.slug}",
            fields=lambda _key, trail=trail: {"trail": trail},
        )


def _entry_zones() -> dict[str, EntryZone]:
    """Load the sample zones with their rules; return them by the key their trails name them with."""
    found = {}
    for record in read_texts("entry")["zones"]:
        texts = columns(record, "name", "text")
        zone = EntryZone.objects.filter(name_en=texts["name_en"]).first()
        found[record["key"]] = zone or _entry_zone(record, texts)
    return found


def _entry_zone(record: dict, texts: dict[str, str]) -> EntryZone:
    zone = EntryZone.objects.create(side_id=record["side"], is_sample=True, **texts)
    for order, rule in enumerate(record["rules"]):
        EntryRule.objects.create(
            zone=zone,
            sort_order=order,
            group=rule["group"],
            lead_days=rule.get("lead_days", 0),
            asks=rule.get("asks", Asked.NOTHING),
            is_reviewed=rule.get("is_reviewed", False),
            lead_kind=rule.get("lead_kind", LeadKind.CALENDAR),
            checked_on=rule.get("checked_on"),
            **columns(rule, "papers", "source"),
        )
    return zone


def _trail(sample: Sample, record: dict, position: int, zones: dict[str, EntryZone]) -> Trail:
    known = Trail.objects.filter(slug=record["slug"]).first()
    if known:
        return known
    trail = Trail(
        slug=record["slug"],
        side_id=record["side"],
        area=ProtectedArea.objects.filter(slug=record.get("area")).first(),
        route_type=record["route"],
        open_months=to_bits(record["months"]),
        length_is_certain=record["length_certain"],
        price=_money(record.get("price")),
        price_child=_money(record.get("price_child")),
        price_concession=_money(record.get("price_concession")),
        order=position,
        image_id=sample.picture_pk(f"banners/{record['slug']}"),
        **{name: record.get(name) for name in PLAIN_FIELDS},
        **{name: record.get(name, "") for name in CHOICES},
        **columns(record, *TEXT_FIELDS),
        **_sources(record.get("sources", [])),
    )
    _add_track(trail, record)
    trail.save()
    trail.entry_zones.set([zones[key] for key in record.get("entry_zones", [])])
    trail.species.set(Species.objects.filter(slug__in=record.get("species", [])))
    trail.save()
    for order, key in enumerate(record.get("pictures", [])):
        TrailPicture.objects.create(trail=trail, sort_order=order, image_id=sample.picture_pk(key))
    for order, point in enumerate(record.get("points", [])):
        PointOfInterest.objects.create(
            trail=trail,
            sort_order=order,
            kind=point["kind"],
            at=point.get("at"),
            lon=point.get("lon"),
            lat=point.get("lat"),
            **columns(point, "name"),
        )
    return trail


def _add_track(trail: Trail, record: dict) -> None:
    """Take the line from the sample track, the length from the published figure."""
    path = TRACKS_DIR / f"{trail.slug}.gpx"
    if path.exists():
        services.set_track(trail, read_gpx(path.read_bytes()))
        trail.is_sample_track = True
    if "length_km" in record:
        trail.length_km = Decimal(str(record["length_km"]))


def _money(amount: int | float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


def _sources(sources: list[str] | dict) -> dict[str, str]:
    """Return the `sources` columns; a source names its publisher, the same in every language."""
    by_language = sources if isinstance(sources, dict) else dict.fromkeys(LANGUAGES, sources)
    return columns({"sources": by_language}, "sources")
