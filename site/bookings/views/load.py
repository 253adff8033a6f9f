"""The public calendar of how busy the days are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.forms.filters import LoadFilterForm
from bookings.load import Load, load_calendar
from bookings.queries import coming_months
from bookings.views.calendar import home_steps
from content.base.formats import format_date
from content.base.menus import MenuItem
from content.reserve.models import Side


@require_safe
def load(request: HttpRequest) -> HttpResponse:
    """Show for each day of a month how full its walks are, in words."""
    now = timezone.now()
    sides = list(Side.objects.all())
    form = LoadFilterForm(request.GET, sides=sides, months=coming_months(now, sides))
    month, chosen = form.month, form.chosen
    calendar = None
    if month is not None:
        trail, side = chosen.get("trail"), chosen.get("side", "")
        calendar = load_calendar(month, sides, now, trail=trail, side=side)
    return render(
        request,
        "bookings/load.html",
        {
            "form": form,
            "month": format_date(month, "yMMMM") if month else "",
            "calendar": calendar if calendar and calendar.places else None,
            "rows": _rows(calendar) if calendar else [],
            "words": Load,
            "is_filtered": bool(chosen or form.errors),
            "extra_breadcrumbs": [
                *home_steps(request),
                MenuItem(_("Guided departures"), reverse("bookings:departures")),
            ],
        },
    )


def _rows(calendar) -> list[dict]:
    return [
        {
            "day": format_date(day.day, "Ed"),
            "is_weekend": day.day.isoweekday() > 5,
            "holidays": day.holidays,
            "loads": day.loads,
        }
        for day in calendar.days
    ]
