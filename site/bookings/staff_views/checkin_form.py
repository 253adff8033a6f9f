from django import forms
from django.utils.translation import gettext_lazy as _

from bookings import checkin
from bookings.models import AttendanceKind
from bookings.parties import Actor

WAYS_OUT = {
    "back": AttendanceKind.BACK,
    "turned-back": AttendanceKind.TURNED_BACK,
    "left": AttendanceKind.LEFT,
}


class CheckInForm(forms.Form):
    """What a ranger pressed beside a party."""

    action = forms.ChoiceField(
        choices=[(name, name) for name in ("in", "absent", *WAYS_OUT, "undo")]
    )
    people = forms.IntegerField(min_value=1, max_value=500, required=False)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("action") == "in" and not data.get("people"):
            self.add_error("people", "missing")
        return data

    def note(self, booking_id: int, actor: Actor) -> None:
        """Do what was pressed; raises a BookingError."""
        people = self.cleaned_data["people"]
        match self.cleaned_data["action"]:
            case "in":
                checkin.check_in(booking_id, people, actor)
            case "absent":
                checkin.note_absence(booking_id, actor)
            case "undo":
                checkin.take_back(booking_id, actor)
            case way:
                checkin.note_return(booking_id, actor, WAYS_OUT[way], people)


class PartySearchForm(forms.Form):
    """A booking number, as on the ticket, or part of a name."""

    q = forms.CharField(label=_("Booking number or name"), max_length=60, required=False)
