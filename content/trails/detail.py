"""What the page of one trail shows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.drawing.chart import Chart
from content.base.facts import FactText, fact_text
from content.base.formats import format_date, format_unit, sentences
from content.base.languages import html_lang
from content.trails import queries, words
from content.trails.drawing.locator import draw_locator
from content.trails.drawing.profile import Profile, draw_profile
from content.trails.drawing.trail_map import draw_map
from content.trails.entry import EntryCalendar
from content.trails.models import EntryRule, NationalityGroup, Trail, TrailPage
from content.trails.places import Stop, stops
from content.trails.tracks import climb, distances


@dataclass(frozen=True)
class Section:
    """One heading of what people read before they go; several lines become a list."""

    anchor: str
    title: str
    text: FactText

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.text.splitlines() if line.strip()]


def detail_context(page: TrailPage) -> dict:
    """Return the trail, its state, its facts in words and its drawings."""
    trail = queries.trail_of(page)
    placed = stops(trail)
    return {
        "trail": trail,
        "state": queries.state_of(trail),
        "header_image": page.picture,
        "key_facts": key_facts(trail),
        "visit_facts": visit_facts(trail),
        "stops": placed,
        "sections": sections(trail),
        "entry": entry_lines(trail),
        "sources": Section("sources", _("Sources"), fact_text(trail, "sources")),
        **_drawings(trail, placed),
    }


@dataclass(frozen=True)
class DrawnMap:
    """The map of a trail on a page of another section."""

    svg: str
    name: str
    url: str
    lang: str
    stops: list[Stop]
    is_sample: bool


def drawn_map(trail: Trail | None, language: str) -> DrawnMap | None:
    """Return the map of a trail; None without a track or while no page of the trail is public."""
    pages = queries.trail_pages(language, {"trails": [trail.pk]}) if trail else []
    if not pages:
        return None
    page, full = pages[0], queries.trail_of(pages[0])
    placed = stops(full)
    drawn = _drawings(full, placed)
    if not drawn:
        return None
    own = page.locale.language_code
    return DrawnMap(
        svg=drawn["map_svg"],
        name=page.title,
        url=page.url,
        lang="" if own == language else html_lang(own),
        stops=placed,
        is_sample=full.is_sample_track,
    )


def key_facts(trail: Trail) -> list[dict[str, str]]:
    """Return what people compare trails by."""
    return [
        {"label": _("Length"), "value": words.length_text(trail), "icon": "route"},
        {"label": _("Time needed"), "value": words.duration_text(trail), "icon": "clock"},
        {"label": _("Difficulty"), "value": trail.get_difficulty_display(), "icon": "mountain"},
        {"label": _("Ascent"), "value": words.climb_text(trail), "icon": "arrow"},
        {"label": _("Season"), "value": words.season_text(trail), "icon": "calendar"},
    ]


def visit_facts(trail: Trail) -> list[dict[str, str]]:
    """Return the rest of the facts, for the column beside the text."""
    return [
        {"label": _("Kind of route"), "value": trail.get_route_type_display()},
        {"label": _("Guide"), "value": trail.get_guide_display()},
        {"label": _("Age"), "value": words.age_text(trail)},
        {"label": _("Party"), "value": words.party_text(trail)},
        {"label": _("Price"), "value": words.price_text(trail)},
        {"label": _("Side"), "value": fact_text(trail.side, "name").text},
        {
            "label": _("Protected area"),
            "value": fact_text(trail.area, "name").text if trail.area else "",
        },
    ]


def sections(trail: Trail) -> list[Section]:
    """Return what is written about the trail, in the order people need it."""
    titles = {
        "meeting_point": _("Meeting point"),
        "access": _("Getting there"),
        "season_note": _("Season"),
        "bring": _("What to bring"),
        "rules": _("Rules"),
        "entry_rule": _("Papers and entry"),
        "accessibility": _("Accessibility"),
    }
    written = [
        Section(name.replace("_", "-"), title, fact_text(trail, name))
        for name, title in titles.items()
    ]
    return [section for section in written if section.lines]


@dataclass(frozen=True)
class EntryLine:
    """What one group of visitors needs here today, and the first day they can still book."""

    group: str
    rules: list[EntryRule]
    first_day: str

    @property
    def is_sample(self) -> bool:
        return any(rule.zone.is_sample for rule in self.rules)


def entry_lines(trail: Trail) -> list[EntryLine]:
    """Return a line for each group of passports that a rule of today means."""
    calendar = EntryCalendar.of(trail)
    rules = calendar.rules_on(calendar.today)
    return [
        _entry_line(group, [rule for rule in rules if rule.group == group], calendar)
        for group in NationalityGroup
        if any(rule.group == group for rule in rules)
    ]


def _entry_line(
    group: NationalityGroup, rules: list[EntryRule], calendar: EntryCalendar
) -> EntryLine:
    first = calendar.first_day([group])
    told = format_date(first, "full") if first else _("not possible at present")
    return EntryLine(group.label, rules, told)


def _drawings(trail: Trail, placed: list[Stop]) -> dict:
    if len(trail.track) < 2:
        return {}
    name = fact_text(trail, "name").text
    drawn: dict = {
        "map_svg": draw_map(
            trail.track,
            placed,
            title=_("Map: %(trail)s") % {"trail": name},
            description=_map_description(trail, placed),
            meeting=_meeting(trail),
        ),
        "locator_svg": draw_locator(
            *trail.track[0][:2],
            title=_("Where it is: %(trail)s") % {"trail": name},
            description=_("Outline of the reserve with a mark at the start of the trail."),
        ),
        "gpx_url": reverse("trails:track", args=[trail.slug]),
    }
    if trail.has_heights:
        drawn["profile"] = _profile(trail, placed, name)
    return drawn


def _profile(trail: Trail, placed: list[Stop], name: str) -> Chart:
    profile = Profile.of(trail.track)
    summary = profile_summary(profile)
    return Chart(
        caption=_("Height along the way"),
        seen=summary,
        svg=draw_profile(
            profile,
            placed,
            title=_("Elevation profile: %(trail)s") % {"trail": name},
            description=summary,
        ),
        columns=[_("Way, km"), _("Height, m")],
        rows=profile.rows(),
        is_sample=trail.is_sample_track,
    )


def profile_summary(profile: Profile) -> str:
    """Say in two sentences what the drawing shows."""
    km, top = profile.highest()
    up, down = climb(profile.heights)
    return _(
        "The way starts at %(start)s above the sea, is highest at %(top)s after %(km)s "
        "and ends at %(end)s. In all it climbs %(up)s and descends %(down)s."
    ) % {
        "start": format_unit(round(profile.heights[0]), "m"),
        "top": format_unit(round(top), "m"),
        "km": format_unit(round(km, 1), "km"),
        "end": format_unit(round(profile.heights[-1]), "m"),
        "up": format_unit(round(up), "m"),
        "down": format_unit(round(down), "m"),
    }


def _meeting(trail: Trail) -> tuple[float, float] | None:
    if trail.meeting_lon is None or trail.meeting_lat is None:
        return None
    return trail.meeting_lon, trail.meeting_lat


def _map_description(trail: Trail, placed: list[Stop]) -> str:
    """Say what the map shows for people who do not see it."""
    text = _("Schematic map of the trail: %(kind)s, %(length)s.") % {
        "kind": trail.get_route_type_display(),
        "length": format_unit(round(distances(trail.track)[-1] / 1000, 1), "km"),
    }
    if not placed:
        return text
    places = ngettext(
        "%(count)d numbered place is named below the map.",
        "%(count)d numbered places are named below the map.",
        len(placed),
    ) % {"count": len(placed)}
    return sentences(text, places)
