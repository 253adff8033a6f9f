"""What the forms of a departure and of a series have in common."""

from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminTimeInput

from bookings.models.plans import MOST_HOURS
from bookings.wording import GUIDE_LANGUAGES
from content.base.field_help import HelpfulForm
from content.trails.models import Trail

MOST_DAYS = 366
OPENING = time(10)


class PlanForm(HelpfulForm, WagtailAdminModelForm):
    """A walk or many of them as staff write them down; all clocks are the trail's own, whatever theirs say."""

    trail = forms.ModelChoiceField(label=_("Trail"), queryset=Trail.objects.none())
    guide_languages = forms.MultipleChoiceField(
        label=_("Languages of the guide"),
        choices=GUIDE_LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opens_days = forms.IntegerField(
        label=_("Booking opens, days before the walk"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        help_text=_("Empty: as soon as it is in the calendar"),
    )
    opens_clock = forms.TimeField(
        label=_("at"), widget=AdminTimeInput, required=False, initial=OPENING
    )
    closes_hours = forms.IntegerField(
        label=_("Booking ends, hours before the start"),
        min_value=0,
        max_value=MOST_HOURS,
        initial=12,
    )
    decide_hours = forms.IntegerField(
        label=_("Decide whether it takes place, hours before the start"),
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # A walk never changes its side: its bookings lie with it.
        side = getattr(self.for_user, "side", "") or self.instance.side_id
        trails = Trail.objects.select_related("side").order_by("order")
        self.fields["trail"].queryset = trails.filter(side_id=side) if side else trails
        self.fields["min_to_run"].required = False

    def clean_min_to_run(self) -> int:
        return self.cleaned_data["min_to_run"] or 0

    def clean_opens_clock(self) -> time:
        return self.cleaned_data["opens_clock"] or OPENING

    def clean(self) -> dict:
        data = super().clean()
        if data.get("price") is None and (
            data.get("price_child"),
            data.get("price_concession"),
        ) != (None, None):
            self.add_error("price", _("Say what an adult pays too."))
        least = data.get("min_to_run")
        if least and least > data.get("capacity", least):
            self.add_error("min_to_run", _("More than there are places."))
        if least and data.get("decide_hours") is None and "decide_hours" not in self.errors:
            self.add_error("decide_hours", _("Say when it is decided."))
        return data


def price_panel() -> MultiFieldPanel:
    bands = ("price", "price_child", "price_concession")
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel(band) for band in bands])],
        heading=_("Prices, paid at the visitor centre"),
        help_text=_(
            "Empty: the prices of the trail. 0 is free. With a price of an adult, these alone count."
        ),
    )


def minimum_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("min_to_run"), FieldPanel("decide_hours")]),
            FieldPanel("cancels_itself"),
        ],
        heading=_("How many it needs"),
    )


def booking_time_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("opens_days"), FieldPanel("opens_clock"), FieldPanel("closes_hours")]
            )
        ],
        heading=_("When it can be booked"),
    )
