"""The private page of one booking, and what it shows."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings import personal_data, waiting
from bookings import ticket as tickets
from bookings.calendars import CONTENT_TYPE, calendar_of, file_name
from bookings.lines import line_of
from bookings.models import Booking, BookingState
from bookings.moving import can_be_moved
from bookings.papers import papers_for, passports_text
from bookings.phones import readable
from bookings.queries import next_fitting, trail_page_url
from bookings.references import confirm_token, secret_for
from bookings.reminders import reminders
from bookings.told_people import people_context
from bookings.views.calendar import home_steps
from bookings.views.context import booking_steps
from bookings.views.keeping_offer import keeping_offer
from bookings.views.opening import READ_POLICY, back_to, by_private_link
from bookings.wording import held_until_text, party_text, refund_text, when_text
from content.base.menus import MenuItem

OUTCOMES = {
    "again",
    "accepted",
    "booked",
    "cancelled",
    "changed",
    "erased",
    "moved",
    "named",
    "sent",
    "sent-again",
    "unchanged",
    "waiting",
    "withdrawn",
    "without",
}


@require_safe
@by_private_link(READ_POLICY)
def view(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Show a booking."""
    outcome = request.GET.get("done", "")
    shown = page_context(request, booking, secret)
    context = {
        **shown,
        **(keeping_offer(booking, secret) if shown["has_ticket"] else {}),
        "take_out_base": _take_out_base(shown),
        "outcome": outcome if outcome in OUTCOMES else "",
        "steps": list(booking_steps(with_people=bool(shown["people"])).values()),
        "reminders": reminders(booking.departure) if can_be_changed(booking) else [],
    }
    return render(request, "bookings/booking.html", context)


@require_safe
@by_private_link(READ_POLICY)
def calendar_file(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Send the calendar file."""
    response = HttpResponse(calendar_of(booking), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(booking)}"'
    return response


@require_safe
@by_private_link(READ_POLICY)
def ticket(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Send the ticket, or lead back to the page that says why there is none."""
    if not tickets.has_ticket(booking):
        return back_to(booking, secret)
    response = HttpResponse(tickets.ticket_of(booking), content_type=tickets.CONTENT_TYPE)
    name = tickets.file_name(booking)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@by_private_link(READ_POLICY)
def data_file(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Send everything we hold about the booking, for the person themselves."""
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(personal_data.held_about(booking), json_dumps_params=options)
    name = f"booking-{booking.reference}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _take_out_base(shown: dict) -> str:
    """Return the address below which each person can be taken out; empty where nobody can."""
    return shown["change_people_url"] if shown.get("can_take_out") and not shown["is_over"] else ""


def can_be_changed(booking: Booking) -> bool:
    """Say whether the visitor may still change the party: a live booking of a walk that has not begun."""
    return booking.is_live and booking.departure.starts_at > timezone.now()


def page_context(request: HttpRequest, booking: Booking, secret: str) -> dict:
    """Return what every private page says about its booking."""
    departure = booking.departure
    is_over = departure.starts_at <= timezone.now()
    offers = []
    if not booking.is_pending and not booking.moved_to_id:
        offers = next_fitting(departure, booking.party_size, booking.nationality_groups)
    return {
        "booking": booking,
        "departure": departure,
        "is_sample": booking.is_sample or departure.is_sample,
        "trail": departure.trail,
        "side": departure.trail.side,
        "trail_url": trail_page_url(departure.trail, request.LANGUAGE_CODE),
        "when": when_text(departure),
        "party": party_text(booking.adults, booking.children),
        "passports": passports_text(booking.nationality_groups),
        "papers": papers_for(departure, booking.nationality_groups),
        "refund": refund_text(booking),
        "phone": readable(booking.phone) if booking.phone else "",
        "is_over": is_over,
        "has_ticket": tickets.has_ticket(booking),
        "can_change": can_be_changed(booking),
        "can_cancel": booking.is_pending and not is_over,
        "can_move": can_be_moved(booking) and not (is_over and booking.is_live),
        "offers": [line_of(offer, titled=False) for offer in offers],
        **_addresses(booking, secret),
        **people_context(booking),
        **_state_context(booking),
        "extra_breadcrumbs": [
            *home_steps(request),
            MenuItem(_("Guided departures"), reverse("bookings:departures")),
        ],
    }


def _addresses(booking: Booking, secret: str) -> dict:
    """Return the addresses of the private pages, as `change_url` and so on."""
    names = ("booking", "change", "cancel", "move", "accept", "address", "erase")
    names += ("change_people", "withdraw_papers")
    files = ("calendar_file", "ticket", "data_file")
    args = [booking.reference, secret]
    return {f"{name}_url": reverse(f"bookings:{name}", args=args) for name in (*names, *files)}


def _state_context(booking: Booking) -> dict:
    """Return what only some states need: until when places are held, the rank in the waiting list, the new booking."""
    context = {}
    if booking.hold_expires_at:
        context["held_until"] = held_until_text(booking)
    if booking.state == BookingState.WAITING:
        context["rank"] = waiting.rank(booking)
    if moved := booking.moved_to:
        secret = secret_for(moved.idempotency_key)
        context["moved_url"] = reverse("bookings:booking", args=[moved.reference, secret])
    if booking.state == BookingState.SUBMITTED and settings.MAILS_STAY_HERE:
        # On a site whose mails are written into a folder nobody would find the one with the link.
        context["sample_mail_url"] = confirm_url(booking, secret_for(booking.idempotency_key))
    return context


def confirm_url(booking: Booking, secret: str) -> str:
    """Return the address that only the mail carries: whoever opens it can read mail sent to the booking's address."""
    token = confirm_token(booking.idempotency_key, booking.email)
    return reverse("bookings:confirm", args=[booking.reference, secret, token])
