from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from bookings.staff_views.action_forms import weekday_choices
from bookings.staff_views.day_list import DayListField
from bookings.wording import GUIDE_LANGUAGES
from content.base.choices import SideCode
from content.base.field_help import HelpfulForm
from content.base.panels import translated_panel
from content.trails.models import Trail


class SeriesForm(HelpfulForm, WagtailAdminModelForm):
    """A series as staff write it down: no rule to spell, days of the week to tick."""

    trail = forms.ModelChoiceField(label=_("Trail"), queryset=Trail.objects.none())
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
    guide_languages = forms.MultipleChoiceField(
        label=_("Languages of the guide"),
        choices=GUIDE_LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
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
        side = getattr(self.for_user, "side", "")
        trails = Trail.objects.select_related("side").order_by("order")
        self.fields["trail"].queryset = trails.filter(side_id=side) if side else trails
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
        return data


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
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("price")]),
                FieldPanel("guide_languages"),
                FieldRowPanel([FieldPanel("closes_hours"), FieldPanel("days_ahead")]),
                FieldPanel("state"),
            ],
            heading=_("What each departure offers"),
        ),
        translated_panel("note"),
        MultiFieldPanel([FieldPanel("since")], heading=_("How far the change reaches")),
    ],
    base_form_class=SeriesForm,
)
