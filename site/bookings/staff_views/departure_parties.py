"""The parties of a departure as its screen groups them: who comes, who may yet come, who waits, who has gone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.models import Booking, BookingState, Departure, DepartureState
from bookings.models.trails import trail_along
from bookings.resting import is_resting
from bookings.wording import held_until_text, when_text
from content.base.formats import sentences


@dataclass(frozen=True)
class PartyRow:
    """One party; `remark` is what its group is about: until when, which place, where to."""

    booking: Booking
    places: int
    remark: str = ""


@dataclass
class PartyGroup:
    """The parties of one kind; `nameless` are holds of people who have not said who they are."""

    heading: str
    remark_heading: str = ""
    rows: list[PartyRow] = field(default_factory=list)
    nameless: list[Booking] = field(default_factory=list)
    holds_places: bool = True

    @property
    def places(self) -> int:
        return sum(row.places for row in self.rows) + sum(one.places for one in self.nameless)

    @property
    def places_text(self) -> str:
        """Return “5 people”."""
        people = ngettext("%(count)d person", "%(count)d people", self.places)
        return people % {"count": self.places}

    @property
    def nameless_text(self) -> str:
        """Return how many hold places who have not said who they are, and what the system keeps back."""
        resting = sum(hold.places for hold in self.nameless if is_resting(hold))
        visitors = sum(not is_resting(hold) for hold in self.nameless)
        filling_in = ngettext(
            "%(count)d visitor is filling in the form.",
            "%(count)d visitors are filling in the form.",
            visitors,
        ) % {"count": visitors}
        kept_back = ngettext(
            "%(count)d place was given up and is free again in a while.",
            "%(count)d places were given up and are free again in a while.",
            resting,
        ) % {"count": resting}
        return sentences(filling_in if visitors else "", kept_back if resting else "")


def parties_of(departure: Departure) -> list[PartyGroup]:
    """Return the groups that have anybody in them, in the order in which they matter; what ran out is left out."""
    bookings = departure.bookings.exclude(state=BookingState.EXPIRED)
    bookings = trail_along(bookings, "moved_to__departure__trail")
    found = list(bookings.order_by("created_at", "pk"))
    for booking in found:
        booking.departure = departure
    groups = [_coming(found), _reviewed(found), _offered(found), _held(found), _waiting(found)]
    groups += _gone(found, is_called_off=departure.state == DepartureState.CANCELLED)
    return [group for group in groups if group.rows or group.nameless]


def _in(bookings: Iterable[Booking], *states: BookingState) -> list[Booking]:
    return [booking for booking in bookings if booking.state in states]


def _plain(bookings: Iterable[Booking]) -> list[PartyRow]:
    return [PartyRow(booking, booking.places) for booking in bookings]


def _timed(bookings: Iterable[Booking]) -> list[PartyRow]:
    return [PartyRow(booking, booking.places, held_until_text(booking)) for booking in bookings]


def _coming(found: list[Booking]) -> PartyGroup:
    return PartyGroup(_("Coming"), rows=_plain(_in(found, BookingState.CONFIRMED)))


def _reviewed(found: list[Booking]) -> PartyGroup:
    rows = _plain(_in(found, BookingState.PERMIT_REVIEW))
    return PartyGroup(_("Papers being looked at"), rows=rows)


def _offered(found: list[Booking]) -> PartyGroup:
    rows = _timed(_in(found, BookingState.OFFERED))
    return PartyGroup(_("Offered from the waiting list"), _("Holds places until"), rows)


def _held(found: list[Booking]) -> PartyGroup:
    held = _in(found, BookingState.HELD, BookingState.SUBMITTED)
    named = _timed(booking for booking in held if booking.consent_at)
    nameless = [booking for booking in held if not booking.consent_at]
    return PartyGroup(_("Held for now"), _("Holds places until"), named, nameless)


def _waiting(found: list[Booking]) -> PartyGroup:
    waiting = _in(found, BookingState.WAITING)
    waiting.sort(key=lambda booking: (booking.submitted_at, booking.pk))
    rows = [
        PartyRow(booking, booking.party_size, str(rank))
        for rank, booking in enumerate(waiting, start=1)
    ]
    return PartyGroup(_("Waiting list"), _("Place on the waiting list"), rows, holds_places=False)


def _gone(found: list[Booking], *, is_called_off: bool) -> list[PartyGroup]:
    """Return who no longer comes; after the reserve called the walk off, those apart who have not answered yet."""
    ended = _in(
        found,
        BookingState.MOVED,
        BookingState.REJECTED,
        BookingState.CANCELLED_BY_VISITOR,
        BookingState.CANCELLED_BY_OPERATOR,
    )
    by_reserve = _in(ended, BookingState.CANCELLED_BY_OPERATOR) if is_called_off else []
    moved = [booking for booking in ended if booking.moved_to_id]
    silent = [booking for booking in by_reserve if not booking.moved_to_id]
    rest = [one for one in ended if one not in moved and one not in silent]
    states = [
        PartyRow(booking, booking.party_size, str(booking.get_state_display())) for booking in rest
    ]
    targets = [
        PartyRow(booking, booking.party_size, when_text(booking.moved_to.departure))
        for booking in moved
    ]
    return [
        PartyGroup(_("Not answered yet"), rows=_plain(silent), holds_places=False),
        PartyGroup(_("Moved to another date"), _("New date"), targets, holds_places=False),
        PartyGroup(_("No longer coming"), _("State"), states, holds_places=False),
    ]
