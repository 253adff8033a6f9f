"""Joining the waiting list of a full departure: one page, because no place is held meanwhile."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bookings import drafts, services
from bookings.consent import booking_consent, consent_paragraphs, guardian_consent
from bookings.drafts import Draft
from bookings.eligibility import departure_refusal
from bookings.errors import BookingError, PlacesAreFree
from bookings.forms.contact import ContactForm
from bookings.forms.party import MOST_PEOPLE
from bookings.forms.waiting import WaitingPartyForm
from bookings.models import Departure
from bookings.parties import Contact
from bookings.throttling import are_holds_braked, note_hold
from bookings.views.context import (
    REFUSED,
    departure_context,
    departure_or_404,
    to_booking,
    too_many,
)
from bookings.waiting import WaitRequest, join_waiting_list


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who would come and whom to reach, and put the party on the list."""
    shown = departure_or_404(pk)
    if departure_refusal(shown, timezone.now()):
        return redirect("bookings:departure", pk)
    draft = drafts.kept_draft(request, pk)
    if request.method != "POST":
        forms = _forms(shown, initial=draft.typed)
        return _page(request, shown, draft, *forms)
    key = drafts.key_of_ticket(request.POST.get("ticket", ""), pk) or draft.key
    if placed := services.already_placed(_waiting_key(key)):
        return to_booking(placed, "again")
    party_form, contact_form = _forms(shown, request.POST)
    if not (party_form.is_valid() & contact_form.is_valid()):
        return _page(request, shown, draft, party_form, contact_form)
    if are_holds_braked(request):
        return too_many(request, is_of_holds=True)
    try:
        placed = join_waiting_list(
            _wait_request(shown, key, party_form, contact_form, request.LANGUAGE_CODE)
        )
    except PlacesAreFree:
        return redirect("bookings:departure", pk)
    except BookingError as error:
        return _page(request, shown, draft, party_form, contact_form, error)
    note_hold(request)
    return to_booking(placed, "waiting")


def _waiting_key(key: str) -> str:
    """Return the key of this attempt to wait: another than that of the attempt to book."""
    return f"{key}-wait"


def _forms(shown: Departure, data=None, initial=None) -> tuple[WaitingPartyForm, ContactForm]:
    children = (data or {}).get("children", "")
    with_children = data is None or (children.isdigit() and 0 < int(children) <= MOST_PEOPLE)
    party = WaitingPartyForm(data, departure=shown, initial=initial)
    contact = ContactForm(data, departure=shown, with_children=with_children, initial=initial)
    return party, contact


def _wait_request(
    shown: Departure,
    key: str,
    party_form: WaitingPartyForm,
    contact_form: ContactForm,
    language: str,
) -> WaitRequest:
    party = party_form.party
    return WaitRequest(
        departure_id=shown.pk,
        party=party,
        fewest=party_form.cleaned_data.get("fewest") or party.size,
        contact=Contact(**contact_form.typed),
        consent=booking_consent(shown),
        guardian=guardian_consent(shown) if party.children else None,
        language=language,
        key=_waiting_key(key),
    )


def _page(
    request: HttpRequest,
    shown: Departure,
    draft: Draft,
    party_form: WaitingPartyForm,
    contact_form: ContactForm,
    error: BookingError | None = None,
) -> HttpResponse:
    context = {
        **departure_context(request, shown, step="party"),
        "party_form": party_form,
        "contact_form": contact_form,
        "ticket": drafts.ticket(draft),
        "waiting": shown.bookings.waiting().count(),
        "consent": consent_paragraphs(shown),
        "error": error,
    }
    response = render(request, "bookings/wait.html", context, status=REFUSED if error else None)
    if not party_form.is_bound:
        drafts.keep(response, draft)
    return response
