"""The moment that stands for a month and a time of day: the 15th, at the hour in the middle of that part of the day.

Camtrap DP asks for a moment where this site keeps none. The sun is that of the middle of the zone, as in the import, so
a package of ours that is read again falls into the same month and the same part of the day.
"""

import calendar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from content.cameratraps.camtrapdp.clock import sun_of
from content.cameratraps.choices import Band

THE_DAY = 15
HOUR = 3600


def moment_of(
    year: int, month: int, band: str, middle: tuple[float, float], time_zone: str
) -> datetime:
    """Return the whole hour that stands for a visit; `middle` is longitude and latitude."""
    zone = ZoneInfo(time_zone)
    rises, sets = sun_of(date(year, month, THE_DAY), middle, zone)
    if rises is None or sets is None:
        raise ValueError("The sun does not rise and set every day in this zone.")
    noon = (rises + sets) / 2
    moments = {
        Band.DAWN: rises,
        Band.DAY: noon,
        Band.DUSK: sets,
        Band.NIGHT: noon - timedelta(hours=12).total_seconds(),
    }
    return datetime.fromtimestamp(round(moments[Band(band)] / HOUR) * HOUR, zone)


def first_moment(year: int, month: int, time_zone: str) -> datetime:
    return datetime(year, month, 1, tzinfo=ZoneInfo(time_zone))


def last_moment(year: int, month: int, time_zone: str) -> datetime:
    last = calendar.monthrange(year, month)[1]
    return datetime(year, month, last, 23, 59, 59, tzinfo=ZoneInfo(time_zone))
