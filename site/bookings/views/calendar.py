"""The public calendar of departures."""

from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bookings.forms.filters import DepartureFilterForm
from bookings.lines import line_of
from bookings.merging import by_start, merged
from bookings.queries import coming_months
from content.base.formats import format_date
from content.base.menus import MenuItem
from content.reserve.models import Side

PER_PAGE = 30
FEED_FILTERS = ("trail", "side", "language")


@require_safe
def departures(request: HttpRequest) -> HttpResponse:
    """Show the coming departures, full and closed ones too, by month."""
    now = timezone.now()
    sides = list(Side.objects.all())
    form = DepartureFilterForm(request.GET, sides=sides, months=coming_months(now, sides))
    found = merged(form.coming(now), by_start)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "bookings/departures.html",
        {
            "form": form,
            "months": _by_month(page, now),
            "page_obj": page,
            "query": query.urlencode(),
            "feed_url": feed_url(form),
            "is_filtered": bool(form.chosen or form.errors),
            "count_text": _count_text(page.paginator.count),
            "has_sample": any(departure.is_sample for departure in page),
            "extra_breadcrumbs": home_steps(request),
        },
    )


def feed_url(form: DepartureFilterForm) -> str:
    """Return the address of the calendar to subscribe to with these filters; a month or free places narrow no feed."""
    chosen = {name: value for name, value in form.chosen.items() if name in FEED_FILTERS}
    if trail := chosen.get("trail"):
        chosen["trail"] = trail.slug
    query = f"?{urlencode(chosen)}" if chosen else ""
    return reverse("bookings:feed") + query


def home_steps(request: HttpRequest) -> list[MenuItem]:
    """Return the breadcrumb step every booking page begins with."""
    return [MenuItem(_("Land of Big Cats"), f"/{request.LANGUAGE_CODE}/")]


def _by_month(page: Page, now) -> list[tuple[str, list]]:
    months = groupby(page, key=lambda departure: departure.local_day.replace(day=1))
    return [
        (format_date(month, "yMMMM"), [line_of(item, now, titled=True) for item in members])
        for month, members in months
    ]


def _count_text(count: int) -> str:
    return ngettext("%(count)d departure", "%(count)d departures", count) % {"count": count}
