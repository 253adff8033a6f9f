"""The calendar file of a booking: times in the trail's zone, the zone's own rules inside the file."""

from datetime import timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from bookings.models import Booking, Departure
from bookings.wording import party_text
from bookings.zones import zone_label
from content.base.facts import fact_text

CONTENT_TYPE = "text/calendar; charset=utf-8"


def file_name(booking: Booking) -> str:
    return f"land-of-big-cats-{booking.reference}.ics"


def calendar_of(booking: Booking) -> bytes:
    """Return the iCalendar file of a booking, in the active language.

    The private link is left out: calendars are shared with other people.
    """
    method = "PUBLISH" if booking.is_live else "CANCEL"
    return as_file([_event(booking)], method=method)


def as_file(events: list[Event], *, name: str = "", method: str = "PUBLISH") -> bytes:
    """Return a calendar of these events, with the rules of their zones for the years around them."""
    calendar = Calendar()
    calendar.add("prodid", "-//Land of Big Cats//Bookings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("x-published-ttl", "PT1H")
    days = [event.decoded("dtstart").date() for event in events]
    for event in events:
        calendar.add_component(event)
    if days:
        year = timedelta(days=366)
        calendar.add_missing_timezones(first_date=min(days) - year, last_date=max(days) + year)
    return calendar.to_ical()


def walk_event(departure: Departure) -> Event:
    """Return what every entry about a walk holds: its trail, its time, where it meets."""
    trail = departure.trail
    start = departure.starts_at.astimezone(ZoneInfo(departure.time_zone))
    event = Event()
    event.add("dtstamp", timezone.now())
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=departure.minutes))
    event.add("summary", fact_text(trail, "name").text)
    event.add("location", fact_text(departure.meets_at, "meeting_point").text)
    if trail.meeting_lat is not None and departure.meets_at is trail:
        event.add("geo", (trail.meeting_lat, trail.meeting_lon))
    return event


def _event(booking: Booking) -> Event:
    event = walk_event(booking.departure)
    event.add("uid", f"{booking.reference}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", booking.revision)
    event.add("description", _description(booking))
    event.add("status", "CONFIRMED" if booking.is_live else "CANCELLED")
    event.add("class", "PRIVATE")
    return event


def _description(booking: Booking) -> str:
    departure = booking.departure
    lines = [
        _("Booking number: %(reference)s") % {"reference": booking.reference},
        party_text(booking.adults, booking.children),
        zone_label(departure.starts_at, departure.time_zone),
    ]
    return "\n".join(lines)
