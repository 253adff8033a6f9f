"""The rangers' screen: the parties of the own country's walks, and buttons for each that comes and goes."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bookings import databases
from bookings.errors import BookingError
from bookings.models import Booking
from bookings.parties import staff_actor
from bookings.permissions import CHECK_IN
from bookings.ranger_sheet import Party, Walk, walks_at_hand
from bookings.references import read_reference
from bookings.staff_views.checkin_form import CheckInForm, PartySearchForm
from content.base.screens import StaffScreen


class ForRangers:
    """Let in who may check parties in."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(CHECK_IN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def day_names() -> dict[int, str]:
    """Return what a heading calls a day, by its distance from today, in the order of the screen."""
    return {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}


def is_meant(party: Party, sought: str) -> bool:
    """Say whether a booking number, or part of a name, is that of a party."""
    is_named = sought.strip().casefold() in party.name.casefold()
    return is_named or read_reference(sought) == party.reference


class CheckInView(ForRangers, StaffScreen):
    """One page, made for a telephone: a list by departure, some buttons a party."""

    template_name = "bookings/staff/checkin.html"
    page_title = gettext_lazy("Check-in")
    header_icon = "check"

    def get_context_data(self, **kwargs) -> dict:
        form = PartySearchForm(self.request.GET)
        sought = form.cleaned_data["q"] if form.is_valid() else ""
        walks = walks_at_hand(self.request.user.side, timezone.now())
        shown = [_only(walk, sought) for walk in walks] if sought else walks
        found = [walk for walk in shown if walk.parties or not sought]
        days = [
            {"name": name, "walks": [w for w in found if w.day == day], "is_ahead": day > 0}
            for day, name in day_names().items()
        ]
        days = [day for day in days if day["walks"] or (day["name"] == _("Today") and not sought)]
        context = {"days": days, "form": form, "sought": sought}
        return super().get_context_data(**context, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Note one party; whoever is of the other country is not found."""
        number = request.POST.get("booking", "")
        number = int(number) if number.isdecimal() and len(number) < 19 else 0
        own = Booking.objects.using(databases.alias_by_number(number)).of_side(request.user.side)
        booking = get_object_or_404(own, pk=number)
        form = CheckInForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("How many came? Give a whole number, at least 1."))
        else:
            self._note(booking, form)
        return redirect(f"{reverse('check_in')}#{booking.reference}")

    def _note(self, booking: Booking, form: CheckInForm) -> None:
        try:
            form.note(booking.pk, staff_actor(self.request.user))
        except BookingError as error:
            messages.error(self.request, f"{booking.reference}: {error.message}")


def _only(walk: Walk, sought: str) -> Walk:
    """Return a walk with those parties only that are meant."""
    return replace(walk, parties=tuple(p for p in walk.parties if is_meant(p, sought)))
