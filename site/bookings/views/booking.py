"""From a departure to a booking: the form, the review, the confirmation."""

from dataclasses import asdict, replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bookings import drafts, services
from bookings.consent import consent_given, consent_paragraphs, guardian_text
from bookings.drafts import Draft
from bookings.eligibility import departure_refusal, refusal
from bookings.errors import BookingError, DepartureFull
from bookings.forms import BookingForm
from bookings.lines import line_of
from bookings.models import Departure
from bookings.papers import papers_for, passports_text
from bookings.parties import Party
from bookings.phones import readable
from bookings.queries import next_fitting, trail_page_url, visible_departure
from bookings.services import Placed
from bookings.views.calendar import home_steps
from bookings.wording import (
    closing_text,
    party_text,
    places_text,
    when_text,
)
from content.base.menus import MenuItem

REFUSED = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one departure and, while it can be booked, the form; a right form leads to the review."""
    shown = _departure_or_404(pk)
    draft = drafts.kept_draft(request, pk)
    if request.method != "POST":
        return _form_page(request, shown, draft, _filled_form(shown, draft))
    if key := drafts.key_of_ticket(request.POST.get("ticket", ""), pk):
        draft = replace(draft, key=key)
    if placed := services.already_placed(draft.key):
        return _to_booking(placed, "again")
    form = BookingForm(request.POST, departure=shown)
    if not form.is_valid():
        return _form_page(request, shown, draft, form)
    if error := refusal(shown, form.party, timezone.now()):
        return _form_page(request, shown, draft, form, error)
    consent = consent_given(shown, with_children=form.party.children > 0)
    draft = replace(draft, typed=form.typed, consent=asdict(consent))
    response = HttpResponseRedirect(reverse("bookings:review", args=[pk]))
    drafts.keep(response, draft)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what will be booked; the button below books it, once."""
    shown = _departure_or_404(pk)
    if request.method != "POST":
        draft = drafts.kept_draft(request, pk)
        if not draft.is_complete:
            return redirect("bookings:departure", pk)
        return _review_page(request, shown, draft)
    draft = drafts.unsign(request.POST.get("draft", ""))
    if draft is None or draft.departure != pk or not draft.is_complete:
        return redirect("bookings:departure", pk)
    try:
        placed = services.place_booking(draft.request(request.LANGUAGE_CODE))
    except BookingError as error:
        now_shown = _departure_or_404(pk)
        return _form_page(request, now_shown, draft, _filled_form(now_shown, draft), error)
    return _to_booking(placed, "booked" if placed.is_new else "again")


def _departure_or_404(pk: int) -> Departure:
    found = visible_departure(pk)
    if found is None:
        raise Http404
    return found


def _filled_form(shown: Departure, draft: Draft) -> BookingForm:
    agreed = bool(draft.consent)
    guardian = agreed and draft.party.children > 0
    return BookingForm(
        departure=shown, initial={**draft.typed, "consent": agreed, "guardian": guardian}
    )


def _form_page(
    request: HttpRequest,
    shown: Departure,
    draft: Draft,
    form: BookingForm,
    error: BookingError | None = None,
) -> HttpResponse:
    """Show the departure and the form; when it cannot be booked, say why and offer the next that fit the party."""
    party = draft.party if draft.typed else Party(1)
    if form.is_bound and form.is_valid():
        party = form.party
    reason = error or departure_refusal(shown, timezone.now())
    if reason is None and shown.places_left == 0:
        reason = DepartureFull(0)
    offers = next_fitting(shown, party.size, party.groups) if reason else []
    context = {
        **_departure_context(request, shown),
        "form": form if shown.is_bookable else None,
        "ticket": drafts.ticket(draft),
        "consent": consent_paragraphs(shown),
        "reason": reason,
        "offers": [line_of(offer, titled=False) for offer in offers],
    }
    response = render(
        request, "bookings/departure.html", context, status=REFUSED if error else None
    )
    if form.is_bound:
        return response
    drafts.keep(response, draft)
    return response


def _review_page(request: HttpRequest, shown: Departure, draft: Draft) -> HttpResponse:
    context = {
        **_departure_context(request, shown),
        "draft": drafts.sign(draft),
        "party": party_text(draft.party.adults, draft.party.children),
        "typed": draft.typed,
        "passports": passports_text(draft.party.groups),
        "papers": papers_for(shown, draft.party.groups),
        "phone": readable(draft.typed["phone"]),
        "consent": consent_paragraphs(shown),
        "guardian": guardian_text() if draft.party.children else "",
    }
    return render(request, "bookings/review.html", context)


def _departure_context(request: HttpRequest, shown: Departure) -> dict:
    listing = MenuItem(_("Guided departures"), reverse("bookings:departures"))
    return {
        "departure": shown,
        "trail": shown.trail,
        "trail_url": trail_page_url(shown.trail, request.LANGUAGE_CODE),
        "when": when_text(shown),
        "book_until": closing_text(shown) if shown.is_bookable else "",
        "places": places_text(shown, shown.status),
        "steps": booking_steps(),
        "extra_breadcrumbs": [*home_steps(request), listing],
    }


def booking_steps() -> list[str]:
    """Return the names of the steps, as the progress line shows them."""
    return [_("Departure"), _("Your details"), _("Review"), _("Booked")]


def _to_booking(placed: Placed, outcome: str) -> HttpResponse:
    address = reverse("bookings:booking", args=[placed.booking.reference, placed.secret])
    response = HttpResponseRedirect(f"{address}?done={outcome}", status=303)
    drafts.forget(response)
    return response
