"""The moments of a departure reckoned from its start, on the trail's own clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def days_before(start: datetime, zone: str, days: int | None, clock: time) -> datetime | None:
    """Return the moment so many days before the day of a start, at a time of the clock; without days none."""
    if days is None:
        return None
    day = start.astimezone(ZoneInfo(zone)).date() - timedelta(days=days)
    return datetime.combine(day, clock, ZoneInfo(zone))


def hours_before(start: datetime, hours: int | None) -> datetime | None:
    """Return the moment so many hours before a start; without hours none."""
    return None if hours is None else start - timedelta(hours=hours)


def hours_between(moment: datetime | None, start: datetime) -> int | None:
    """Return how many whole hours a moment lies before a start; of no moment none."""
    return None if moment is None else int((start - moment).total_seconds() // 3600)


def days_between(moment: datetime | None, start: datetime, zone: str) -> int | None:
    """Return how many days of the calendar a moment lies before a start; of no moment none."""
    if moment is None:
        return None
    tz = ZoneInfo(zone)
    return (start.astimezone(tz).date() - moment.astimezone(tz).date()).days
