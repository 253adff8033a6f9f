"""Departures as the lines of a list: everything the template needs, already in words."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bookings.models import Departure
from bookings.models.states import BOOKABLE
from bookings.wording import places_text
from bookings.zones import zone_label
from content.base.facts import fact_text
from content.base.formats import format_date, format_time


@dataclass(frozen=True)
class DepartureLine:
    """One departure in `components/departure_list.html`."""

    date_text: str
    time_text: str
    tz_text: str
    places_text: str
    status: str
    url: str
    label: str
    title: str


def line_of(departure: Departure, now: datetime | None = None, *, titled: bool) -> DepartureLine:
    """Return the line of a departure; `titled` names the trail, for lists over several trails."""
    status = departure.status_at(now or timezone.now())
    zone = departure.time_zone
    return DepartureLine(
        date_text=format_date(departure.local_day, "full"),
        time_text=format_time(departure.starts_at, zone),
        tz_text=zone_label(departure.starts_at, zone),
        places_text=places_text(departure, status),
        status=status.value,
        url=reverse("bookings:departure", args=[departure.pk]),
        label=_("Book") if status in BOOKABLE else _("Details"),
        title=fact_text(departure.trail, "name").text if titled else "",
    )
