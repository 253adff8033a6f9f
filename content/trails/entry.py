"""What a party must have with it to enter the zones of a trail, and the first day it can do so.

A day counts by the calendar of the trail's own country. `first_day` is the day a walk may take place if it is booked
today; with `lead_days` in working days it is the nth working day after today.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, prefetch_related_objects

from content.reserve.working_days import WorkingCalendar
from content.trails.models import Trail
from content.trails.models.entry import EntryRule, EntryZone, LeadKind

LOOK_AHEAD_DAYS = 500  # the longest lead in working days is over within it


def zones_with_rules(lookup: str = "entry_zones") -> Prefetch:
    """Prefetch the zones of trails together with their rules."""
    return Prefetch(lookup, queryset=EntryZone.objects.prefetch_related("rules"))


def _hold_rules(trail: Trail) -> None:
    """Read for one trail what `zones_with_rules` reads for many, in one query."""
    is_known = hasattr(trail, "rules_at_hand")
    if not is_known and "entry_zones" not in getattr(trail, "_prefetched_objects_cache", {}):
        rules = EntryRule.objects.filter(zone__trails=trail).select_related("zone")
        trail.rules_at_hand = list(rules.order_by("zone__side", "zone_id", "sort_order", "pk"))


def _rules(trail: Trail) -> list[EntryRule]:
    if hasattr(trail, "rules_at_hand"):
        return trail.rules_at_hand
    return [rule for zone in trail.entry_zones.all() for rule in zone.rules.all()]


def _counts_working_days(trail: Trail) -> bool:
    return any(rule.lead_kind == LeadKind.WORKING for rule in _rules(trail))


def _all_met(met_from: list[tuple[EntryRule, date]], day: date) -> bool:
    return all(first <= day for rule, first in met_from if rule.holds_on(day))


@dataclass(frozen=True)
class EntryCalendar:
    """The rules of one trail as they count on one day, today, with the holidays of its country read once."""

    trail: Trail
    today: date
    working: WorkingCalendar

    @classmethod
    def of(cls, trail: Trail, now: datetime | None = None) -> "EntryCalendar":
        """Return the calendar of a trail as of today; it is kept with the trail, so that a request reads it once."""
        kept = trail.__dict__.setdefault("_entry_calendars", {})
        today = trail.today(now)
        if today not in kept:
            [kept[today]] = cls.of_each([trail], now)
        return kept[today]

    @classmethod
    def of_each(cls, trails: list[Trail], now: datetime | None = None) -> "list[EntryCalendar]":
        """Read the zones of trails, unless they are at hand, and the holidays if a rule counts by them, once."""
        if len(trails) == 1:
            _hold_rules(trails[0])
        else:
            prefetch_related_objects(trails, zones_with_rules())
        today = {trail.pk: trail.today(now) for trail in trails}
        sides = {trail.side_id for trail in trails if _counts_working_days(trail)}
        working = WorkingCalendar.of_sides(sides, min(today.values())) if sides else {}
        return [
            cls(trail, today[trail.pk], working.get(trail.side_id, WorkingCalendar()))
            for trail in trails
        ]

    def rules_on(self, day: date) -> list[EntryRule]:
        """Return the rules that hold for a walk on a day, zone by zone; none: nobody need show a passport."""
        return [rule for rule in _rules(self.trail) if rule.holds_on(day)]

    def first_day(self, groups: Iterable[str]) -> date | None:
        """Return the first day on which people of these groups can walk here; None if there is none in sight."""
        days = (self.today + timedelta(days=ahead) for ahead in range(LOOK_AHEAD_DAYS))
        met = self._met_from(groups)
        return next((day for day in days if _all_met(met, day)), None)

    def is_in_time(self, groups: Iterable[str], day: date) -> bool:
        """Return whether papers can still be had for a walk on this day."""
        return _all_met(self._met_from(groups), day)

    def last_day(self, rule: EntryRule, day: date) -> date:
        """Return the last day on which papers can still be asked for in time for a walk on `day`."""
        if rule.lead_kind == LeadKind.WORKING:
            return self.working.before(day, rule.lead_days)
        return day - timedelta(days=rule.lead_days)

    def days_until(self, rule: EntryRule, day: date) -> int:
        """Return how many days, counted as the rule counts them, are left from today to `day`."""
        if rule.lead_kind == LeadKind.WORKING:
            return self.working.between(self.today, day)
        return max(0, (day - self.today).days)

    def _met_from(self, groups: Iterable[str]) -> list[tuple[EntryRule, date]]:
        """Return each rule of these groups with the first day for which a booking of today meets it."""
        groups = set(groups)
        return [(rule, self._first(rule)) for rule in _rules(self.trail) if rule.group in groups]

    def _first(self, rule: EntryRule) -> date:
        if rule.lead_kind == LeadKind.WORKING:
            return self.working.after(self.today, rule.lead_days)
        return self.today + timedelta(days=rule.lead_days)
