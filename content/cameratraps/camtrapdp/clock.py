"""What is kept of the clock: month and year where the camera stands, and the time of day by the sun."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from astral import Observer
from astral.sun import elevation, sunrise, sunset

from content.cameratraps.choices import Band

TWILIGHT = timedelta(
    hours=1
)  # dawn and dusk: this long before and after the sun's edge appears or goes


class Clock:
    """The clock of a side. The sun is that of the middle of a zone: a camera's own would be a trace of its place."""

    def __init__(self, time_zone: str) -> None:
        self.zone = ZoneInfo(time_zone)

    def month(self, moment: int) -> tuple[int, int]:
        """Return year and month of a moment (seconds since 1970, UTC)."""
        local = datetime.fromtimestamp(moment, self.zone)
        return local.year, local.month

    def band(self, moment: int, middle: tuple[float, float]) -> Band:
        """Return the time of day of a moment at a place (longitude, latitude)."""
        local = datetime.fromtimestamp(moment, self.zone)
        rises, sets = sun_of(local.date(), middle, self.zone)
        if rises is None:
            return _by_height(moment, middle)
        if abs(moment - rises) <= TWILIGHT.total_seconds():
            return Band.DAWN
        if abs(moment - sets) <= TWILIGHT.total_seconds():
            return Band.DUSK
        return Band.DAY if rises < moment < sets else Band.NIGHT


@lru_cache(maxsize=20_000)
def sun_of(
    day: date, middle: tuple[float, float], zone: ZoneInfo
) -> tuple[float | None, float | None]:
    """Return when the sun rises and sets on a day, in seconds since 1970; None where it does not."""
    observer = Observer(latitude=middle[1], longitude=middle[0])
    try:
        return (
            sunrise(observer, day, tzinfo=zone).timestamp(),
            sunset(observer, day, tzinfo=zone).timestamp(),
        )
    except ValueError:
        return None, None


def _by_height(moment: int, middle: tuple[float, float]) -> Band:
    height = elevation(
        Observer(latitude=middle[1], longitude=middle[0]), datetime.fromtimestamp(moment, UTC)
    )
    return Band.DAY if height > 0 else Band.NIGHT
