"""The papers a party must have with it, in words; shown at the review, on the private page and in the mail."""

from collections.abc import Iterable

from bookings.models import Departure
from content.base.facts import FactText, fact_text
from content.base.formats import format_list
from content.trails.entry import EntryCalendar
from content.trails.models import NationalityGroup


def passports_text(groups: Iterable[str]) -> str:
    """Return for example “citizens of Russia and citizens of China”; empty when nobody was asked."""
    return format_list([NationalityGroup(group).label for group in groups])


def papers_for(departure: Departure, groups: Iterable[str]) -> list[tuple[str, FactText]]:
    """Return for each rule that means someone in the party: whom it means, and which papers."""
    groups = set(groups)
    rules = EntryCalendar.of(departure.trail).rules_on(departure.local_day) if groups else []
    return [
        (rule.get_group_display(), fact_text(rule, "papers"))
        for rule in rules
        if rule.group in groups
    ]
