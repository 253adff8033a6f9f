"""The persons of a party and their permits as the office sees them, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.models import Booking, Departure, Participant, PermitCase, PermitState
from bookings.models.people import BEFORE_FILING
from bookings.told_people import permit_text
from content.base.formats import format_date
from content.trails.entry import EntryCalendar
from content.trails.models import LeadKind, NationalityGroup


@dataclass(frozen=True)
class CaseLine:
    """One permit of one person; `is_pressing` once its last day is near or over."""

    key: int
    state: str
    told: str
    deadline: str
    is_pressing: bool


@dataclass(frozen=True)
class PersonLine:
    """One person of a party with the permits."""

    booking: Booking
    number: int
    band: str
    name: str
    name_original: str
    passport: str
    document: str
    cases: list[CaseLine]


PRESSING_DAYS = 3


def person_lines(departure: Departure, bookings: Iterable[Booking]) -> list[PersonLine]:
    """Return the persons of these bookings of one departure, party by party."""
    bookings = {one.pk: one for one in bookings}
    people = (
        Participant.objects.using(departure._state.db)
        .filter(booking__in=list(bookings))
        .select_related("document")
        .prefetch_related("cases")
        .order_by("booking_id", "number")
    )
    deadlines = Deadlines(departure)
    return [_line(one, bookings[one.booking_id], deadlines) for one in people]


def _line(one: Participant, booking: Booking, deadlines: "Deadlines") -> PersonLine:
    document = getattr(one, "document", None)
    return PersonLine(
        booking=booking,
        number=one.number,
        band=str(one.get_band_display()),
        name=one.name,
        name_original=one.name_original,
        passport=str(NationalityGroup(one.group).label) if one.group else "",
        document=f"…{document.ends_with}" if document else "",
        cases=[deadlines.line(case) for case in one.cases.all()],
    )


class Deadlines:
    """How long there is to file the permits of one departure, counted as each rule counts its days."""

    def __init__(self, departure: Departure) -> None:
        self.calendar = EntryCalendar.of(departure.trail)
        rules = self.calendar.rules_on(departure.local_day)
        self.rules = {rule.pk: rule for rule in rules}

    def line(self, case: PermitCase) -> CaseLine:
        is_open = case.state in BEFORE_FILING
        left = (case.file_by - self.calendar.today).days
        return CaseLine(
            key=case.pk,
            state=case.state,
            told=permit_text(case),
            deadline=self._text(case) if is_open else "",
            is_pressing=is_open and left <= PRESSING_DAYS,
        )

    def _text(self, case: PermitCase) -> str:
        day = format_date(case.file_by, "medium")
        if case.file_by < self.calendar.today:
            return _("was to be filed by %(day)s") % {"day": day}
        rule = self.rules.get(case.rule_key)
        if rule is None:
            return by_day_text(case.file_by)
        count = self.calendar.days_until(rule, case.file_by)
        if rule.lead_kind == LeadKind.WORKING:
            text = ngettext(
                "file within %(count)d working day, by %(day)s",
                "file within %(count)d working days, by %(day)s",
                count,
            )
        else:
            text = ngettext(
                "file within %(count)d day, by %(day)s",
                "file within %(count)d days, by %(day)s",
                count,
            )
        return text % {"count": count, "day": day}


def by_day_text(day: date) -> str:
    """Return until when something is to be filed."""
    return _("file by %(day)s") % {"day": format_date(day, "medium")}


def undecided(lines: Iterable[PersonLine]) -> list[CaseLine]:
    """Return the permits that still wait for a word."""
    decided = (PermitState.GRANTED, PermitState.NOT_NEEDED)
    return [case for line in lines for case in line.cases if case.state not in decided]
