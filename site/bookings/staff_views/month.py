"""The departures of a month as a table of weeks; on a telephone the days stand one below another."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from bookings.models import Departure
from bookings.queries import in_month
from bookings.wording import guide_text, state_text
from bookings.zones import zone_name
from content.base.formats import babel_locale, format_date, format_time
from content.base.screens import StaffScreen
from content.reserve.models import Side

VIEW = "bookings.view_departure"
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class MonthWalk:
    """One departure in the table."""

    departure: Departure
    time: str
    zone: str
    state: str
    guide: str


@dataclass(frozen=True)
class MonthDay:
    """One field of the table; days of the months beside it are empty."""

    name: str
    number: int
    is_of_month: bool
    is_today: bool
    walks: list[MonthWalk]


class MonthView(StaffScreen):
    """Own country's departures, each on the day of its trail's own clock."""

    template_name = "bookings/staff/month.html"
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def month(self) -> date:
        """Return the first day of the month asked for; of this month where nothing sensible was."""
        asked = self.request.GET.get("month", "")
        try:
            month = datetime.strptime(asked, "%Y-%m").date()
        except ValueError:
            return timezone.localdate().replace(day=1)
        is_sensible = FIRST_YEAR <= month.year <= LAST_YEAR
        return month if is_sensible else timezone.localdate().replace(day=1)

    def get_page_title(self) -> str:
        return format_date(self.month, "yMMMM")

    def get_context_data(self, **kwargs) -> dict:
        before = (self.month - timedelta(days=1)).replace(day=1)
        after = (self.month + timedelta(days=31)).replace(day=1)
        names = babel_locale().days["stand-alone"]["abbreviated"]
        return super().get_context_data(
            weekdays=[names[day] for day in range(7)],
            weeks=self._weeks(),
            before=(f"{before:%Y-%m}", format_date(before, "yMMMM")),
            after=(f"{after:%Y-%m}", format_date(after, "yMMMM")),
            **kwargs,
        )

    def _weeks(self) -> list[list[MonthDay]]:
        walks: dict[date, list[MonthWalk]] = {}
        for departure in self._departures():
            walks.setdefault(departure.local_day, []).append(_walk(departure))
        today = timezone.localdate()
        weeks = Calendar().monthdatescalendar(self.month.year, self.month.month)
        return [[self._day(day, walks, today) for day in week] for week in weeks]

    def _departures(self):
        sides = Side.objects.all()
        own = Departure.objects.with_trail().of_side(self.request.user.side)
        return own.filter(in_month(self.month, sides)).order_by("starts_at", "pk")

    def _day(self, day: date, walks: dict, today: date) -> MonthDay:
        is_of_month = day.month == self.month.month
        return MonthDay(
            name=format_date(day, "MMMEd"),
            number=day.day,
            is_of_month=is_of_month,
            is_today=day == today,
            walks=walks.get(day, []) if is_of_month else [],
        )


def month_button(url: str) -> HeaderButton:
    return HeaderButton(gettext_lazy("Month"), url=url, icon_name="calendar-alt")


def _walk(departure: Departure) -> MonthWalk:
    return MonthWalk(
        departure=departure,
        time=format_time(departure.starts_at, departure.time_zone),
        zone=zone_name(departure.time_zone),
        state=state_text(departure),
        guide=guide_text(departure),
    )
