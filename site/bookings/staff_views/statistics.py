"""The statistics of walks: a table by month and trail, and the same as a file."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.widgets import AdminDateInput

from bookings.statistics import Line, together, walk_statistics
from bookings.wording import GUIDE_LANGUAGES
from content.base.formats import format_date
from content.base.languages import SHORT_NAMES
from content.base.screens import StaffScreen

VIEW = "bookings.view_departure"
LONGEST = timedelta(days=3 * 366)


class PeriodForm(forms.Form):
    first = forms.DateField(label=pgettext_lazy("day", "From"), widget=AdminDateInput)
    last = forms.DateField(label=pgettext_lazy("day", "To"), widget=AdminDateInput)

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if first and last and not timedelta(0) <= last - first <= LONGEST:
            raise forms.ValidationError(
                _("The last day comes after the first, within three years.")
            )
        return data


@dataclass(frozen=True)
class Row:
    """A line as it is shown and exported."""

    line: Line

    def __getattr__(self, name: str):
        if name.startswith("in_"):
            return self.line.languages[name.removeprefix("in_").replace("_", "-")]
        return getattr(self.line, name)

    @property
    def month(self) -> str:
        return format_date(self.line.month, "yMMMM") if self.line.month else ""

    @property
    def languages(self) -> list[int]:
        return [self.line.languages[code] for code, _name in GUIDE_LANGUAGES]


class StatisticsView(SpreadsheetExportMixin, StaffScreen):
    """This year's walks of the own country, or those of the days asked for."""

    template_name = "bookings/staff/statistics.html"
    page_title = gettext_lazy("Statistics of walks")
    header_icon = "order"
    export_filename = "walks"
    list_export = [
        "month",
        "trail",
        "walks",
        "cancelled",
        "capacity",
        "booked",
        "load",
        "present",
        "missing",
        "waited",
        "incidents",
        *(f"in_{code.replace('-', '_')}" for code, _name in GUIDE_LANGUAGES),
    ]
    export_headings = {
        "month": gettext_lazy("Month"),
        "trail": gettext_lazy("Trail"),
        "walks": gettext_lazy("Walks"),
        "cancelled": pgettext_lazy("walks", "Called off"),
        "capacity": gettext_lazy("Places"),
        "booked": pgettext_lazy("people", "Booked"),
        "load": gettext_lazy("Booked, percent"),
        "present": pgettext_lazy("people", "Present"),
        "missing": pgettext_lazy("people", "Did not come"),
        "waited": pgettext_lazy("people", "On the waiting list"),
        "incidents": gettext_lazy("Incidents"),
        **{f"in_{code.replace('-', '_')}": name for code, name in GUIDE_LANGUAGES},
    }

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PeriodForm(request.GET if "first" in request.GET else _this_year())
        is_right = form.is_valid()
        period = form.cleaned_data if is_right else _this_year()
        lines = walk_statistics(request.user.side, period["first"], period["last"])
        if is_right and self.is_export:
            return self.as_spreadsheet([Row(line) for line in lines], request.GET["export"])
        return self.render_to_response(self.get_context_data(form=form, lines=lines))

    def get_context_data(self, form: PeriodForm, lines: list[Line], **kwargs) -> dict:
        query = self.request.GET.copy()
        query.pop("export", None)
        return super().get_context_data(
            form=form,
            rows=[Row(line) for line in lines],
            total=Row(together(lines)) if lines else None,
            languages=[(SHORT_NAMES[code], name) for code, name in GUIDE_LANGUAGES],
            query=query.urlencode(),
            **kwargs,
        )


def _this_year() -> dict[str, date]:
    today = timezone.localdate()
    return {"first": today.replace(month=1, day=1), "last": today}
