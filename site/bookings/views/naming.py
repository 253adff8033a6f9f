"""Who comes: a step of booking, and the same again on the private page until the papers must be filed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bookings import consents, drafts, naming, people, services
from bookings.consent import guardian_consent, papers_consent, papers_paragraphs
from bookings.drafts import Draft
from bookings.errors import BookingError
from bookings.forms.people import PeopleForm
from bookings.models import Booking, ConsentPurpose, Departure
from bookings.needs import asked_of, asks_who_comes
from bookings.parties import ConsentGiven
from bookings.views.context import REFUSED, departure_context, departure_or_404, to_booking
from bookings.views.opening import FORM_POLICY, back_to, by_private_link
from bookings.views.private import page_context
from bookings.views.steps import hold_context, row_of
from bookings.wording import party_text
from content.trails.models import Asked


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who comes, while the places are held; what is right is stored with the booking at once."""
    shown = departure_or_404(pk)
    draft = drafts.kept_draft(request, pk)
    if request.method == "POST":
        draft = drafts.unsign(request.POST.get("draft", "")) or draft
    held = row_of(draft.key) if draft.has_party and draft.departure == pk else None
    if held is None:
        return redirect("bookings:departure", pk)
    if placed := services.already_placed(draft.key):
        return to_booking(placed, "again")
    if not asks_who_comes(shown, held.nationality_groups):
        return redirect("bookings:details", pk)
    form, error = _form(request, shown, held), None
    if request.method == "POST" and form.is_valid():
        try:
            naming.name_people(held.pk, form.said, _given(form, shown, held))
            response = redirect("bookings:details", pk)
            drafts.keep(response, draft)
            return response
        except BookingError as refused:
            error = refused
    return _step_page(request, shown, draft, form, error)


def _step_page(
    request: HttpRequest,
    shown: Departure,
    draft: Draft,
    form: PeopleForm,
    error: BookingError | None,
) -> HttpResponse:
    context = {
        **departure_context(request, shown, step="people", with_people=True),
        **hold_context(draft),
        **_consent_context(shown, form),
        "title": _("Who comes"),
        "party": party_text(draft.party.adults, draft.party.children),
        "error": error,
    }
    return render(request, "bookings/people.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def change(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Complete or replace the persons of a booking."""
    shown = page_context(request, booking, secret)
    if not shown.get("can_name"):
        return back_to(booking, secret)
    form, error = _form(request, booking.departure, booking, may_be_blank=True), None
    if request.method == "POST" and form.is_valid():
        try:
            given = _given(form, booking.departure, booking)
            done = naming.name_people(booking.pk, form.said, given)
            return back_to(booking, secret, "named" if done.is_changed else "unchanged")
        except BookingError as refused:
            error = refused
    context = {
        **shown,
        **_consent_context(booking.departure, form),
        "title": _("Who comes"),
        "error": error,
    }
    return render(
        request, "bookings/change_people.html", context, status=REFUSED if error else None
    )


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def take_out(request: HttpRequest, booking: Booking, secret: str, number: int) -> HttpResponse:
    """Ask once more, then let the party come without one person."""
    one = booking.participants.filter(number=number).first()
    shown = page_context(request, booking, secret)
    if one is None or not shown.get("can_take_out") or shown["is_over"]:
        return back_to(booking, secret)
    error = None
    if request.method == "POST":
        try:
            naming.take_out(booking.pk, number)
            return back_to(booking, secret, "without")
        except BookingError as refused:
            error = refused
    context = {**shown, "title": _("Come without this person"), "person": one, "error": error}
    return render(request, "bookings/take_out.html", context, status=REFUSED if error else None)


@require_http_methods(["GET", "HEAD", "POST"])
@by_private_link(FORM_POLICY)
def withdraw(request: HttpRequest, booking: Booking, secret: str) -> HttpResponse:
    """Ask once more, then take the consent to keep papers back, which deletes them at once."""
    shown = page_context(request, booking, secret)
    if not shown.get("can_withdraw"):
        return back_to(booking, secret)
    if request.method == "POST":
        naming.withdraw_papers(booking.pk)
        return back_to(booking, secret, "withdrawn")
    context = {**shown, "title": _("Take back the consent to keep papers")}
    return render(request, "bookings/withdraw_papers.html", context)


def _form(
    request: HttpRequest, departure: Departure, booking: Booking, *, may_be_blank: bool = False
) -> PeopleForm:
    data = request.POST if request.method == "POST" else None
    is_agreed = consents.has(booking, ConsentPurpose.PAPERS)
    return PeopleForm(
        data,
        people=people.listed(booking),
        departure=departure,
        groups=booking.nationality_groups,
        asks_papers=not is_agreed,
        asks_guardian=not is_agreed and booking.children > 0,
        may_be_blank=may_be_blank or "later" in (data or {}),
    )


def _with_documents(departure: Departure, form: PeopleForm) -> bool:
    return asked_of(departure, form.groups) == Asked.DOCUMENT


def _given(form: PeopleForm, departure: Departure, booking: Booking) -> list[ConsentGiven]:
    """Return the consents given with this form; who names nobody agrees to nothing."""
    if "papers" not in form.consent.fields or not form.names_anybody:
        return []
    given = [papers_consent(departure, with_documents=_with_documents(departure, form))]
    return [*given, guardian_consent(departure, is_named=True)] if booking.children else given


def _consent_context(departure: Departure, form: PeopleForm) -> dict:
    with_documents = _with_documents(departure, form)
    return {
        "form": form,
        "with_documents": with_documents,
        "consent": papers_paragraphs(departure, with_documents=with_documents),
    }
