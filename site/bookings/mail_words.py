"""What the mails about the steps of a booking say, apart from the facts that every mail carries."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings import told_people
from bookings.models import Booking, MailKind
from bookings.needs import unnamed
from bookings.waiting import rank
from bookings.wording import held_until_text, party_text, pause_text
from content.base.formats import sentences


@dataclass(frozen=True)
class MailWords:
    """Heading, one paragraph, and the words on the link; `is_link_to_confirm` means the link that confirms."""

    heading: str
    text: str
    link_label: str
    is_link_to_confirm: bool = False


def words_of(kind: MailKind, booking: Booking) -> MailWords | None:
    """Return the words of a mail, in the active language; None for the kinds with a template of their own."""
    write = _WRITERS.get(kind)
    if write is None:
        return None
    words = write(booking)
    if kind in _TELL_OF_PAUSE:
        words = replace(words, text=sentences(words.text, pause_text(booking.departure)))
    return words


def _please_confirm(booking: Booking) -> MailWords:
    return MailWords(
        _("Please confirm your booking"),
        _(
            "Your places are held until %(time)s. Open the link and press the button: only then are "
            "they yours. If you have booked nothing, you need do nothing."
        )
        % {"time": held_until_text(booking)},
        _("Confirm the booking"),
        is_link_to_confirm=True,
    )


def _ran_out(booking: Booking) -> MailWords:
    return MailWords(
        _("Your places were released"),
        _(
            "The booking was not confirmed in time, so the places are free for others again. With the "
            "link you can still have them as long as nobody else has taken them."
        ),
        _("Confirm the booking"),
        is_link_to_confirm=True,
    )


def _under_review(booking: Booking) -> MailWords:
    if last := told_people.missing_until(booking):
        return MailWords(
            _("We need your names and papers"),
            _(
                "Your places are held. Please give the names and papers that are missing by "
                "%(day)s: the link leads there. We write to you as soon as it is decided. Please "
                "do not set out before."
            )
            % {"day": last},
            _("Give names and papers"),
        )
    return MailWords(
        _("We look at your papers"),
        _(
            "Your places are held. The office checks whether everybody in your party may enter and "
            "writes to you as soon as it is decided. Please do not set out before."
        ),
        _("See, change or cancel your booking"),
    )


def _rejected(booking: Booking) -> MailWords:
    return MailWords(
        _("We cannot confirm your booking"),
        _(
            "The papers of your party do not allow this visit, so the places are released. We are "
            "sorry. The office can tell you why and what would help."
        ),
        _("Your booking"),
    )


def _papers_missing(booking: Booking) -> MailWords:
    return MailWords(
        _("Papers are missing"),
        _(
            "Of somebody in your party we still have no name or no papers. Please give them by "
            "%(day)s: after that no permit can be obtained in time."
        )
        % {"day": told_people.missing_until(booking)},
        _("Give names and papers"),
    )


def _names_missing(booking: Booking) -> MailWords:
    count = unnamed(booking.departure, booking)
    return MailWords(
        _("Names are missing"),
        ngettext(
            "Of %(count)d person in your party we still have no name. On this walk it is checked "
            "at the entrance who comes, so please give the name before you set out.",
            "Of %(count)d persons in your party we still have no name. On this walk it is checked "
            "at the entrance who comes, so please give the names before you set out.",
            count,
        )
        % {"count": count},
        _("Give the names"),
    )


def _without_person(booking: Booking) -> MailWords:
    return MailWords(
        _("Your party is smaller"),
        _(
            "One person in your party was not admitted, and the others keep their places: "
            "%(party)s. Name and papers of that person are deleted. The office can tell you more."
        )
        % {"party": party_text(booking.adults, booking.children)},
        _("See, change or cancel your booking"),
    )


def _waiting(booking: Booking) -> MailWords:
    return MailWords(
        _("You are on the waiting list"),
        _(
            "At present you are number %(rank)d. When enough places come free, we hold them for you "
            "and write to you at once. This is not a booking yet."
        )
        % {"rank": rank(booking)},
        _("See your place or leave the list"),
    )


def _paused(booking: Booking) -> MailWords:
    return MailWords(
        _("Booking is paused"),
        sentences(
            pause_text(booking.departure),
            _(
                "You keep your place on the waiting list. As soon as booking goes on and places "
                "are free for you, we write to you."
            ),
        ),
        _("See your place or leave the list"),
    )


def _offered(booking: Booking) -> MailWords:
    places = booking.offered_places or booking.party_size
    return MailWords(
        _("Places have come free for you"),
        ngettext(
            "%(count)d place is held for you until %(time)s. Open the link to take it up or to "
            "decline; after that time the next on the list are asked.",
            "%(count)d places are held for you until %(time)s. Open the link to take them up or to "
            "decline; after that time the next on the list are asked.",
            places,
        )
        % {"count": places, "time": held_until_text(booking)},
        _("Answer the offer"),
    )


def _offer_lapsed(booking: Booking) -> MailWords:
    return MailWords(
        _("The offer has run out"),
        _(
            "We have not heard from you in time, so the places went to the next on the list. You may "
            "join the list again, or choose another date."
        ),
        _("Your place on the list"),
    )


def _wait_over(booking: Booking) -> MailWords:
    return MailWords(
        _("No places came free"),
        _("Booking for this walk has ended and the waiting list is closed. We are sorry."),
        _("Your place on the list"),
    )


def _moved(booking: Booking) -> MailWords:
    return MailWords(
        _("Your booking is moved"),
        _(
            "This is your new date, with a new booking number and a new link. The places on the old "
            "date are free for others again."
        ),
        _("See, change or cancel your booking"),
    )


def _guaranteed(booking: Booking) -> MailWords:
    return MailWords(
        _("Your walk takes place"),
        _(
            "It is certain now: the walk takes place, however many people still join. Your places "
            "are yours as before, and there is nothing for you to do."
        ),
        _("See, change or cancel your booking"),
    )


# They say that one may book or wait again, or that one waits.
_TELL_OF_PAUSE = {MailKind.RAN_OUT, MailKind.OFFER_LAPSED, MailKind.WAITING}
_WRITERS = {
    MailKind.PLEASE_CONFIRM: _please_confirm,
    MailKind.RAN_OUT: _ran_out,
    MailKind.UNDER_REVIEW: _under_review,
    MailKind.REJECTED: _rejected,
    MailKind.PAPERS_MISSING: _papers_missing,
    MailKind.NAMES_MISSING: _names_missing,
    MailKind.WITHOUT_PERSON: _without_person,
    MailKind.WAITING: _waiting,
    MailKind.PAUSED: _paused,
    MailKind.OFFERED: _offered,
    MailKind.OFFER_LAPSED: _offer_lapsed,
    MailKind.WAIT_OVER: _wait_over,
    MailKind.MOVED: _moved,
    MailKind.GUARANTEED: _guaranteed,
}
