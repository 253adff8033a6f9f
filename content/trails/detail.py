"""What the page of one trail shows."""

from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.facts import FactText, fact_text
from content.base.formats import format_date
from content.reserve.cards import species_cards
from content.trails import queries, words
from content.trails.access import access_facts
from content.trails.drawings import drawings_of
from content.trails.entry import EntryCalendar
from content.trails.models import EntryRule, NationalityGroup, Trail, TrailPage
from content.trails.places import stops
from content.trails.walking_time import SOURCE


@dataclass(frozen=True)
class Section:
    """One heading of what people read before they go; several lines become a list."""

    anchor: str
    title: str
    text: FactText
    facts: list[dict[str, str]] = field(default_factory=list)

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
        "time_note": words.walking_time_note(trail),
        "formula": words.formula_text(),
        "formula_source": SOURCE,
        "visit_facts": visit_facts(trail),
        "animals": species_cards(trail.species.all(), get_language() or "en"),
        "pictures": [{"image": one.image} for one in trail.pictures.all()],
        "stops": placed,
        "sections": sections(trail),
        "entry": entry_lines(trail),
        "sources": Section("sources", _("Sources"), fact_text(trail, "sources")),
        **drawings_of(trail, placed),
    }


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
        {"label": _("Opening hours"), "value": words.hours_text(trail)},
        {"label": _("Dogs"), "value": _("not allowed on any trail")},
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
        Section(
            name.replace("_", "-"),
            title,
            fact_text(trail, name),
            access_facts(trail) if name == "accessibility" else [],
        )
        for name, title in titles.items()
    ]
    return [section for section in written if section.lines or section.facts]


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
