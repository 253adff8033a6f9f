"""What a visitor asks for, and the booking row it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from bookings import databases
from bookings.models import Booking
from bookings.parties import ConsentGiven, Contact, Party
from bookings.references import hash_of, new_reference, secret_for

REFERENCE_TRIES = 5


@dataclass(frozen=True, kw_only=True)
class HoldRequest:
    """Which party wants places on which departure; `key` makes the press of the button count once."""

    departure_id: int
    party: Party
    language: str
    key: str
    is_sample: bool = False


@dataclass(frozen=True, kw_only=True)
class BookingRequest(HoldRequest):
    """Everything a visitor confirms with one press of a button."""

    contact: Contact
    consent: ConsentGiven
    guardian: ConsentGiven | None = None

    @property
    def consents(self) -> list[ConsentGiven]:
        """Return everything the visitor agreed to."""
        return [one for one in (self.consent, self.guardian) if one]


@dataclass(frozen=True)
class Placed:
    """A booking and the secret of its private link; `is_new` is false for a repeated request."""

    booking: Booking
    secret: str
    is_new: bool


@dataclass(frozen=True)
class Changed:
    """A booking after a verb; `is_changed` is false when it was so already."""

    booking: Booking
    is_changed: bool


def whole(number: int, verb: Callable[[], Placed]) -> Placed:
    """Run a verb that writes a new booking in one transaction; again when its random number was taken already.

    `number` is that of a departure or booking in the database concerned.

    The key may have been used a moment ago as well: the verb finds that booking on the next turn.
    """
    for attempt in range(1, REFERENCE_TRIES + 1):
        try:
            with databases.transaction_for(number):
                return verb()
        except IntegrityError:
            if attempt == REFERENCE_TRIES:
                raise
    raise AssertionError("unreachable")


def new_booking(request: HoldRequest, **fields) -> Booking:
    """Return the unsaved row of a party, without whom to reach."""
    return Booking(
        reference=new_reference(),
        secret_hash=hash_of(secret_for(request.key)),
        idempotency_key=request.key,
        departure_id=request.departure_id,
        is_sample=request.is_sample,
        **{"language": request.language, **party_fields(request.party), **fields},
    )


def party_fields(party: Party) -> dict:
    """Return the columns that say who comes."""
    return {
        "adults": party.adults,
        "children": party.children,
        "party_size": party.size,
        "nationality_groups": list(party.groups),
    }


def contact_fields(request: BookingRequest, now: datetime) -> dict:
    """Return the columns that say whom to reach, who agreed to it at `now`."""
    return {
        "name": request.contact.name,
        "email": request.contact.email,
        "phone": request.contact.phone,
        "language": request.language,
        "consent_at": now,
        "submitted_at": now,
    }


def resize(booking: Booking, party: Party) -> None:
    """Write how many come with a locked booking; its passports stay, and its calendar file is a newer one."""
    write(
        booking,
        adults=party.adults,
        children=party.children,
        party_size=party.size,
        revision=booking.revision + 1,
    )


def write(booking: Booking, **fields) -> None:
    """Set columns of a locked row and save exactly these."""
    for name, value in fields.items():
        setattr(booking, name, value)
    booking.save(update_fields=list(fields))
