"""What staff do to one booking: decide upon its papers, move it to another date, cancel it."""

from datetime import datetime

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings import moving, permits, services
from bookings.errors import BookingNotActive
from bookings.lines import line_of
from bookings.models import Booking, Departure
from bookings.parties import staff_actor
from bookings.staff_views.action_view import ActionView
from bookings.wording import party_text, staff_when_text, when_text
from bookings.zones import person_zone


def moves(booking: Booking, now: datetime) -> bool:
    """Say whether a booking may be moved now: before its walk, or after the reserve called it off."""
    is_ahead = booking.departure.starts_at > now or not booking.is_live
    return is_ahead and moving.can_be_moved(booking)


def date_label(departure: Departure) -> str:
    """Return a date to choose: “Saturday, 5 June 2027, 10:00 · 7 places free”."""
    line = line_of(departure, titled=False)
    when = _("%(date)s, %(time)s") % {"date": line.date_text, "time": line.time_text}
    return f"{when} · {line.places_text}"


class MoveForm(forms.Form):
    """To which of the dates that fit."""

    departure = forms.TypedChoiceField(
        label=gettext_lazy("New date"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args, dates: list[Departure], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["departure"].choices = [(date.pk, date_label(date)) for date in dates]


class BookingActionView(ActionView):
    """A short form about one booking."""

    record_space = "booking"
    action_form_class = forms.Form

    def subject(self) -> str:
        booking = self.object
        party = party_text(booking.adults, booking.children)
        return " · ".join([booking.reference, str(booking.departure.trail), party])

    def when(self) -> str:
        return when_text(self.object.departure)

    @property
    def actor(self):
        return staff_actor(self.request.user)


class AcceptPapersView(BookingActionView):
    page_title = gettext_lazy("Accept the papers")
    submit_label = gettext_lazy("The papers are in order: confirm the booking")

    def act(self, form: forms.Form) -> str:
        permits.decide_papers(self.object.pk, is_granted=True, actor=self.actor)
        return _("The booking is confirmed; the party is told by e-mail.")


class RefusePapersView(BookingActionView):
    page_title = gettext_lazy("Refuse the papers")
    submit_label = gettext_lazy("Refuse the booking, free its places and tell the party")
    is_dangerous = True

    def act(self, form: forms.Form) -> str:
        permits.decide_papers(self.object.pk, is_granted=False, actor=self.actor)
        return _("The booking is refused and its places are free; the party is told by e-mail.")


class MoveBookingView(BookingActionView):
    """The dates are those that the visitor is offered too; it leads on to the new booking."""

    page_title = gettext_lazy("Move to another date")
    submit_label = gettext_lazy("Move the booking and tell the party")
    action_form_class = MoveForm

    @cached_property
    def dates(self) -> list[Departure]:
        return moving.dates_for(self.object)

    @property
    def nothing(self) -> str:
        return "" if self.dates else _("No other date on this trail fits at the moment.")

    def form_arguments(self) -> dict:
        return {"dates": self.dates}

    def act(self, form: MoveForm) -> str:
        placed = moving.move_booking(self.object.pk, form.cleaned_data["departure"], self.actor)
        self.moved = placed.booking
        when = staff_when_text(self.moved.departure, person_zone(self.request.user))
        return _("The booking is moved to %(when)s; the party is told by e-mail.") % {"when": when}

    @property
    def done_url(self) -> str:
        return reverse("booking:inspect", args=[quote(self.moved.pk)])


class CancelBookingView(BookingActionView):
    page_title = gettext_lazy("Cancel booking")
    submit_label = gettext_lazy("Cancel the booking and tell the party")
    is_dangerous = True

    def act(self, form: forms.Form) -> str:
        if not services.cancel_booking(self.object.pk, self.actor).is_changed:
            raise BookingNotActive
        return _("The booking is cancelled; the party is told by e-mail.")
