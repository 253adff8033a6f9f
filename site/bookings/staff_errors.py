"""Why something that staff want with departures and bookings is refused; each says so in their language."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.errors import BookingError, BookingNotActive
from bookings.zones import moment_text
from content.base.formats import format_date


class PapersDecided(BookingNotActive):
    """Nobody waits for a word on these papers, because a colleague gave it, or the booking ended."""

    @property
    def message(self) -> str:
        return _("There is nothing to decide about the papers of this booking any more.")


class NothingToDecide(BookingError):
    """None of the chosen permits can come into that state."""

    @property
    def message(self) -> str:
        return _("Nothing has changed: for none of these persons is that possible now.")


class PapersMissing(BookingError):
    """Some persons of a party have not handed in what a rule asks; `count` permits wait for it."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    @property
    def message(self) -> str:
        return ngettext(
            "The papers of %(count)d person are missing. Decide person by person, or wait.",
            "The papers of %(count)d persons are missing. Decide person by person, or wait.",
            self.count,
        ) % {"count": self.count}


class NobodyToWriteTo(BookingError):
    """A message to a departure on which nobody is booked."""

    @property
    def message(self) -> str:
        return _("Nobody is booked on this departure, so there is nobody to write to.")


class CapacityBelowTaken(BookingError):
    """Staff tried to cut the places below what parties hold."""

    def __init__(self, places_taken: int) -> None:
        super().__init__(places_taken)
        self.places_taken = places_taken

    @property
    def message(self) -> str:
        return ngettext(
            "%(count)d place is already taken; the departure cannot have fewer.",
            "%(count)d places are already taken; the departure cannot have fewer.",
            self.places_taken,
        ) % {"count": self.places_taken}


class DayLimitBelowTaken(BookingError):
    """Staff tried to let fewer people into a zone on a day than hold places there."""

    def __init__(self, day: date, taken: int) -> None:
        super().__init__(day, taken)
        self.day, self.taken = day, taken

    @property
    def message(self) -> str:
        return ngettext(
            "On %(day)s %(count)d place is already taken; give this day a limit of its own.",
            "On %(day)s %(count)d places are already taken; give this day a limit of its own.",
            self.taken,
        ) % {"day": format_date(self.day), "count": self.taken}


class DepartureHasBookings(BookingError):
    """Staff tried to move, withdraw or swap a departure that parties count on."""

    @property
    def message(self) -> str:
        return _(
            "Parties are booked on this departure, so its trail, its start and its publication "
            "stay. Cancel it instead: every party is told."
        )


class MorePeopleThanBooked(BookingError):
    """A ranger noted more people than the party booked places for."""

    def __init__(self, booked: int) -> None:
        super().__init__(booked)
        self.booked = booked

    @property
    def message(self) -> str:
        return ngettext(
            "This party booked %(count)d place. Whoever else comes needs a booking.",
            "This party booked %(count)d places. Whoever else comes needs a booking.",
            self.booked,
        ) % {"count": self.booked}


class GuideBusy(BookingError):
    """A guide leads another walk at that time."""

    def __init__(self, guide: str, trail: str, starts_at: datetime, zone: str) -> None:
        super().__init__()
        self.guide, self.trail, self.starts_at, self.zone = guide, trail, starts_at, zone

    @property
    def message(self) -> str:
        return _("%(guide)s leads another walk at that time: %(trail)s, %(moment)s.") % {
            "guide": self.guide,
            "trail": self.trail,
            "moment": moment_text(self.starts_at, self.zone),
        }


class GuideOfOtherSide(BookingError):
    def __init__(self, guide: str) -> None:
        super().__init__()
        self.guide = guide

    @property
    def message(self) -> str:
        return _("%(guide)s leads walks of the other country.") % {"guide": self.guide}


class AlreadyAnswered(BookingError):
    """A school has its answer."""

    def __init__(self, by: str) -> None:
        super().__init__()
        self.by = by

    @property
    def message(self) -> str:
        return _("This request has been answered already, by %(name)s.") % {"name": self.by or "–"}


class NothingToSplit(BookingError):
    @property
    def message(self) -> str:
        return _("Somebody must go and somebody must stay, and no more than the party has.")


class NothingToPayBack(BookingError):
    @property
    def message(self) -> str:
        return _("There is nothing to pay back on this booking.")


class NotTheDayOfTheWalk(BookingError):
    @property
    def message(self) -> str:
        return _("Parties are checked in on the day of their walk or on the day after.")


class NotCheckedIn(BookingError):
    @property
    def message(self) -> str:
        return _("This party has not been checked in.")


class NotYetWalked(BookingError):
    @property
    def message(self) -> str:
        return _("A walk can be reported on once it has begun.")
