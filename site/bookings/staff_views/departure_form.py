from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from bookings import scheduling
from bookings.models import Departure, DepartureState
from bookings.staff_views.plan_form import PlanForm, booking_time_panel, minimum_panel, price_panel
from bookings.timing import days_before, days_between, hours_before, hours_between
from content.base.formats import local
from content.base.panels import translated_panel


class DepartureForm(PlanForm):
    """One departure, with the day and the time of its start."""

    day = forms.DateField(label=_("Day"), widget=AdminDateInput)
    clock = forms.TimeField(
        label=_("Time"), widget=AdminTimeInput, help_text=_("On the clock of the trail")
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [
            (state, label)
            for state, label in DepartureState.choices
            if state not in self._unoffered
        ]
        if self.instance.starts_at:
            self._show_local_times()

    @property
    def _unoffered(self) -> set[str]:
        """Return the states that have a button of their own, because a reason goes with them."""
        states = {DepartureState.CANCELLED, DepartureState.PAUSED}
        return states - {self.instance.state}

    def _show_local_times(self) -> None:
        departure = self.instance
        start, zone, opens = departure.starts_at, departure.time_zone, departure.opens_at
        self.initial.update(
            day=departure.local_day,
            clock=departure.local_start.time(),
            opens_days=days_between(opens, start, zone),
            closes_hours=hours_between(departure.closes_at, start),
            decide_hours=hours_between(departure.decide_at, start),
        )
        if opens:
            self.initial["opens_clock"] = local(opens, zone).time()

    def clean(self) -> dict:
        data = super().clean()
        if {"trail", "day", "clock", "closes_hours", "opens_clock"} <= data.keys():
            self._set_times(data)
        return data

    def _set_times(self, data: dict) -> None:
        departure, zone = self.instance, data["trail"].time_zone
        start = datetime.combine(data["day"], data["clock"], ZoneInfo(zone))
        if departure._state.adding and start <= timezone.now():
            self.add_error("day", _("This moment is past."))
        departure.starts_at = start
        departure.closes_at = hours_before(start, data["closes_hours"])
        departure.decide_at = hours_before(start, data.get("decide_hours"))
        departure.opens_at = days_before(start, zone, data.get("opens_days"), data["opens_clock"])
        if departure.opens_at and departure.opens_at > departure.closes_at:
            self.add_error("opens_days", _("Booking would open after it has ended."))

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or self.instance._state.adding:
            return
        stored = Departure.objects.get(pk=self.instance.pk)
        if error := scheduling.change_refusal(stored, self.instance):
            self.add_error(None, ValidationError(error.message))


DEPARTURE_PANELS = ObjectList(
    [
        FieldPanel("trail"),
        FieldRowPanel([FieldPanel("day"), FieldPanel("clock")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("state")]),
        price_panel(),
        booking_time_panel(),
        minimum_panel(),
        MultiFieldPanel([FieldPanel("guide_languages")]),
        translated_panel("meeting_point"),
        translated_panel("note"),
    ],
    base_form_class=DepartureForm,
)
