"""Opening the private pages of a booking: whoever has the link may, and nobody else learns that the booking exists."""

from collections.abc import Callable
from functools import wraps

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bookings import databases
from bookings.kept import KeptQuery
from bookings.models import Booking
from bookings.models.trails import trail_along
from bookings.references import is_right_secret, read_reference
from bookings.throttling import is_braked, note_failure
from bookings.views.context import too_many
from content.trails.closures import with_closures

# A page that is only read tells nobody where the reader came from. A page with a form must tell its origin,
# or the browser sends “Origin: null” and the form is refused; the path with the secret stays unsaid in both.
READ_POLICY, FORM_POLICY = "no-referrer", "strict-origin"
_ASKED_AT_THE_DOOR = (
    "reference",
    "secret_hash",
    "idempotency_key",
    "email",
    "state",
    "departure_id",
)


def _row(reference: str) -> QuerySet:
    return Booking.objects.only(*_ASKED_AT_THE_DOOR).filter(reference=reference).order_by()


_ROW = KeptQuery(_row, reference="sample")


def by_private_link(referrer_policy: str, *, reads_row_only: bool = False) -> Callable:
    """Wrap a view of a booking: find it by number and secret, or answer as for any wrong link.

    `reads_row_only` brings a POST no more than the booking's own row, read once, for what many press at once; whoever
    shows a page after all reads `whole`.
    """

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def wrapped(request: HttpRequest, reference: str, secret: str, **kwargs) -> HttpResponse:
            is_lean = reads_row_only and request.method == "POST"
            booking, failure = _open(request, read_reference(reference[:20]), secret[:100])
            with databases.in_charge(booking and booking._state.db):
                if booking and not is_lean:
                    booking = whole(booking.pk)
                response = failure or view(request, booking, secret, **kwargs)
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
        return None, too_many(request)
    # The same queries for a known and an unknown number, one a database; the rest only for the right secret.
    for alias in databases.aliases():
        booking = _ROW.first(alias, reference=reference.replace("\0", ""))
        if is_right_secret(secret, booking and booking.secret_hash):
            return booking, None
    return None, not_found(request, reference)


def not_found(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer any wrong link, and count it."""
    note_failure(request, reference)
    return render(request, "bookings/link_not_found.html", status=404)


def whole(pk: int) -> Booking:
    """Return a booking with all that its pages show."""
    path = "departure__trail"
    rows = Booking.objects.using(databases.alias_by_number(pk)).select_related("moved_to")
    rows = trail_along(rows, path, also=("side", "area"))
    return rows.prefetch_related(*with_closures(path)).get(pk=pk)


def back_to(booking: Booking, secret: str, outcome: str = "") -> HttpResponse:
    """Lead to the private page, which tells the outcome."""
    address = reverse("bookings:booking", args=[booking.reference, secret])
    query = f"?done={outcome}" if outcome else ""
    return HttpResponseRedirect(address + query, status=303)
