from django import forms

from bookings import checkin
from bookings.parties import Actor


class CheckInForm(forms.Form):
    """What a ranger pressed beside a party."""

    action = forms.ChoiceField(choices=[(name, name) for name in ("in", "absent", "back", "undo")])
    people = forms.IntegerField(min_value=1, max_value=500, required=False)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("action") == "in" and not data.get("people"):
            self.add_error("people", "missing")
        return data

    def note(self, booking_id: int, actor: Actor) -> None:
        """Do what was pressed; raises a BookingError."""
        match self.cleaned_data["action"]:
            case "in":
                checkin.check_in(booking_id, self.cleaned_data["people"], actor)
            case "absent":
                checkin.note_absence(booking_id, actor)
            case "back":
                checkin.note_return(booking_id, actor)
            case "undo":
                checkin.take_back(booking_id, actor)
