"""The waiting list of a full departure: bookings without places, first come first.

`settling` offers places that come free, in the transaction that frees them; here people join and take an offer up.
To leave is to cancel.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from bookings import consents, databases, history, outbox, places
from bookings.eligibility import confirm_refusal, party_refusal, waiting_refusal
from bookings.errors import MoreThanOffered, OfferOver, PlacesAreFree
from bookings.holding import refuse_hoarding
from bookings.models import Booking, BookingState, EventKind, MailKind
from bookings.parties import VISITOR, Actor, ConsentGiven, Party
from bookings.references import secret_for
from bookings.requests import (
    BookingRequest,
    Changed,
    Placed,
    contact_fields,
    new_booking,
    party_fields,
    whole,
)
from bookings.services import already_placed, enter, lock_booking
from bookings.settling import bring_up_to_date, settle


@dataclass(frozen=True, kw_only=True)
class WaitRequest(BookingRequest):
    """A party that waits for places; `fewest` people would come as well."""

    fewest: int


def join_waiting_list(request: WaitRequest, actor: Actor = VISITOR) -> Placed:
    """Put a party on the waiting list; the same key always yields the same place on it.

    Raises PlacesAreFree when nobody need wait, or the BookingError that says why waiting makes no sense.
    """
    number = request.departure_id
    with databases.at(number):
        return already_placed(request.key) or whole(number, lambda: _join(request, actor))


def _join(request: WaitRequest, actor: Actor) -> Placed:
    departure, now = settle(request.departure_id)
    if placed := already_placed(request.key):
        return placed
    if error := waiting_refusal(departure, request.party, now):
        raise error
    if departure.places_left >= request.fewest:
        raise PlacesAreFree
    refuse_hoarding(request.contact.email, now)
    booking = new_booking(
        request,
        state=BookingState.WAITING,
        fewest=min(request.fewest, request.party.size),
        **contact_fields(request, now),
    )
    booking.save(force_insert=True)
    consents.note(booking, request.consents, now)
    entry = history.record(
        EventKind.WAITING, actor, now, booking=booking, people=booking.party_size
    )
    if not booking.is_sample:
        outbox.owe(entry, MailKind.WAITING)
    return Placed(booking, secret_for(request.key), is_new=True)


def rank(booking: Booking) -> int:
    """Return the place of a waiting party in its list, the first being 1."""
    same_walk = Booking.objects.using(booking._state.db).filter(departure_id=booking.departure_id)
    before = same_walk.waiting()
    earlier = Q(submitted_at__lt=booking.submitted_at)
    same = Q(submitted_at=booking.submitted_at, pk__lt=booking.pk)
    return before.filter(earlier | same).count() + 1


def accept_offer(
    booking_id: int, party: Party, actor: Actor = VISITOR, *, given: Iterable[ConsentGiven] = ()
) -> Changed:
    """Take up an offer with so many people; places that are not needed go to the next who wait.

    `given` are the consents that come with it. A pause of the booking takes no offer back.

    Raises OfferOver or MoreThanOffered.
    """
    with databases.transaction_for(booking_id):
        departure, booking, now = lock_booking(booking_id)
        if booking.is_live:
            return Changed(booking, is_changed=False)
        if booking.state != BookingState.OFFERED:
            raise OfferOver
        if error := confirm_refusal(departure, now) or party_refusal(departure, party):
            raise error
        if party.size > booking.offered_places:
            raise MoreThanOffered(booking.offered_places)
        if spare := booking.offered_places - party.size:
            places.give_back(departure.pk, spare)
        for name, value in party_fields(party).items():
            setattr(booking, name, value)
        enter(departure, booking, actor, now)
        consents.note(booking, given, now)
        bring_up_to_date(departure, now)
        return Changed(booking, is_changed=True)
