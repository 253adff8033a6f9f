"""The rights of the person: everything we hold, and having it erased."""

from contextlib import suppress

from bookings import databases, services
from bookings.errors import BookingError
from bookings.models import Booking, Participant
from bookings.parties import VISITOR
from bookings.retention import erase_person

_FIELDS = (
    "reference",
    "state",
    "adults",
    "children",
    "nationality_groups",
    "name",
    "email",
    "phone",
    "language",
    "consent_at",
    "created_at",
    "submitted_at",
    "confirmed_at",
    "cancelled_at",
    "erased_at",
)

_OF_A_PERSON = ("number", "band", "group", "name", "name_original", "birth_year")


def held_about(booking: Booking) -> dict:
    """Return everything stored about a booking, with its history and the mails owed or sent, ready for JSON."""
    departure = booking.departure
    return {
        "booking": {name: getattr(booking, name) for name in _FIELDS},
        "departure": {
            "trail": departure.trail.slug,
            "starts_at": departure.starts_at,
            "time_zone": departure.time_zone,
            "operator": departure.trail.side_id,
        },
        "persons": [_person(one) for one in booking.participants.select_related("document")],
        "consents": list(
            booking.consents.values(
                "purpose", "version", "text_hash", "language", "given_at", "withdrawn_at"
            )
        ),
        "refunds": list(booking.refunds.values("amount", "words", "noted_at", "paid_at")),
        "history": list(booking.events.values("at", "kind", "actor_kind", "details")),
        "attendance": list(booking.attendance_events.values("kind", "people", "at")),
        "mails": list(booking.mails.values("kind", "created_at", "sent_at", "dropped_at")),
    }


def _person(one: Participant) -> dict:
    """Return what is stored of a person; of a document no more than its end is ever shown."""
    document = getattr(one, "document", None)
    return {
        **{name: getattr(one, name) for name in _OF_A_PERSON},
        "document": document
        and {
            "number": f"…{document.ends_with}",
            "stored_at": document.stored_at,
            "deleted_on": document.delete_on,
        },
        "permits": list(one.cases.values("state", "reason", "file_by", "changed_at")),
    }


def erase_on_request(booking_id: int) -> bool:
    """Cancel what still counts and erase the person at once; say whether there was anything to erase.

    The mail that would tell of the cancellation has no address any more and is dropped.
    """
    with databases.transaction_for(booking_id):
        with suppress(BookingError):  # the walk has begun: the numbers stay, the person goes
            services.cancel_booking(booking_id, VISITOR)
        return erase_person(booking_id, VISITOR)
