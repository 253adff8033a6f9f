"""What a visitor does to a booking from its private page: confirm, change, move, cancel, have it erased."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bookings import holding, moving, personal_data, services, waiting
from bookings.eligibility import departure_refusal
from bookings.errors import BookingError
from bookings.forms.contact import AddressForm
from bookings.forms.party import ChangePartyForm
from bookings.lines import line_of
from bookings.models import Booking, BookingState
from bookings.moving import can_be_moved
from bookings.parties import Party
from bookings.references import confirm_token
from bookings.views.context import REFUSED, to_booking
from bookings.views.opening import FORM_POLICY, back_to, by_private_link, not_found, whole
from bookings.views.private import can_be_changed, page_context


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY, reads_row_only=True)
def confirm(request: HttpRequest, booking: Booking, secret: str, token: str) -> HttpResponse:
    """Ask for one press of a button: mail programs open links on their own, people press buttons."""
    right = confirm_token(booking.idempotency_key, booking.email)
    if not booking.email or not constant_time_compare(token, right):
        return not_found(request, booking.reference)
    if booking.is_live:
        return back_to(booking, secret, "again")
    error = None
    if request.method == "POST":
        try:
            holding.confirm_booking(booking.pk, departure_id=booking.departure_id)
            return back_to(booking, secret, "booked")
        except BookingError as refused:
            error, booking = refused, whole(booking.pk)
    context = {
        **page_context(request, booking, secret),
        "title": _("Confirm your booking"),
        "error": error,
    }
    status = REFUSED if error else None
    return render(request, "bookings/confirm.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def address(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Correct a mistyped address, or send the mail with the link once more."""
    if booking.state != BookingState.SUBMITTED:
        return back_to(booking, secret)
    form = AddressForm(request.POST or None, initial={"email": booking.email})
    error = None
    if request.method == "POST" and form.is_valid():
        try:
            holding.correct_address(booking.pk, form.cleaned_data["email"])
            return back_to(booking, secret, "sent-again")
        except BookingError as refused:
            error = refused
    context = {
        **page_context(request, booking, secret),
        "title": _("Correct the e-mail address"),
        "form": form,
        "error": error,
    }
    return render(request, "bookings/address.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def accept(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Take up an offer from the waiting list, with as many people as places are offered, or fewer."""
    if booking.state != BookingState.OFFERED:
        return back_to(booking, secret)
    offered = Party(max(1, booking.offered_places - booking.children), booking.children)
    if offered.size > booking.offered_places:
        offered = Party(booking.offered_places)
    initial = {"adults": offered.adults, "children": offered.children}
    form = ChangePartyForm(request.POST or None, booking=booking, initial=initial)
    error = None
    if request.method == "POST" and form.is_valid():
        groups = tuple(booking.nationality_groups)
        party = Party(form.party.adults, form.party.children, groups)
        try:
            waiting.accept_offer(booking.pk, party, given=form.consents)
            return back_to(booking, secret, "accepted")
        except BookingError as refused:
            error = refused
    context = {
        **page_context(request, booking, secret),
        "title": _("Take up the offer"),
        "form": form,
        "error": error,
    }
    return render(request, "bookings/accept.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def change(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Change how many come."""
    departure = booking.departure
    if not can_be_changed(booking):
        return back_to(booking, secret)
    initial = {"adults": booking.adults, "children": booking.children}
    form = ChangePartyForm(request.POST or None, booking=booking, initial=initial)
    error = None
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.change_party_size(booking.pk, form.party, given=form.consents)
            return back_to(booking, secret, "changed" if changed.is_changed else "unchanged")
        except BookingError as refused:
            error = refused
    departure.refresh_from_db(fields=["places_taken"])
    context = {
        **page_context(request, booking, secret),
        "title": _("Change the party"),
        "form": form,
        "error": error,
        "refused": departure_refusal(departure, timezone.now()),
    }
    return render(request, "bookings/change.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def move(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Offer the dates that fit the whole party; one press moves it there."""
    if booking.moved_to_id or not can_be_moved(booking):
        return back_to(booking, secret)
    error = None
    chosen = request.POST.get("departure", "")
    if chosen.isdecimal() and len(chosen) < 12:
        try:
            return to_booking(moving.move_booking(booking.pk, int(chosen)), "moved")
        except BookingError as refused:
            error = refused
    dates = moving.dates_for(booking)
    context = {
        **page_context(request, booking, secret),
        "title": _("Choose another date"),
        "dates": [(date.pk, line_of(date, titled=False)) for date in dates],
        "error": error,
    }
    return render(request, "bookings/move.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def cancel(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Ask once more, then cancel: a booking, an offer, or a place on the waiting list."""
    if request.method != "POST":
        if not booking.is_pending or booking.departure.starts_at <= timezone.now():
            return back_to(booking, secret)
        context = {**page_context(request, booking, secret), "title": _("Cancel the booking?")}
        return render(request, "bookings/cancel.html", context)
    try:
        services.cancel_booking(booking.pk)
    except BookingError:
        return back_to(booking, secret)  # the walk began meanwhile: the page says so
    return back_to(booking, secret, "cancelled")


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def erase(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Ask once more, then erase who the visitor is; a booking that still counts is cancelled by it."""
    if booking.erased_at:
        return back_to(booking, secret)
    if request.method != "POST":
        context = {**page_context(request, booking, secret), "title": _("Erase my data")}
        return render(request, "bookings/erase.html", context)
    personal_data.erase_on_request(booking.pk)
    return back_to(booking, secret, "erased")
