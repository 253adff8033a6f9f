"""What a ranger takes along: the walks of a day with their parties, in words of the active language.

The screen, the sheet kept on a telephone and the sheet of paper show the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bookings import checkin, databases
from bookings.attending import standing
from bookings.models import (
    AttendanceEvent,
    Booking,
    BookingState,
    Departure,
    DepartureState,
)
from bookings.models.people import DECIDED, Band, Participant
from bookings.note_words import Noted, noted, species_names
from bookings.overdue import overdue_since
from bookings.papers import papers_for
from bookings.phones import readable
from bookings.wording import guide_text, party_text, when_text
from content.base.facts import fact_text
from content.base.formats import colon_after, format_date, format_time, local
from content.trails.entry import zones_with_rules

LONGEST_DIFFERENCE = timedelta(hours=14)  # of the clocks of two places from UTC
KEPT_AFTER = timedelta(hours=3)  # after the day of a walk, for whoever writes it up late


@dataclass(frozen=True)
class Said:
    """One word about a party; it `stands` unless another replaces it."""

    id: str
    kind: str
    people: int
    replaces: tuple[str, ...]
    at: str
    stands: bool
    time: str
    label: str
    by: str


@dataclass(frozen=True)
class Party:
    """One line of the sheet; `state` is empty as long as nobody has looked."""

    id: int
    reference: str
    name: str
    party: str
    size: int
    language: str
    phone: str
    telephone: str
    persons: tuple[str, ...]
    papers: tuple[str, ...]
    awaits_papers: bool
    state: str
    label: str
    people: int
    on_trail: int
    is_disputed: bool
    words: tuple[Said, ...]

    @property
    def standing(self) -> list[Said]:
        return [word for word in self.words if word.stands]


@dataclass(frozen=True)
class Walk:
    """One walk of the sheet; `wipe_at` is when a telephone forgets it."""

    id: int
    trail: str
    when: str
    day: int
    is_open: bool
    has_begun: bool
    meeting_point: str
    note: str
    guides: str
    ends: str
    time_zone: str
    overdue_from: str
    is_overdue: bool
    emergency: tuple[tuple[str, str], ...]
    office: str
    wipe_at: str
    parties: tuple[Party, ...]
    noted: tuple[Noted, ...]

    @property
    def notes_waiting(self) -> int:
        return sum(note.waits for note in self.noted)

    @property
    def booked(self) -> int:
        return sum(party.size for party in self.parties)

    @property
    def came(self) -> int:
        return sum(party.people for party in self.parties)

    @property
    def on_trail(self) -> int:
        return sum(party.on_trail for party in self.parties)


def walks_at_hand(side: str, now: datetime) -> list[Walk]:
    """Return the walks of yesterday, today and tomorrow, on each trail's own clock, with their live parties."""
    around = timedelta(days=2) + LONGEST_DIFFERENCE
    parties = (
        Booking.objects.live()
        .select_related("attendance")
        .prefetch_related("attendance_events", "participants__cases")
        .order_by("created_at", "pk")
    )
    departures = (
        Departure.objects.with_trail()
        .of_side(side)
        .exclude(state__in=[DepartureState.CANCELLED, DepartureState.DRAFT])
        .filter(starts_at__gt=now - around, starts_at__lt=now + around)
        .prefetch_related(
            Prefetch("bookings", parties, to_attr="parties"),
            "walk_notes",
            zones_with_rules("trail__entry_zones"),
            "trail__side__emergency_numbers",
        )
        .order_by("starts_at", "pk")
    )
    species = species_names()
    return [
        _walk(departure, now, species)
        for alias in databases.aliases(side)
        for departure in departures.using(alias)
        if -1 <= checkin.days_ahead(departure, now) <= 1
    ]


def wiped_at(departure: Departure) -> datetime:
    """Return when a telephone forgets the parties of a walk: soon after the day on which it ends there."""
    zone = ZoneInfo(departure.time_zone)
    last_day = departure.ends_at.astimezone(zone).date()
    midnight = datetime.combine(last_day + timedelta(days=1), datetime.min.time(), zone)
    return midnight + KEPT_AFTER


def _walk(departure: Departure, now: datetime, species: dict[str, str]) -> Walk:
    side = departure.trail.side
    since = overdue_since(departure)
    parties = tuple(_party(booking, departure) for booking in departure.parties)
    emergency = tuple(
        (fact_text(one, "label").text, one.number) for one in side.emergency_numbers.all()
    )
    return Walk(
        id=departure.pk,
        trail=fact_text(departure.trail, "name").text,
        when=when_text(departure),
        day=checkin.days_ahead(departure, now),
        is_open=checkin.is_its_day(departure, now),
        has_begun=departure.starts_at <= now,
        meeting_point=fact_text(departure.meets_at, "meeting_point").text,
        note=fact_text(departure, "note").text,
        guides=capfirst(guide_text(departure)),
        ends=_end_text(departure),
        time_zone=departure.time_zone,
        overdue_from=since.isoformat(),
        is_overdue=since <= now and any(party.on_trail for party in parties),
        emergency=emergency,
        office=side.phone,
        wipe_at=wiped_at(departure).isoformat(),
        parties=parties,
        noted=tuple(noted(note, departure, species) for note in departure.walk_notes.all()),
    )


def _end_text(departure: Departure) -> str:
    """Return the time at which a walk should be back, with its day if that is another one."""
    ends = local(departure.ends_at, departure.time_zone)
    time = format_time(departure.ends_at, departure.time_zone)
    if ends.date() == departure.local_day:
        return time
    return _("%(date)s, %(time)s") % {"date": format_date(ends.date(), "MMMMd"), "time": time}


def _party(booking: Booking, departure: Departure) -> Party:
    seen = getattr(booking, "attendance", None)
    papers = papers_for(departure, booking.nationality_groups)
    return Party(
        id=booking.pk,
        reference=booking.reference,
        name=booking.name,
        party=party_text(booking.adults, booking.children),
        size=booking.party_size,
        language=booking.get_language_display(),
        phone=booking.phone,
        telephone=readable(booking.phone) if booking.phone else "",
        persons=tuple(_person(one) for one in booking.participants.all() if one.name),
        papers=tuple(f"{capfirst(who)}{colon_after(who)}{text.text}" for who, text in papers),
        awaits_papers=booking.state == BookingState.PERMIT_REVIEW,
        state=seen.state if seen else "",
        label=seen.get_state_display() if seen else "",
        people=seen.people if seen else 0,
        on_trail=seen.on_trail if seen else 0,
        is_disputed=bool(seen and seen.is_disputed),
        words=_words(booking, departure),
    )


def _person(person: Participant) -> str:
    """Return a name to compare with a passport, in both scripts, and what of the permit is not in order."""
    band = person.get_band_display() if person.band == Band.CHILD else ""
    group = person.get_group_display() if person.group else ""
    open_cases = [
        case.get_state_display() for case in person.cases.all() if case.state not in DECIDED
    ]
    parts = (person.name, person.name_original, band, group, *open_cases)
    return " · ".join(part for part in parts if part)


def _words(booking: Booking, departure: Departure) -> tuple[Said, ...]:
    words = booking.attendance_events.all()
    alive = {word.pk for word in standing(words)}
    return tuple(_said(word, departure, stands=word.pk in alive) for word in words)


def _said(word: AttendanceEvent, departure: Departure, *, stands: bool) -> Said:
    return Said(
        id=str(word.pk),
        kind=word.kind,
        people=word.people,
        replaces=tuple(word.replaces),
        at=word.at.isoformat(),
        stands=stands,
        time=format_time(word.at, departure.time_zone),
        label=word.get_kind_display(),
        by=word.actor_name,
    )
