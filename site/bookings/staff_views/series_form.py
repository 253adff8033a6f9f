from datetime import UTC, datetime

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from bookings.staff_views.action_forms import weekday_choices
from bookings.staff_views.day_list import DayListField
from bookings.staff_views.plan_form import PlanForm, booking_time_panel, minimum_panel, price_panel
from bookings.timing import days_before, hours_before
from content.base.choices import SideCode
from content.base.panels import translated_panel


class SeriesForm(PlanForm):
    """A series as staff write it down: no rule to spell, days of the week to tick."""

    clock = forms.TimeField(
        label=_("Time"),
        widget=AdminTimeInput,
        help_text=_("On the clock of the trail, the same all through the series"),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days of the week"),
        choices=weekday_choices,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    left_out = DayListField(
        label=_("Days left out"),
        required=False,
        help_text=_("One day a line, such as 2027-05-09"),
    )
    holidays_of = forms.MultipleChoiceField(
        label=_("Leave out the holidays of"),
        choices=SideCode.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("By the calendar under The reserve → Holidays"),
    )
    since = forms.DateField(
        label=_("Change only from this day on"),
        required=False,
        widget=AdminDateInput,
        help_text=_(
            "Empty: all coming departures of the series. With a day, the series ends before it and a new one goes on."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.fields["since"].widget = forms.HiddenInput()
            self.fields["since"].disabled = True
        else:
            self.fields["trail"].disabled = True
            self.fields["trail"].help_text = _("Stays: for another trail, copy the series.")

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first one."))
        if {"clock", "opens_clock", "closes_hours"} <= data.keys() and first:
            self._check_opening(data)
        return data

    def _check_opening(self, data: dict) -> None:
        start = datetime.combine(data["first_day"], data["clock"], UTC)
        opens = days_before(start, "UTC", data.get("opens_days"), data["opens_clock"])
        if opens and opens > hours_before(start, data["closes_hours"]):
            self.add_error("opens_days", _("Booking would open after it has ended."))


SERIES_PANELS = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("trail"),
                FieldRowPanel([FieldPanel("clock"), FieldPanel("every_weeks")]),
                FieldPanel("weekdays"),
                FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
                FieldPanel("holidays_of"),
                FieldPanel("left_out"),
            ],
            heading=_("When it walks"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("capacity"),
                FieldPanel("guide_languages"),
                FieldRowPanel([FieldPanel("days_ahead"), FieldPanel("state")]),
            ],
            heading=_("What each departure offers"),
        ),
        price_panel(),
        booking_time_panel(),
        minimum_panel(),
        translated_panel("meeting_point"),
        translated_panel("note"),
        MultiFieldPanel([FieldPanel("since")], heading=_("How far the change reaches")),
    ],
    base_form_class=SeriesForm,
)
