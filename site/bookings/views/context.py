"""What the pages of a booking share."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bookings import drafts
from bookings.models import Departure
from bookings.queries import trail_page_url, visible_departure
from bookings.requests import Placed
from bookings.throttling import WINDOW_SECONDS
from bookings.views.calendar import home_steps
from bookings.wording import closing_text, places_text, when_text
from content.base.menus import MenuItem

REFUSED = 409
TOO_MANY = 429


def departure_or_404(pk: int) -> Departure:
    found = visible_departure(pk)
    if found is None:
        raise Http404
    return found


def departure_context(
    request: HttpRequest, shown: Departure, *, step: str, with_people: bool = False
) -> dict:
    """Return what every step says about the departure; `step` is a key of `booking_steps`."""
    steps = booking_steps(with_people=with_people)
    listing = MenuItem(_("Guided departures"), reverse("bookings:departures"))
    return {
        "departure": shown,
        "trail": shown.trail,
        "trail_url": trail_page_url(shown.trail, request.LANGUAGE_CODE),
        "when": when_text(shown),
        "book_until": closing_text(shown) if shown.is_bookable else "",
        "places": places_text(shown, shown.status),
        "steps": list(steps.values()),
        "step": list(steps).index(step) + 1,
        "extra_breadcrumbs": [*home_steps(request), listing],
    }


def booking_steps(*, with_people: bool) -> dict[str, str]:
    """Return the names of the steps by their keys, as the progress line shows them."""
    people = {"people": _("Who comes")} if with_people else {}
    return {
        "party": _("Your party"),
        **people,
        "details": _("Your details"),
        "review": _("Review"),
        "confirm": _("Confirm by e-mail"),
    }


def to_booking(placed: Placed, outcome: str) -> HttpResponse:
    """Lead to the private page of a booking; what was typed is forgotten."""
    address = reverse("bookings:booking", args=[placed.booking.reference, placed.secret])
    response = HttpResponseRedirect(f"{address}?done={outcome}", status=303)
    drafts.forget(response)
    return response


def too_many(request: HttpRequest, *, is_of_holds: bool = False) -> HttpResponse:
    """Answer a client that has tried too often of late."""
    template = "bookings/too_many_holds.html" if is_of_holds else "bookings/too_many_tries.html"
    braked = render(request, template, status=TOO_MANY)
    braked.headers["Retry-After"] = WINDOW_SECONDS
    return braked
