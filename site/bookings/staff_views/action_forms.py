"""The short forms behind the buttons: cancel a departure, copy it, cancel a booking."""

from datetime import date, timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from bookings import guiding
from bookings.models import CancelReason, Departure, Guide
from bookings.scheduling import MOST_COPIES
from bookings.wording import languages_text
from content.base.formats import babel_locale
from content.base.panels import LANGUAGE_NAMES


def weekday_choices() -> list[tuple[str, str]]:
    """Return the days of the week, Monday first, in the active language."""
    names = babel_locale().days["stand-alone"]["wide"]
    return [(str(day), names[day]) for day in range(7)]


class CancelDepartureForm(forms.Form):
    """Why a walk is called off, and words for the parties."""

    reason = forms.ChoiceField(label=_("Reason"), choices=CancelReason.choices)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for column, name in LANGUAGE_NAMES.items():
            self.fields[f"cancel_note_{column}"] = forms.CharField(
                label=_("Message to the parties (%(language)s)") % {"language": name},
                max_length=300,
                required=False,
            )

    @property
    def notes(self) -> dict[str, str]:
        return {
            name: text for name, text in self.cleaned_data.items() if name.startswith("cancel_note")
        }


class CancelSeriesForm(CancelDepartureForm):
    """From which day on a series is called off."""

    since = forms.DateField(label=_("From this day on"), widget=AdminDateInput)
    field_order = ["since"]


class GuidesForm(forms.Form):
    """Who leads a walk; of each guide what they speak, and whether they lead another at that time."""

    guides = forms.ModelMultipleChoiceField(
        label=_("Guides"),
        queryset=Guide.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, departure: Departure, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.departure = departure
        own = Guide.objects.filter(side_id=departure.trail.side_id)
        chosen = departure.guides.values("pk")
        field = self.fields["guides"]
        field.queryset = own.filter(Q(is_active=True) | Q(pk__in=chosen))
        field.label_from_instance = self._label
        field.initial = departure.guides.all()

    def _label(self, guide: Guide) -> str:
        words = [guide.name, languages_text(guide.languages)]
        if guiding.clash(self.departure, guide):
            words.append(_("leads another walk at that time"))
        return " · ".join(str(word) for word in words if word)


class CopyDepartureForm(forms.Form):
    """The days to copy a departure to."""

    first_day = forms.DateField(label=_("First day"), widget=AdminDateInput)
    last_day = forms.DateField(label=_("Last day"), widget=AdminDateInput)
    weekdays = forms.MultipleChoiceField(
        label=_("Days of the week"), choices=weekday_choices, widget=forms.CheckboxSelectMultiple
    )

    def clean(self) -> dict:
        data = super().clean()
        if {"first_day", "last_day", "weekdays"} <= data.keys():
            if data["last_day"] < data["first_day"]:
                self.add_error("last_day", _("The last day is before the first one."))
            elif not self.days:
                self.add_error("weekdays", _("None of these days lies in the period."))
            elif len(self.days) > MOST_COPIES:
                self.add_error(
                    "last_day", _("At most %(count)d copies at once.") % {"count": MOST_COPIES}
                )
        return data

    @property
    def days(self) -> list[date]:
        """Return the chosen days; stops one past the limit, however long the period."""
        wanted = {int(day) for day in self.cleaned_data["weekdays"]}
        found, day = [], self.cleaned_data["first_day"]
        while day <= self.cleaned_data["last_day"] and len(found) <= MOST_COPIES:
            if day.weekday() in wanted:
                found.append(day)
            day += timedelta(days=1)
        return found
