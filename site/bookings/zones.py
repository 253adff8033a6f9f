"""The names of the two clocks: no time is shown without saying whose it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name
from django.conf import settings
from django.utils.translation import gettext as _

from content.base.formats import babel_locale, format_date, format_time


def zone_name(zone: str) -> str:
    """Return the name of an IANA zone's clock in the active language."""
    if zone == "Asia/Vladivostok":
        return _("Vladivostok time")
    if zone == "Asia/Shanghai":
        return _("Beijing time")
    return get_timezone_name(ZoneInfo(zone), width="long", locale=babel_locale())


def offset(at: datetime, zone: str) -> str:
    """Return the distance from UTC at a moment: UTC+10, UTC+5:30."""
    minutes = int(at.astimezone(ZoneInfo(zone)).utcoffset().total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def zone_label(at: datetime, zone: str) -> str:
    """Return for example “Vladivostok time, UTC+10”."""
    return _("%(name)s, %(offset)s") % {"name": zone_name(zone), "offset": offset(at, zone)}


def moment_text(moment: datetime, zone: str) -> str:
    """Return day, clock time and zone of a moment: all three, always together."""
    return _on_the_clock(moment, zone, "full")


def deadline_text(moment: datetime, zone: str) -> str:
    """Return a moment as it stands behind “until”: without the weekday, which Russian would have to inflect."""
    return _on_the_clock(moment, zone, "long")


def _on_the_clock(moment: datetime, zone: str, style: str) -> str:
    return _("%(date)s, %(time)s (%(zone)s)") % {
        "date": format_date(moment.astimezone(ZoneInfo(zone)).date(), style),
        "time": format_time(moment, zone),
        "zone": zone_label(moment, zone),
    }


def person_zone(user) -> str:
    """Return the zone of a member of staff, as chosen in their account."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_current_time_zone() if profile else settings.TIME_ZONE


def clocks(moment: datetime, place: str, own: str) -> str:
    """Return the time at a place, and in a person's own zone where that clock differs."""
    there = _("%(time)s %(zone)s") % {"time": format_time(moment, place), "zone": zone_name(place)}
    here, at_place = moment.astimezone(ZoneInfo(own)), moment.astimezone(ZoneInfo(place))
    if here.utcoffset() == at_place.utcoffset():
        return format_time(moment, place)
    time = format_time(moment, own)
    if here.date() != at_place.date():
        time = _("%(date)s, %(time)s") % {"date": format_date(here.date(), "MMMd"), "time": time}
    return _("%(there)s · %(time)s for you") % {"there": there, "time": time}
