"""The persons of a party in words: who is named, whose papers are there, how far each permit is."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings import cases, consents, naming
from bookings.models import (
    Booking,
    BookingState,
    ConsentPurpose,
    Participant,
    PermitCase,
    PermitState,
)
from bookings.needs import asked_of
from content.base.formats import format_date
from content.trails.models import Asked


@dataclass(frozen=True)
class ToldPerson:
    """One person as a list shows them."""

    number: int
    band: str
    name: str
    name_original: str
    papers: str
    permits: list[str]
    is_missing: bool


def told_people(booking: Booking) -> list[ToldPerson]:
    """Return the persons of a booking, in the active language; none where no rule asks who comes."""
    rows = list(booking.participants.select_related("document").prefetch_related("cases"))
    if not (booking.is_pending or booking.state == BookingState.HELD):
        return [_named(one) for one in rows]
    asked = {group: asked_of(booking.departure, [group]) for group in booking.nationality_groups}
    return [_told(one, asked.get(one.group)) for one in rows]


def _told(one: Participant, asked: Asked | None) -> ToldPerson:
    permits = [case for case in one.cases.all() if case.state != PermitState.NOT_NEEDED]
    has_papers = hasattr(one, "document")
    lacks_papers = asked == Asked.DOCUMENT and not has_papers
    is_handed_on = all(case.state in _HANDED_ON for case in permits) and permits
    is_missing = not one.name and asked != Asked.NOTHING
    return ToldPerson(
        number=one.number,
        band=str(one.get_band_display()),
        name=one.name,
        name_original=one.name_original,
        papers=_papers(one, lacks_papers=lacks_papers and not is_handed_on),
        permits=[permit_text(case) for case in permits],
        is_missing=(is_missing or lacks_papers) and not is_handed_on,
    )


def _named(one: Participant) -> ToldPerson:
    """Return a person of a booking that is over: nothing is wanted any more."""
    return ToldPerson(
        number=one.number,
        band=str(one.get_band_display()),
        name=one.name,
        name_original=one.name_original,
        papers=_papers(one, lacks_papers=False),
        permits=[],
        is_missing=False,
    )


_HANDED_ON = (PermitState.FILED, PermitState.GRANTED)


def _papers(one: Participant, *, lacks_papers: bool) -> str:
    if hasattr(one, "document"):
        return _("document ending in %(end)s") % {"end": one.document.ends_with}
    return _("document missing") if lacks_papers else ""


def permit_text(case: PermitCase) -> str:
    """Return how far a permit is, and why it was refused."""
    state = str(case.get_state_display())
    if case.state == PermitState.REFUSED and case.reason:
        return _("%(state)s: %(reason)s") % {"state": state, "reason": case.get_reason_display()}
    return state


def people_context(booking: Booking) -> dict:
    """Return what a private page says of the persons: none of it where nobody is known person by person."""
    if not booking.nationality_groups:
        return {"people": []}
    departure = booking.departure
    people = told_people(booking)
    asks = asked_of(departure, booking.nationality_groups) != Asked.NOTHING
    last = naming.wanted_until(booking)
    is_open = (
        asks and _is_changeable(booking) and naming.is_open(departure, booking, timezone.now())
    )
    return {
        "people": people,
        "can_name": is_open,
        "can_take_out": booking.is_live and booking.party_size > 1,
        "papers_missing": any(one.is_missing for one in people) or (is_open and not people),
        "papers_until": format_date(last, "full") if last else "",
        "papers_left": _left(last, departure) if last else "",
        "can_withdraw": consents.has(booking, ConsentPurpose.PAPERS) and not booking.erased_at,
    }


def _is_changeable(booking: Booking) -> bool:
    return booking.is_live or booking.state == BookingState.SUBMITTED


def _left(last, departure) -> str:
    days = (last - departure.trail.today()).days
    if days < 0:
        return ""
    if days == 0:
        return _("Today is the last day.")
    return ngettext("%(count)d day is left.", "%(count)d days are left.", days) % {"count": days}


def missing_until(booking: Booking) -> str:
    """Return the last day for papers that are missing, in words; empty where none is."""
    missing = cases.cases_of(booking).filter(state=PermitState.DOCS_MISSING).order_by("file_by")
    last = missing.values_list("file_by", flat=True).first()
    return format_date(last, "full") if last else ""
