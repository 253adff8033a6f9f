"""From a departure to a booking: who comes, whom we reach, the review. Places are held from the second step on."""

from contextlib import suppress
from dataclasses import asdict, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from bookings import consents, databases, drafts, holding, services
from bookings.consent import (
    booking_consent,
    consent_paragraphs,
    guardian_consent,
    guardian_text,
)
from bookings.drafts import Draft
from bookings.eligibility import departure_refusal
from bookings.errors import BookingError, DepartureFull
from bookings.forms.contact import ContactForm
from bookings.forms.party import ChoosePartyForm
from bookings.models import Booking, ConsentPurpose, Departure
from bookings.needs import asks_who_comes
from bookings.other_dates import other_dates
from bookings.papers import first_days, papers_for, passports_text
from bookings.parties import Party
from bookings.phones import readable
from bookings.throttling import are_holds_braked, note_hold
from bookings.told_people import told_people
from bookings.views.context import (
    REFUSED,
    departure_context,
    departure_or_404,
    to_booking,
    too_many,
)
from bookings.wording import party_text


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one departure and, while it can be booked, ask who comes; the answer holds their places."""
    shown = departure_or_404(pk)
    draft = drafts.kept_draft(request, pk)
    if request.method != "POST":
        return _party_page(
            request, shown, draft, ChoosePartyForm(departure=shown, initial=draft.typed)
        )
    if key := drafts.key_of_ticket(request.POST.get("ticket", ""), pk):
        draft = replace(draft, key=key)
    if placed := services.already_placed(draft.key):
        return to_booking(placed, "again")
    form = ChoosePartyForm(request.POST, departure=shown)
    if not form.is_valid():
        return _party_page(request, shown, draft, form)
    if are_holds_braked(request):
        return too_many(request, is_of_holds=True)
    draft = replace(draft, typed={**draft.typed, **form.typed})
    try:
        placed = holding.hold_places(draft.hold_request(request.LANGUAGE_CODE))
    except BookingError as error:
        return _party_page(request, departure_or_404(pk), draft, form, error)
    if placed.is_new:
        note_hold(request)
        _release(draft.other)
        draft = replace(draft, other="")
    is_asked = asks_who_comes(shown, draft.party.groups)
    response = redirect("bookings:people" if is_asked else "bookings:details", pk)
    drafts.keep(response, draft)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whom to reach, while the places are held; a right form leads to the review."""
    shown = departure_or_404(pk)
    draft = drafts.kept_draft(request, pk)
    if request.method == "POST":
        draft = drafts.unsign(request.POST.get("draft", "")) or draft
    if not draft.has_party or draft.departure != pk:
        return redirect("bookings:departure", pk)
    if placed := services.already_placed(draft.key):
        return to_booking(placed, "again")
    is_named = asks_who_comes(shown, draft.party.groups)
    with_children = draft.party.children > 0 and not _has_guardian(draft, is_named=is_named)
    asked = {"with_children": with_children, "is_named": is_named}
    if request.method != "POST":
        agreed = bool(draft.consent)
        initial = {**draft.typed, "consent": agreed, "guardian": agreed}
        form = ContactForm(departure=shown, initial=initial, **asked)
        return _details_page(request, shown, draft, form)
    form = ContactForm(request.POST, departure=shown, **asked)
    if not form.is_valid():
        return _details_page(request, shown, draft, form)
    guardian = asdict(guardian_consent(shown, is_named=is_named)) if with_children else {}
    draft = replace(
        draft,
        typed={**draft.typed, **form.typed},
        consent=asdict(booking_consent(shown)),
        guardian=guardian,
    )
    response = redirect("bookings:review", pk)
    drafts.keep(response, draft)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what will be booked; the button below sends it in, once."""
    if request.method != "POST":
        shown = departure_or_404(pk)
        draft = drafts.kept_draft(request, pk)
        if not draft.is_complete:
            return redirect("bookings:departure", pk)
        return _review_page(request, shown, draft)
    draft = drafts.unsign(request.POST.get("draft", ""))
    if draft is None or draft.departure != pk or not draft.is_complete:
        return redirect("bookings:departure", departure_or_404(pk).pk)
    try:
        placed = holding.submit_booking(draft.request(request.LANGUAGE_CODE))
    except Departure.DoesNotExist:
        raise Http404 from None
    except BookingError as error:
        now_shown = departure_or_404(pk)
        form = ChoosePartyForm(departure=now_shown, initial=draft.typed)
        return _party_page(request, now_shown, draft, form, error)
    return to_booking(placed, "sent" if placed.is_new else "again")


@require_POST
def more_time(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the visitor the same time once more, and go back to the step they came from."""
    draft = drafts.unsign(request.POST.get("draft", "")) or drafts.kept_draft(request, pk)
    with suppress(BookingError):  # the page they come back to says how much time is left
        holding.extend_hold(draft.key)
    return redirect("bookings:review" if draft.is_complete else "bookings:details", pk)


@require_POST
def give_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the held places back and forget what was typed."""
    draft = drafts.unsign(request.POST.get("draft", "")) or drafts.kept_draft(request, pk)
    _release(draft.key)
    response = redirect("bookings:departures")
    drafts.forget(response)
    return response


def _release(key: str) -> None:
    """Give back what is held with a key and was not sent in, on whichever side."""
    for _alias in databases.in_turn():
        held = _held(key)
        if held and held.consent_at is None:
            services.cancel_booking(held.pk)


def _party_page(
    request: HttpRequest,
    shown: Departure,
    draft: Draft,
    form: ChoosePartyForm,
    error: BookingError | None = None,
) -> HttpResponse:
    """Show the departure and ask who comes; when it cannot be booked, say why, what else fits, and where to wait."""
    party = draft.party if draft.has_party else Party(1)
    if form.is_bound and form.is_valid():
        party = form.party
    reason = error or departure_refusal(shown, timezone.now())
    if reason is None and shown.places_left == 0 and not _held(draft.key):
        reason = DepartureFull(0)
    offers = other_dates(shown, party) if reason else []
    is_open = departure_refusal(shown, timezone.now()) is None
    context = {
        **departure_context(request, shown, step="party"),
        "form": form if is_open and (shown.is_bookable or _held(draft.key)) else None,
        "ticket": drafts.ticket(draft),
        "reason": reason,
        "first_days": first_days(shown),
        "can_wait": is_open and isinstance(reason, DepartureFull),
        "offers": offers,
    }
    response = render(
        request, "bookings/departure.html", context, status=REFUSED if error else None
    )
    if not form.is_bound:
        drafts.keep(response, draft)
    return response


def row_of(key: str) -> Booking | None:
    """Return the booking that began with a key, also one whose time is over."""
    return Booking.objects.filter(idempotency_key=key).first() if key else None


def _has_guardian(draft: Draft, *, is_named: bool) -> bool:
    """Say whether the guardian has agreed already, when the children were named."""
    held = row_of(draft.key) if is_named else None
    return bool(held and consents.has(held, ConsentPurpose.GUARDIAN))


def _held(key: str) -> Booking | None:
    return Booking.objects.holding().filter(idempotency_key=key).first() if key else None


def _details_page(
    request: HttpRequest, shown: Departure, draft: Draft, form: ContactForm
) -> HttpResponse:
    is_named = asks_who_comes(shown, draft.party.groups)
    context = {
        **departure_context(request, shown, step="details", with_people=is_named),
        **hold_context(draft),
        "title": _("Your details"),
        "form": form,
        "is_named": is_named,
        "party": party_text(draft.party.adults, draft.party.children),
        "consent": consent_paragraphs(shown),
    }
    return render(request, "bookings/details.html", context)


def _review_page(request: HttpRequest, shown: Departure, draft: Draft) -> HttpResponse:
    is_named, held = asks_who_comes(shown, draft.party.groups), row_of(draft.key)
    context = {
        **departure_context(request, shown, step="review", with_people=is_named),
        **hold_context(draft),
        "people": told_people(held) if is_named and held else [],
        "party": party_text(draft.party.adults, draft.party.children),
        "typed": draft.typed,
        "passports": passports_text(draft.party.groups),
        "papers": papers_for(shown, draft.party.groups),
        "phone": readable(draft.typed["phone"]),
        "consent": consent_paragraphs(shown),
        "guardian": guardian_text(shown, is_named=is_named) if draft.party.children else "",
    }
    return render(request, "bookings/review.html", context)


def hold_context(draft: Draft) -> dict:
    """Return how long the places are still held; nothing when the time is over."""
    held, left = _held(draft.key), 0
    if held and held.hold_expires_at:
        left = max(0, int((held.hold_expires_at - timezone.now()).total_seconds()))
    return {
        "draft": drafts.sign(draft),
        "seconds_left": left,
        "minutes_left": -(-left // 60),
        "can_extend": bool(left) and not held.is_extended,
    }
