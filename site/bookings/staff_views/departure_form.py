from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from bookings import scheduling
from bookings.models import Departure, DepartureState
from bookings.models.plans import MOST_HOURS
from bookings.wording import GUIDE_LANGUAGES
from content.base.field_help import HelpfulForm
from content.base.panels import translated_panel
from content.trails.models import Trail


class DepartureForm(HelpfulForm, WagtailAdminModelForm):
    """A departure as staff write it down: day and time on the trail's own clock, whatever theirs says."""

    trail = forms.ModelChoiceField(label=_("Trail"), queryset=Trail.objects.none())
    day = forms.DateField(label=_("Day"), widget=AdminDateInput)
    clock = forms.TimeField(
        label=_("Time"), widget=AdminTimeInput, help_text=_("On the clock of the trail")
    )
    closes_hours = forms.IntegerField(
        label=_("Booking ends, hours before the start"),
        min_value=0,
        max_value=MOST_HOURS,
        initial=12,
    )
    guide_languages = forms.MultipleChoiceField(
        label=_("Languages of the guide"),
        choices=GUIDE_LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        side = getattr(self.for_user, "side", "")
        trails = Trail.objects.select_related("side").order_by("order")
        self.fields["trail"].queryset = trails.filter(side_id=side) if side else trails
        self.fields["state"].choices = [
            choice for choice in DepartureState.choices if choice[0] != DepartureState.CANCELLED
        ]
        if self.instance.starts_at:
            self._show_local_start()

    def _show_local_start(self) -> None:
        departure = self.instance
        hours = (departure.starts_at - departure.closes_at).total_seconds() / 3600
        self.initial.update(
            day=departure.local_day, clock=departure.local_start.time(), closes_hours=int(hours)
        )

    def clean(self) -> dict:
        data = super().clean()
        if {"trail", "day", "clock", "closes_hours"} <= data.keys():
            zone = ZoneInfo(data["trail"].time_zone)
            start = datetime.combine(data["day"], data["clock"], zone)
            if self.instance._state.adding and start <= timezone.now():
                self.add_error("day", _("This moment is past."))
            self.instance.starts_at = start
            self.instance.closes_at = start - timedelta(hours=data["closes_hours"])
        return data

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
        FieldRowPanel([FieldPanel("day"), FieldPanel("clock"), FieldPanel("closes_hours")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("price"), FieldPanel("state")]),
        MultiFieldPanel([FieldPanel("guide_languages")]),
        translated_panel("note"),
    ],
    base_form_class=DepartureForm,
)
