"""Why a booking is refused. Each error carries what a page needs to say so in the visitor's language."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.zones import moment_text
from content.base.formats import format_date, sentences


class BookingError(Exception):
    """A refusal with a message for the visitor, written in the language active when it is read."""

    @property
    def message(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return type(self).__name__


class DepartureFull(BookingError):
    """Not enough places; `places_left` were free at the moment of the refusal."""

    def __init__(self, places_left: int) -> None:
        super().__init__(places_left)
        self.places_left = places_left

    @property
    def message(self) -> str:
        if self.places_left == 0:
            return _("All places on this departure are taken.")
        return ngettext(
            "Only %(count)d place is left, too few for your party.",
            "Only %(count)d places are left, too few for your party.",
            self.places_left,
        ) % {"count": self.places_left}


class DayFull(DepartureFull):
    """Not enough places left in a zone on that day, though the walk has some."""

    def __init__(self, places_left: int, zone: str) -> None:
        super().__init__(places_left)
        self.zone = zone

    @property
    def message(self) -> str:
        if self.places_left == 0:
            return _("As many people as a day can bear are coming here on that day (%(zone)s).") % {
                "zone": self.zone
            }
        return ngettext(
            "Only %(count)d more person can come on that day (%(zone)s), too few for your party.",
            "Only %(count)d more people can come on that day (%(zone)s), too few for your party.",
            self.places_left,
        ) % {"count": self.places_left, "zone": self.zone}


class NoMorePlaces(DepartureFull):
    """A party cannot grow; the booking stays as it was."""

    @property
    def message(self) -> str:
        if self.places_left == 0:
            return _("No more places are free. Your booking stays as it was.")
        return ngettext(
            "Only %(count)d more place is free. Your booking stays as it was.",
            "Only %(count)d more places are free. Your booking stays as it was.",
            self.places_left,
        ) % {"count": self.places_left}


class DepartureClosed(BookingError):
    @property
    def message(self) -> str:
        return _("Booking for this departure has ended.")


class NotYetOpen(BookingError):
    """Booking opens later; `zone` is the trail's clock."""

    def __init__(self, opens_at: datetime, zone: str) -> None:
        super().__init__(opens_at)
        self.opens_at, self.zone = opens_at, zone

    @property
    def message(self) -> str:
        return _("Booking for this departure opens on %(moment)s.") % {
            "moment": moment_text(self.opens_at, self.zone)
        }


class DeparturePaused(BookingError):
    """Staff let booking rest for a while; `reason` is a few words, `note` whole sentences, each perhaps empty."""

    def __init__(self, reason: str = "", note: str = "") -> None:
        super().__init__(reason, note)
        self.reason, self.note = reason, note

    @property
    def message(self) -> str:
        told = _("Booking for this departure is paused.")
        if self.reason:
            told = _("Booking for this departure is paused: %(reason)s.") % {"reason": self.reason}
        return sentences(told, self.note, _("Please look again later."))


class DeparturePast(BookingError):
    @property
    def message(self) -> str:
        return _("This walk has already begun or is over.")


class DepartureCancelled(BookingError):
    """The reserve called the walk off; `reason` is a phrase, or empty."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def message(self) -> str:
        if not self.reason:
            return _("The reserve has cancelled this departure.")
        return _("The reserve has cancelled this departure: %(reason)s.") % {"reason": self.reason}


class TrailClosed(BookingError):
    """A dated closure of the trail covers the day of the walk."""

    def __init__(self, reason: str, until: date | None) -> None:
        super().__init__(reason, until)
        self.reason, self.until = reason, until

    @property
    def message(self) -> str:
        return _("The trail is closed on that day: %(reason)s.") % {"reason": self.reason}


class PartyTooLarge(BookingError):
    """More people than one booking may have on this trail."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    @property
    def message(self) -> str:
        return ngettext(
            "One booking on this trail may have at most %(count)d person.",
            "One booking on this trail may have at most %(count)d people.",
            self.limit,
        ) % {"count": self.limit}


class PartyTooSmall(BookingError):
    """Fewer people than may walk this trail together."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least

    @property
    def message(self) -> str:
        return ngettext(
            "For safety, a party on this trail has at least %(count)d person.",
            "For safety, a party on this trail has at least %(count)d people.",
            self.least,
        ) % {"count": self.least}


class PartyNeedsAdult(BookingError):
    @property
    def message(self) -> str:
        return _("At least one adult must come along.")


class BookingNotActive(BookingError):
    """The booking has ended in one way or another."""

    @property
    def message(self) -> str:
        return _("This booking no longer counts: it was cancelled, moved or has run out.")


class HoldRanOut(DepartureFull):
    """The places held for a visitor were released when their time was over, and others have taken them since."""

    @property
    def message(self) -> str:
        if self.places_left == 0:
            return _("Your time ran out, and the places have been taken by others meanwhile.")
        return ngettext(
            "Your time ran out. Meanwhile only %(count)d place is free, too few for your party.",
            "Your time ran out. Meanwhile only %(count)d places are free, too few for your party.",
            self.places_left,
        ) % {"count": self.places_left}


class HoldNotExtended(BookingError):
    @property
    def message(self) -> str:
        return _("The time was extended once already, or it is over.")


class OfferOver(BookingError):
    """An offer from the waiting list was taken up or ran out before."""

    @property
    def message(self) -> str:
        return _("This offer is no longer open.")


class MoreThanOffered(BookingError):
    """More people than the places offered to a party on the waiting list."""

    def __init__(self, offered: int) -> None:
        super().__init__(offered)
        self.offered = offered

    @property
    def message(self) -> str:
        return ngettext(
            "%(count)d place is offered to you; please choose so few people.",
            "%(count)d places are offered to you; please choose so few people.",
            self.offered,
        ) % {"count": self.offered}


class PlacesAreFree(BookingError):
    """Nobody need wait: the party fits."""

    @property
    def message(self) -> str:
        return _("There are places for your party: you can book them now.")


class TooManyBookings(BookingError):
    """One address has as many coming bookings as it may have."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    @property
    def message(self) -> str:
        return ngettext(
            "With this e-mail address %(count)d walk is booked already, and more are not possible. "
            "Please write to the office if you need more.",
            "With this e-mail address %(count)d walks are booked already, and more are not "
            "possible. Please write to the office if you need more.",
            self.limit,
        ) % {"count": self.limit}


class NotToBeMoved(BookingError):
    """A booking that has ended, or a departure of another country, whose data stay there."""

    @property
    def message(self) -> str:
        return _("This booking cannot be moved to that departure.")


class TooLateForNames(BookingError):
    """The last day on which the papers of the party could be filed is over."""

    @property
    def message(self) -> str:
        return _("Names and papers can no longer be changed here. Please write to the office.")


class NobodyOfThatNumber(BookingError):
    """The person was taken out before."""

    @property
    def message(self) -> str:
        return _("This person is no longer in the party.")


class PassportsNotSaid(BookingError):
    """An entry rule of the trail depends on the passports in the party."""

    @property
    def message(self) -> str:
        return _(
            "Please say which passports your party has: the papers for this trail depend on it."
        )


class TooLateForPapers(BookingError):
    """The papers cannot be had before the walk; `first_day` is the first that works, if one is in sight."""

    def __init__(self, first_day: date | None) -> None:
        super().__init__(first_day)
        self.first_day = first_day

    @property
    def message(self) -> str:
        if self.first_day is None:
            return _("At present people with these passports cannot book this trail.")
        return _(
            "The papers for this trail cannot be had in time. "
            "The earliest day for your party is %(date)s."
        ) % {"date": format_date(self.first_day, "full")}
