"""The private page of one booking: whoever has the link may see, change and cancel it, and nobody else."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bookings import services
from bookings.calendars import CONTENT_TYPE, calendar_of, file_name
from bookings.eligibility import departure_refusal
from bookings.errors import BookingError
from bookings.forms import PartyForm
from bookings.lines import line_of
from bookings.models import Booking
from bookings.papers import papers_for, passports_text
from bookings.phones import readable
from bookings.queries import next_fitting, trail_page_url
from bookings.references import is_right_secret, read_reference
from bookings.reminders import reminders
from bookings.throttling import WINDOW_SECONDS, is_braked, note_failure
from bookings.views.booking import REFUSED, booking_steps
from bookings.views.calendar import home_steps
from bookings.wording import party_text, when_text
from content.base.menus import MenuItem
from content.trails.closures import with_closures

OUTCOMES = {"booked", "again", "changed", "unchanged", "cancelled"}
TOO_MANY = 429
# A page that is only read tells nobody where the reader came from. A page with a form must tell its origin,
# or the browser sends “Origin: null” and the form is refused; the path with the secret stays unsaid in both.
READ_POLICY, FORM_POLICY = "no-referrer", "strict-origin"


def by_private_link(referrer_policy: str) -> Callable:
    """Wrap a view of a booking: find it by number and secret, or answer as for any wrong link."""

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def wrapped(request: HttpRequest, reference: str, secret: str) -> HttpResponse:
            booking, failure = _open(request, read_reference(reference[:20]), secret[:100])
            response = failure or view(request, booking, secret)
            response.headers["Referrer-Policy"] = READ_POLICY if failure else referrer_policy
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return wrapped

    return wrap


def _open(
    request: HttpRequest, reference: str, secret: str
) -> tuple[Booking | None, HttpResponse | None]:
    if is_braked(request, reference):
        braked = render(request, "bookings/too_many_tries.html", status=TOO_MANY)
        braked.headers["Retry-After"] = WINDOW_SECONDS
        return None, braked
    # The same single query for a known and an unknown number; the rest only for the right secret.
    rows = Booking.objects.filter(reference=reference.replace("\0", ""))
    pk, stored_hash = rows.values_list("pk", "secret_hash").first() or (None, None)
    if is_right_secret(secret, stored_hash):
        return _whole(pk), None
    note_failure(request, reference)
    return None, render(request, "bookings/link_not_found.html", status=404)


def _whole(pk: int) -> Booking:
    return (
        Booking.objects.select_related("departure__trail__side", "departure__trail__area")
        .defer("departure__trail__track")
        .prefetch_related(*with_closures("departure__trail"))
        .get(pk=pk)
    )


@require_safe
@by_private_link(READ_POLICY)
def view(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Show a booking."""
    outcome = request.GET.get("done", "")
    return render(
        request,
        "bookings/booking.html",
        {
            **_context(request, booking, secret),
            "outcome": outcome if outcome in OUTCOMES else "",
            "steps": booking_steps(),
            "reminders": reminders(booking.departure) if can_be_changed(booking) else [],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def change(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Change how many come."""
    departure = booking.departure
    if not can_be_changed(booking):
        return _back(booking, secret)
    initial = {
        "adults": booking.adults,
        "children": booking.children,
        "guardian": booking.children > 0,
    }
    form = PartyForm(request.POST or None, departure=departure, initial=initial)
    error = None
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.change_party_size(booking.pk, form.party)
            return _back(booking, secret, "changed" if changed.is_changed else "unchanged")
        except BookingError as refused:
            error = refused
    departure.refresh_from_db(fields=["places_taken"])
    context = {
        **_context(request, booking, secret),
        "form": form,
        "error": error,
        "can_grow": departure_refusal(departure, timezone.now()) is None,
    }
    status = REFUSED if error else None
    return render(request, "bookings/change.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def cancel(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Ask once more, then cancel."""
    if request.method != "POST":
        if not can_be_changed(booking):
            return _back(booking, secret)
        return render(request, "bookings/cancel.html", _context(request, booking, secret))
    try:
        services.cancel_booking(booking.pk)
    except BookingError:
        return _back(booking, secret)  # the walk began meanwhile: the page says so
    return _back(booking, secret, "cancelled")


@require_safe
@by_private_link(READ_POLICY)
def calendar_file(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Send the calendar file."""
    response = HttpResponse(calendar_of(booking), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(booking)}"'
    return response


def can_be_changed(booking: Booking) -> bool:
    """Say whether the visitor may still change or cancel: a live booking of a walk that has not begun."""
    return booking.is_live and booking.departure.starts_at > timezone.now()


def _back(booking: Booking, secret: str, outcome: str = "") -> HttpResponse:
    address = reverse("bookings:booking", args=[booking.reference, secret])
    query = f"?done={outcome}" if outcome else ""
    return HttpResponseRedirect(address + query, status=303)


def _context(request: HttpRequest, booking: Booking, secret: str) -> dict:
    departure = booking.departure
    offers = (
        []
        if booking.is_live
        else next_fitting(departure, booking.party_size, booking.nationality_groups)
    )
    address = [booking.reference, secret]
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
        "phone": readable(booking.phone) if booking.phone else "",
        "is_over": departure.starts_at <= timezone.now(),
        "can_change": can_be_changed(booking),
        "booking_url": reverse("bookings:booking", args=address),
        "change_url": reverse("bookings:change", args=address),
        "cancel_url": reverse("bookings:cancel", args=address),
        "calendar_url": reverse("bookings:calendar_file", args=address),
        "offers": [line_of(offer, titled=False) for offer in offers],
        "extra_breadcrumbs": [
            *home_steps(request),
            MenuItem(_("Guided departures"), reverse("bookings:departures")),
        ],
    }
