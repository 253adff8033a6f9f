"""The rangers' screen: today's and tomorrow's parties of the own country, and a button for each that comes."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bookings import checkin
from bookings.errors import BookingError
from bookings.models import Booking, Departure, DepartureState
from bookings.parties import staff_actor
from bookings.permissions import CHECK_IN
from bookings.phones import readable
from bookings.staff_views.checkin_form import CheckInForm
from bookings.wording import party_text, when_text
from content.base.screens import StaffScreen

LONGEST_DIFFERENCE = timedelta(hours=14)  # of the clocks of two places from UTC


def departures_at_hand(side: str, now) -> list[Departure]:
    """Return the departures of yesterday, today and tomorrow, on each trail's own clock, with their live parties."""
    around = timedelta(days=2) + LONGEST_DIFFERENCE
    parties = Booking.objects.live().select_related("attendance").order_by("created_at")
    departures = (
        Departure.objects.with_trail()
        .of_side(side)
        .exclude(state=DepartureState.CANCELLED)
        .filter(starts_at__gt=now - around, starts_at__lt=now + around)
        .prefetch_related(Prefetch("bookings", parties, to_attr="parties"))
        .order_by("starts_at", "pk")
    )
    return [departure for departure in departures if -1 <= checkin.days_ahead(departure, now) <= 1]


class CheckInView(StaffScreen):
    """One page, made for a telephone: a list by departure, three buttons a party."""

    template_name = "bookings/staff/checkin.html"
    page_title = gettext_lazy("Check-in")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(CHECK_IN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        now = timezone.now()
        departures = departures_at_hand(self.request.user.side, now)
        for departure in departures:
            self._prepare(departure, now)
        shown = {day: [d for d in departures if d.day == day] for day in (0, 1, -1)}
        days = [
            {"name": name, "departures": shown[day], "is_ahead": day > 0}
            for day, name in ((0, _("Today")), (1, _("Tomorrow")), (-1, _("Yesterday")))
            if shown[day] or day == 0
        ]
        return super().get_context_data(days=days, **kwargs)

    def _prepare(self, departure: Departure, now) -> None:
        departure.day = checkin.days_ahead(departure, now)
        departure.is_open = checkin.is_its_day(departure, now)
        departure.when = when_text(departure)
        departure.booked = sum(booking.party_size for booking in departure.parties)
        departure.came = 0
        for booking in departure.parties:
            booking.party = party_text(booking.adults, booking.children)
            booking.telephone = readable(booking.phone)
            booking.seen = getattr(booking, "attendance", None)
            departure.came += booking.seen.people if booking.seen else 0

    def post(self, request: HttpRequest) -> HttpResponse:
        """Note one party; whoever is of the other country is not found."""
        own = Booking.objects.of_side(request.user.side)
        booking = get_object_or_404(own, pk=request.POST.get("booking") or 0)
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
