"""The papers a party must have with it, in words; shown at the review, on the private page and in the mail."""

from collections.abc import Iterable

from bookings.models import Departure
from content.base.facts import FactText, fact_text
from content.base.formats import format_date, format_list
from content.trails.entry import EntryCalendar
from content.trails.models import NationalityGroup


def passports_text(groups: Iterable[str]) -> str:
    """Return for example “citizens of Russia and citizens of China”; empty when nobody was asked."""
    return format_list([NationalityGroup(group).label for group in groups])


def first_days(departure: Departure) -> list[tuple[str, str]]:
    """Return for each kind of passport the first day its holders can walk here; nothing where no rule needs time."""
    calendar = EntryCalendar.of(departure.trail)
    if not any(rule.lead_days for rule in calendar.rules_on(departure.local_day)):
        return []
    days = [(label, calendar.first_day([code])) for code, label in NationalityGroup.choices]
    return [(label, format_date(day, "full") if day else "") for label, day in days]


def papers_for(departure: Departure, groups: Iterable[str]) -> list[tuple[str, FactText]]:
    """Return for each rule that means someone in the party: whom it means, and which papers."""
    groups = set(groups)
    rules = EntryCalendar.of(departure.trail).rules_on(departure.local_day) if groups else []
    return [
        (rule.get_group_display(), fact_text(rule, "papers"))
        for rule in rules
        if rule.group in groups
    ]
