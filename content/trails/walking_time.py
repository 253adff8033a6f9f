"""How long a walk takes by DIN 33466, the standard for signposts of hiking trails, as the alpine clubs use it.

In an hour one walks 4 km on the level, climbs 300 m or descends 500 m. Of the time for the way and the time for the
heights the longer counts whole and the shorter half. Rests are not in it.
"""

METHOD = "DIN 33466"
# What the standards body itself says of it; the text of the standard is sold.
SOURCE = (
    "https://din.de/de/ueber-normen-und-standards/nutzen-fuer-den-verbraucher/verbraucherrat/ueber-uns/"
    "markierung-von-wanderwegen-189634"
)
METRES_AN_HOUR, CLIMBED_AN_HOUR, DESCENDED_AN_HOUR = 4000, 300, 500
ROUND_TO_MIN = 5
MUCH = 0.25  # a time that staff gave differs much when it is off by more than a quarter


def walking_minutes(length_km: float, ascent_m: float, descent_m: float) -> int:
    """Return the walking time without rests, to five minutes and never none."""
    way = length_km * 1000 / METRES_AN_HOUR
    heights = ascent_m / CLIMBED_AN_HOUR + descent_m / DESCENDED_AN_HOUR
    minutes = 60 * (max(way, heights) + min(way, heights) / 2)
    return max(ROUND_TO_MIN, round(minutes / ROUND_TO_MIN) * ROUND_TO_MIN)


def differs_much(minutes: int, shortest: int, longest: int) -> bool:
    """Return whether a computed time lies well outside the span that staff gave."""
    return minutes < shortest * (1 - MUCH) or minutes > longest * (1 + MUCH)
