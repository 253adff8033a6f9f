"""The reserve: sides, areas, species, population figures and their pages."""

from datetime import date

from django.utils.translation import override

from content.base.formats import format_date
from content.base.models import StandardPage
from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, columns, linked, read_texts
from content.reserve.holidays import load_holidays
from content.reserve.models import (
    AreaPage,
    ContactPage,
    CountMethod,
    EmergencyNumber,
    PopulationFigure,
    ProtectedArea,
    ReserveIndexPage,
    Side,
    Species,
    WildlifeIndexPage,
)

ACTIVITY_FIELDS = {"day": "by_day", "night": "by_night", "twilight": "by_twilight"}


def load_sides(sample: Sample) -> None:
    for record in read_texts("sides")["sides"]:
        side, made = Side.objects.get_or_create(
            code=record["code"],
            defaults={
                "time_zone": record["time_zone"],
                "currency": record["currency"],
                "email": record.get("email", ""),
                "phone": record.get("phone", ""),
                "website": record.get("website", ""),
                **columns(record, "name", "organisation", "office"),
            },
        )
        if made:
            for position, number in enumerate(record["emergency"]):
                EmergencyNumber.objects.create(
                    side=side,
                    sort_order=position,
                    number=number["number"],
                    **columns(number, "label"),
                )
        for year in (date.today().year, date.today().year + 1):
            load_holidays(side, year)


def load_areas(sample: Sample) -> None:
    for position, record in enumerate(read_texts("areas")["areas"]):
        ProtectedArea.objects.get_or_create(
            slug=record["slug"],
            defaults={
                "side_id": record["side"],
                "geo_id": record.get("geo_id", ""),
                "established_year": record.get("established_year"),
                "area_km2": record.get("area_km2"),
                "iucn_category": record.get("iucn_category", ""),
                "website": record.get("website", ""),
                "order": position,
                "image_id": sample.picture_pk(
                    record.get("banner", f"banners/{_banner_of(record)}")
                ),
                **columns(
                    record,
                    "name",
                    "official_name",
                    "lead",
                    "established",
                    "managed_by",
                    "highlights",
                ),
                **_source_columns(record.get("sources", [])),
            },
        )


def _banner_of(record: dict) -> str:
    return record["slug"].removesuffix("-tiger-leopard")


def load_species(sample: Sample) -> None:
    texts = read_texts("species")
    common = texts.get("common_sources", [])
    for position, record in enumerate(texts["species"]):
        Species.objects.get_or_create(
            slug=record["slug"],
            defaults={
                **{
                    name: record[name]
                    for name in ("scientific_name", "group", "iucn", "on_ru", "on_cn")
                },
                "winter_sleep": record.get("winter_sleep", False),
                **{column: word in record["activity"] for word, column in ACTIVITY_FIELDS.items()},
                "order": position,
                "image_id": _first_frame_of(sample, record["slug"])
                or sample.picture_pk(f"portraits/{record['slug']}"),
                **_linked_columns(record, "description", "signs"),
                **columns(record, "name", "other_names", "ru_list", "cn_list", "lead", "marks"),
                **_source_columns([*record.get("sources", []), *common]),
            },
        )


def _linked_columns(record: dict, *names: str) -> dict[str, str]:
    return {
        f"{name}_{code.replace('-', '_')}": _as_paragraphs(linked(record[name][key], code))
        for name in names
        for key, code in LANGUAGES.items()
        if key in record.get(name, {})
    }


def _as_paragraphs(html: str) -> str:
    return html if html.startswith("<") else f"<p>{html}</p>"


def _first_frame_of(sample: Sample, slug: str) -> int | None:
    """Return the picture that shows a species best: a middle frame of its first sequence."""
    for sequence in read_texts("footage")["sequences"]:
        if sequence["species"] == slug:
            frames = sequence["frames"]
            chosen = sample.picture_pk(f"frames/{sequence.get('best', frames[len(frames) // 2])}")
            if chosen:
                return chosen
    return None


def _chinese_day(day: str) -> str:
    """Write 2024-05-16, 2024-05 or 2024 with 年, 月 and 日."""
    parts = zip(day.split("-"), "年月日", strict=False)
    return "".join(f"{int(part)}{unit}" for part, unit in parts if part)


def _day_in_words(day: str, language: str) -> str:
    """Write 2024-05-16 as 16 May 2024 or 16 мая 2024 г., 2024-05 as May 2024 or май 2024 г."""
    if len(day) <= len("2024"):
        return f"{day}\u00a0г." if language == "ru" else day
    with override(language):
        if len(day) == len("2024-05"):
            return format_date(date.fromisoformat(f"{day}-01"), "yMMMM")
        return format_date(date.fromisoformat(day))


def _source_columns(sources: list[dict]) -> dict[str, str]:
    """Return the `sources` columns: one line a source, its date behind it."""
    lines: dict[str, list[str]] = {"en": [], "ru": [], "zh": []}
    for source in sources:
        day = str(source.get("date", ""))
        chinese = _chinese_day(day)
        for key, collected in lines.items():
            title = (
                source["title"].get(key, "")
                if isinstance(source["title"], dict)
                else source["title"]
            )
            collected.append(
                f"{title} ({_day_in_words(day, key)})"
                if day and key != "zh"
                else f"{title}（{chinese}）"
                if day
                else title
            )
    return columns({"sources": lines}, "sources")


def load_population(sample: Sample) -> None:
    species = {one.slug: one for one in Species.objects.all()}
    texts = read_texts("population")
    methods = {record["key"]: _method(record) for record in texts["methods"]}
    for record in texts["figures"]:
        PopulationFigure.objects.get_or_create(
            species=species[record["species"]],
            year=record["year"],
            scope=record["scope"],
            value=record["value"],
            as_of=date.fromisoformat(record["as_of"]) if record.get("as_of") else None,
            defaults={
                **{name: record.get(name) for name in ("value_max", "cubs", "ci_low", "ci_high")},
                "qualifier": record.get("qualifier", ""),
                "is_headline": record.get("headline", False),
                "counted_by": methods.get(record.get("method")),
                **columns(record, "source", "note"),
            },
        )


def _method(record: dict) -> CountMethod:
    names = ("name", "meaning", "effort", "independence", "flanks", "source")
    return CountMethod.objects.get_or_create(
        scope=record["scope"],
        name_en=record["name"]["en"],
        version=record.get("version", ""),
        defaults={
            "from_year": record.get("from"),
            "to_year": record.get("to"),
            **columns(record, *names),
        },
    )[0]


def load_reserve_pages(sample: Sample) -> None:
    pages = {page["path"]: page for page in read_texts("reserve_pages")["pages"]}
    sample.ensure_pages(ReserveIndexPage, "reserve", pages["reserve"], in_menu=True)
    areas = {area.slug: area for area in ProtectedArea.objects.all()}
    for record in read_texts("areas")["areas"]:
        sample.ensure_pages(
            AreaPage,
            f"reserve/{record['slug']}",
            {
                "title": record["name"],
                "summary": record["lead"],
                "seo_description": record["lead"],
                **record,
            },
            image=f"banners/{_banner_of(record)}",
            fields=lambda _key, area=areas[record["slug"]]: {"area": area},
        )
    sample.ensure_pages(WildlifeIndexPage, "wildlife", pages["wildlife"], in_menu=True)


def load_standard_pages(sample: Sample) -> None:
    """Make the visit pages; parents come before children in the texts."""
    for record in read_texts("visit_pages")["pages"]:
        is_section = record["path"] == "visit"
        sample.ensure_pages(
            StandardPage,
            record["path"],
            record,
            in_menu=is_section,
            fields=lambda _key, is_section=is_section: {"shows_children": is_section},
        )


def load_footer_pages(sample: Sample) -> None:
    """Make the pages the footer leads to, after all sections."""
    reserve_pages = read_texts("reserve_pages")["pages"]
    about = next(page for page in reserve_pages if page["path"] == "about-this-sample-site")
    for record in [*read_texts("legal_pages")["pages"], about]:
        model = ContactPage if record["path"] == "contact" else StandardPage
        sample.ensure_pages(model, record["path"], record)
