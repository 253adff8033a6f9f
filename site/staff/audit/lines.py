"""One line of the log in the reader's language: when, who, what, upon which thing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_type_label
from wagtail.models import ModelLogEntry, PageLogEntry

from bookings.databases import aliases
from bookings.details import details_text
from bookings.models import AuditEvent
from bookings.models.trails import trail_along
from content.base.choices import SideCode
from staff.audit.deeds import DEEDS
from staff.audit.sources import BOOKINGS, NAMELESS, PAGES, RECORDS
from staff.models import User


@dataclass(frozen=True)
class Line:
    """What is shown and exported of one event."""

    at: datetime
    who: str
    side: str
    what: str
    thing: str
    sort: str
    note: str = ""
    url: str = ""

    @property
    def when(self) -> str:
        return date_format(localtime(self.at), "SHORT_DATETIME_FORMAT")


def lines_of(rows: Iterable[tuple[str, str, datetime]]) -> list[Line]:
    """Return the lines of some rows of the log, in their order; a question for each kind of log, not for each row."""
    rows = list(rows)
    keys: dict[str, list[int]] = defaultdict(list)
    for kind, key, _at in rows:
        keys[kind].append(int(key))
    lines = {kind: _READERS[kind](keys[kind]) for kind in keys}
    return [lines[kind][int(key)] for kind, key, _at in rows]


def _pages(keys: list[int]) -> dict[int, Line]:
    entries = PageLogEntry.objects.filter(pk__in=keys).select_related("user", "content_type")
    return {entry.pk: _of_wagtail(entry, _page_url(entry)) for entry in entries}


def _page_url(entry: PageLogEntry) -> str:
    return "" if entry.deleted else reverse("wagtailadmin_pages:history", args=[entry.page_id])


def _records(keys: list[int]) -> dict[int, Line]:
    entries = ModelLogEntry.objects.filter(pk__in=keys).select_related("user", "content_type")
    return {entry.pk: _of_wagtail(entry, "") for entry in entries}


def _of_wagtail(entry, url: str) -> Line:
    user = entry.user if entry.user_id else None
    kind = entry.content_type
    nameless = kind is not None and kind.model in NAMELESS
    return Line(
        at=entry.timestamp,
        who=str(entry.user_display_name),
        side=_side_label(user.side if user else ""),
        what=_what(entry),
        thing=f"№ {entry.object_id}" if nameless else entry.label,
        sort=get_content_type_label(kind) if kind else "",
        note=_note(entry.data),
        url=url,
    )


def _what(entry) -> str:
    if entry.action in DEEDS:
        return str(DEEDS[entry.action])
    formatter = entry.formatter
    return str(formatter.label) if formatter else entry.action


def _note(data: dict) -> str:
    """Return what was written with it: a comment, the side a release was for, what was there before."""
    side = data.get("side", "")
    parts = [_side_label(side) or side, str(data.get("comment") or "")]
    parts += [f"{label}: {text}" for label, text in data.get("replaced", {}).items()]
    return " · ".join(part for part in parts if part)


def _side_label(side: str) -> str:
    return str(SideCode(side).label) if side in SideCode.values else ""


def _bookings(keys: list[int]) -> dict[int, Line]:
    found = AuditEvent.objects.filter(pk__in=keys).select_related("booking")
    found = trail_along(found, "departure__trail")
    events = [event for alias in aliases() for event in found.using(alias)]
    names = {event.actor_name for event in events if event.actor_name}
    people = {user.username: user for user in User.objects.filter(username__in=names)}
    return {event.pk: _of_booking(event, people) for event in events}


def _of_booking(event: AuditEvent, people: dict[str, User]) -> Line:
    person = people.get(event.actor_name)
    by = (person.get_full_name() if person else "") or event.actor_name
    departure = event.departure
    return Line(
        at=event.at,
        who=by or str(event.get_actor_kind_display()),
        side=_side_label(departure.trail.side_id if departure else ""),
        what=str(event.get_kind_display()),
        thing=event.booking.reference
        if event.booking
        else str(departure.trail if departure else ""),
        sort=_("booking") if event.booking_id else _("departure"),
        note=details_text(event.details),
        url=_booking_url(event),
    )


def _booking_url(event: AuditEvent) -> str:
    if event.booking_id:
        return reverse("booking:inspect", args=[event.booking_id])
    return reverse("departure:inspect", args=[event.departure_id]) if event.departure_id else ""


_READERS = {PAGES: _pages, RECORDS: _records, BOOKINGS: _bookings}
