"""A ticket that stays on the visitor's telephone when they ask for it: its page, and the worker that shows it there."""

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bookings import ticket as tickets
from bookings.models import Booking
from bookings.reminders import reminders
from bookings.views.keeping_offer import keeping_offer
from bookings.views.opening import READ_POLICY, back_to, by_private_link
from bookings.views.private import page_context

WORKER = "js/ticket_keeper.js"


@require_safe
@by_private_link(READ_POLICY)
def kept_ticket(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Show the ticket alone, without anything that could change the booking."""
    if not tickets.has_ticket(booking):
        return back_to(booking, secret)
    context = {
        **page_context(request, booking, secret),
        **keeping_offer(booking, secret),
        "code": tickets.code_of(booking.reference),
        "reminders": reminders(booking.departure),
        "now": timezone.now(),
    }
    return render(request, "bookings/kept_ticket.html", context)


@require_safe
def ticket_keeper(request: HttpRequest) -> HttpResponse:
    """Send the service worker, from where it may see the pages of bookings and no others."""
    with open(finders.find(WORKER), encoding="utf-8") as file:
        answer = HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer
