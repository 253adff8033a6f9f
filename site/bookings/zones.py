"""The names of the two clocks: no time is shown without saying whose it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name
from django.utils.translation import gettext as _

from content.base.formats import babel_locale


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
