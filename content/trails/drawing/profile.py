"""The elevation profile: height over the way, with real text, and the same in words and rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from django.utils.safestring import SafeString

from content.base.drawing.lines import simplified
from content.base.drawing.projection import XY
from content.base.drawing.svg import Drawing, path_data
from content.base.formats import format_number, format_unit
from content.trails.places import Stop
from content.trails.tracks import Track, distances, smoothed_heights

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 40, 44
STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
LEAST_RANGE_M = 40  # a flat walk shall look flat


@dataclass(frozen=True)
class Profile:
    """Height in metres over the way in kilometres, smoothed."""

    km: tuple[float, ...]
    heights: tuple[float, ...]

    @classmethod
    def of(cls, track: Track) -> "Profile":
        """Read the profile off a track that has heights."""
        return cls(
            tuple(along / 1000 for along in distances(track)), tuple(smoothed_heights(track))
        )

    @property
    def length(self) -> float:
        return self.km[-1]

    def height_at(self, km: float) -> float:
        """Return the height at the recorded point nearest to a place on the way."""
        return self.heights[min(range(len(self.km)), key=lambda i: abs(self.km[i] - km))]

    def highest(self) -> tuple[float, float]:
        """Return (kilometre, height) of the highest point, the first of equals."""
        top = max(self.heights)
        return self.km[self.heights.index(top)], top

    def rows(self) -> list[list[str]]:
        """Return the profile as a short table: kilometre, height."""
        marks = [*ticks(0, self.length, 7), self.length]
        if len(marks) > 1 and self.length - marks[-2] < self.length / 50:
            del marks[-2]
        return [
            [format_number(round(km, 1)), format_number(round(self.height_at(km)))] for km in marks
        ]


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return round numbers from `low` to `high`, at most `most` of them."""
    step = next((step for step in STEPS if (high - low) / step < most), STEPS[-1])
    return [
        round(step * n, 2) for n in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)
    ]


class _Axes:
    """Turns kilometres and metres into places on the sheet."""

    def __init__(self, profile: Profile) -> None:
        low, high = min(profile.heights), max(profile.heights)
        spare = max(LEAST_RANGE_M - (high - low), (high - low) * 0.15) / 2
        self.low, self.high = low - spare, high + spare
        self.length = profile.length or 1.0

    def xy(self, km: float, height: float) -> XY:
        return (
            LEFT + km / self.length * (WIDTH - LEFT - RIGHT),
            TOP + (self.high - height) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM),
        )


def draw_profile(
    profile: Profile, stops: Sequence[Stop], *, title: str, description: str
) -> SafeString:
    """Return the profile as a drawing; stops stand above the line with their numbers from the map."""
    svg = Drawing(
        WIDTH,
        HEIGHT,
        name="trail-profile",
        title=title,
        description=description,
    )
    axes = _Axes(profile)
    _draw_axes(svg, axes)
    line = simplified(
        [axes.xy(km, height) for km, height in zip(profile.km, profile.heights, strict=True)], 0.3
    )
    floor_y = float(HEIGHT - BOTTOM)
    ground = [(line[0][0], floor_y), *line, (line[-1][0], floor_y)]
    svg.add("path", class_="trail-profile__ground", d=path_data(ground, closed=True))
    svg.add(
        "path",
        class_="trail-profile__line",
        d=path_data(line),
        data_km=f"{axes.length:.3f}",
        data_metres=f"{axes.low:.1f} {axes.high:.1f}",
        data_frame=f"{LEFT} {WIDTH - RIGHT} {TOP} {HEIGHT - BOTTOM}",
    )
    _draw_stops(svg, axes, profile, stops)
    return svg.rendered()


def _draw_axes(svg: Drawing, axes: _Axes) -> None:
    for height in ticks(axes.low, axes.high, 5):
        _x, y = axes.xy(0, height)
        svg.add("path", class_="trail-profile__grid", d=path_data([(LEFT, y), (WIDTH - RIGHT, y)]))
        text = format_unit(height if height % 1 else int(height), "m")
        svg.add(
            "text",
            text,
            class_="trail-profile__tick",
            x=LEFT - 8.0,
            y=y + 4.5,
            text_anchor="end",
        )
    for km in ticks(0, axes.length, 8):
        x, _y = axes.xy(km, axes.low)
        bottom = HEIGHT - BOTTOM
        svg.add("path", class_="trail-profile__grid", d=path_data([(x, bottom), (x, bottom + 5)]))
        text = format_unit(km if km % 1 else int(km), "km")
        svg.add(
            "text",
            text,
            class_="trail-profile__tick",
            x=x,
            y=bottom + 22,
            text_anchor="middle",
        )


def _draw_stops(svg: Drawing, axes: _Axes, profile: Profile, stops: Sequence[Stop]) -> None:
    last_x = 0.0
    for stop in stops:
        if stop.km is None:
            continue
        x, y = axes.xy(stop.km, profile.height_at(stop.km))
        label_x = min(max(x, last_x + 19), WIDTH - 12.0)
        last_x = label_x
        svg.add("path", class_="trail-profile__stop", d=path_data([(label_x, 26), (x, y)]))
        svg.add(
            "text",
            str(stop.number),
            class_="trail-profile__number",
            x=label_x,
            y=20,
            text_anchor="middle",
        )
