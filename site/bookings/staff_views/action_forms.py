"""The short forms behind the buttons: cancel a departure, copy it, cancel a booking."""

from datetime import date, timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateInput

from bookings import guiding
from bookings.models import CancelReason, Departure, DepartureSeries, Guide
from bookings.scheduling import MOST_COPIES
from bookings.wording import languages_text
from content.base.formats import babel_locale
from content.base.panels import LANGUAGE_NAMES, translated_fields
from content.trails.models import ClosureReason
from content.trails.models.reasons import LONGEST_PHRASE


def weekday_choices() -> list[tuple[str, str]]:
    """Return the days of the week, Monday first, in the active language."""
    names = babel_locale().days["stand-alone"]["wide"]
    return [(str(day), names[day]) for day in range(7)]


def add_texts(form: forms.Form, name: str, label: str) -> None:
    """Add a field for a text in each language; `label` has a place for the language."""
    for column, language in LANGUAGE_NAMES.items():
        form.fields[f"{name}_{column}"] = forms.CharField(
            label=label % {"language": language}, max_length=LONGEST_PHRASE, required=False
        )


class CancelDepartureForm(forms.Form):
    """Why a walk is called off, and words for the parties."""

    reason = forms.ChoiceField(label=_("Reason"), choices=CancelReason.choices)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        add_texts(self, "cancel_note", _("Message to the parties (%(language)s)"))

    @property
    def notes(self) -> dict[str, str]:
        return {
            name: text for name, text in self.cleaned_data.items() if name.startswith("cancel_note")
        }


class PauseForm(forms.Form):
    """Why booking rests: a prepared reason, own words, or both."""

    reason = forms.ModelChoiceField(
        label=_("Reason"),
        queryset=ClosureReason.objects.none(),
        required=False,
        empty_label=_("own words alone"),
        help_text=_("The reasons are edited under “Trails” → “Reasons of closures”."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].queryset = ClosureReason.objects.filter(is_offered=True)
        add_texts(self, "pause_note", _("Words for visitors (%(language)s)"))
        self.fields["pause_note_en"].help_text = _(
            "Empty in all languages: visitors read the sentence prepared for the reason."
        )

    def clean(self) -> dict:
        data = super().clean()
        if not self.errors and not data.get("reason") and not any(self._own_words.values()):
            self.add_error("reason", _("Choose a reason, or write in at least one language."))
        return data

    @property
    def _own_words(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name) or "" for name in translated_fields("pause_note")}

    @property
    def texts(self) -> dict[str, str]:
        """Return the columns of reason and words as they stand now: a reason reworded later changes no pause."""
        reason, words = self.cleaned_data["reason"], self._own_words
        texts = {}
        for column in LANGUAGE_NAMES:
            name, phrase = (
                getattr(reason, f"{field}_{column}", None) or "" for field in ("name", "phrase")
            )
            own = words[f"pause_note_{column}"] if any(words.values()) else phrase
            texts |= {f"pause_reason_{column}": name, f"pause_note_{column}": own}
        return texts


class CancelSeriesForm(CancelDepartureForm):
    """From which day on a series is called off."""

    since = forms.DateField(label=_("From this day on"), widget=AdminDateInput)
    field_order = ["since"]


class GuideChoiceForm(forms.Form):
    """The guides of one country, with what they speak."""

    guides = forms.ModelMultipleChoiceField(
        label=_("Guides"),
        queryset=Guide.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, led: Departure | DepartureSeries, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = Guide.objects.filter(side_id=led.trail.side_id)
        field = self.fields["guides"]
        field.queryset = own.filter(Q(is_active=True) | Q(pk__in=led.guides.values("pk")))
        field.label_from_instance = self.label_of
        field.initial = led.guides.all()

    def label_of(self, guide: Guide) -> str:
        return " · ".join(word for word in (guide.name, languages_text(guide.languages)) if word)


class GuidesForm(GuideChoiceForm):
    """Who leads a walk; of each guide also whether they lead another at that time."""

    def __init__(self, *args, departure: Departure, **kwargs) -> None:
        self.departure = departure
        super().__init__(*args, led=departure, **kwargs)

    def label_of(self, guide: Guide) -> str:
        label = super().label_of(guide)
        if not guiding.clash(self.departure, guide):
            return label
        busy = _("leads another walk at that time")
        return f"{label} · {busy}"


class SeriesGuidesForm(GuideChoiceForm):
    """Who leads the walks of a series from a day on, and those that are still to be added."""

    since = forms.DateField(label=_("From this day on"), widget=AdminDateInput)
    field_order = ["since"]

    def __init__(self, *args, series: DepartureSeries, **kwargs) -> None:
        super().__init__(*args, led=series, **kwargs)


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
                self.add_error("last_day", _too_many())
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


def _too_many() -> str:
    text = ngettext(
        "At most %(count)d copy at once.", "At most %(count)d copies at once.", MOST_COPIES
    )
    return text % {"count": MOST_COPIES}
