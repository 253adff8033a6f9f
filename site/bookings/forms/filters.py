"""The filters of the public calendar."""

from datetime import date, datetime

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings import queries
from bookings.forms.party import MOST_PEOPLE, passports_field
from bookings.wording import GUIDE_LANGUAGES
from content.base.choices import SideCode
from content.base.facts import fact_text
from content.base.formats import format_date
from content.reserve.models import Side
from content.trails.filters import NOT_KNOWN
from content.trails.models import Trail


class DepartureFilterForm(forms.Form):
    """The filters of the calendar. A value that is not known is named and left out."""

    trail = forms.ModelChoiceField(
        label=_("Trail"),
        queryset=Trail.objects.none(),
        to_field_name="slug",
        required=False,
        error_messages=NOT_KNOWN,
    )
    side = forms.ChoiceField(
        label=pgettext_lazy("where a trail lies", "Side"), required=False, error_messages=NOT_KNOWN
    )
    language = forms.ChoiceField(label=_("Guide speaks"), required=False, error_messages=NOT_KNOWN)
    month = forms.ChoiceField(label=_("Month"), required=False, error_messages=NOT_KNOWN)
    places = forms.IntegerField(
        label=_("Places for"), min_value=1, max_value=MOST_PEOPLE, required=False
    )

    def __init__(self, data, *, sides: list[Side], months: list[date]) -> None:
        super().__init__(data)
        trails = self.fields["trail"]
        trails.queryset = queries.walked_trails().order_by("order")
        trails.empty_label = _("All trails")
        trails.label_from_instance = lambda trail: fact_text(trail, "name").text
        self.fields["groups"] = passports_field(required=False)
        self.fields["side"].choices = [("", _("Both sides")), *SideCode.choices]
        self.fields["language"].choices = [("", _("Any language")), *GUIDE_LANGUAGES]
        self.fields["month"].choices = [
            ("", _("All months")),
            *((f"{month:%Y-%m}", format_date(month, "yMMMM")) for month in months),
        ]
        self.sides = sides

    @property
    def chosen(self) -> dict:
        """Return the filters that make sense."""
        self.errors  # noqa: B018 – fills cleaned_data, which keeps only the valid ones
        return {name: value for name, value in self.cleaned_data.items() if value}

    def coming(self, now: datetime) -> list[QuerySet]:
        """Return the coming departures that pass the filters: a query for each database."""
        parts = queries.coming_parts(now, self.chosen.get("side", ""))
        return [self.narrow(part) for part in parts]

    def narrow(self, departures: QuerySet) -> QuerySet:
        """Return the departures that pass the filters."""
        chosen = self.chosen
        if trail := chosen.get("trail"):
            departures = departures.filter(trail=trail)
        if language := chosen.get("language"):
            departures = departures.speaking(language)
        if month := chosen.get("month"):
            departures = departures.filter(
                queries.in_month(date.fromisoformat(f"{month}-01"), self.sides)
            )
        if places := chosen.get("places"):
            departures = departures.with_free(places, timezone.now())
        if groups := chosen.get("groups"):
            departures = queries.in_time_for(departures, groups, timezone.now())
        return departures


class LoadFilterForm(DepartureFilterForm):
    """The filters of the calendar of busy days: always one month, the first that has walks by default."""

    def __init__(self, *args, months: list[date], **kwargs) -> None:
        super().__init__(*args, months=months, **kwargs)
        del self.fields["places"], self.fields["groups"], self.fields["language"]
        self.fields["month"].choices = self.fields["month"].choices[1:]
        self.months = months

    @property
    def month(self) -> date | None:
        """Return the first day of the month to show; None while no walk is planned."""
        if wanted := self.chosen.get("month"):
            return date.fromisoformat(f"{wanted}-01")
        return self.months[0] if self.months else None
