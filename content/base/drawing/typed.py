"""Numbers that an editor has typed, as bars or as a line. Looks belong to the stylesheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.safestring import SafeString

from content.base.drawing.plot import HEIGHT, WIDTH, Plot, rounded_top
from content.base.drawing.svg import Drawing
from content.base.formats import format_number

BAR_ROW, BAR_HEIGHT, BAR_TOP = 48, 16, 32
NUMBER_ROOM = 84  # right of the longest bar, for its number
MOST_NAMES = 8  # that stand side by side below a line


@dataclass(frozen=True)
class Entry:
    label: str
    value: float


def draw_bars(
    entries: Sequence[Entry], *, unit: str, title: str, description: str, slug: str
) -> SafeString:
    """Return lying bars, each below its name: long names in any script find room."""
    height = BAR_TOP + BAR_ROW * len(entries)
    svg = Drawing(WIDTH, height, name="chart__svg", title=title, description=description, slug=slug)
    svg.text(unit, 0, 18, "chart__unit")
    highest = max((entry.value for entry in entries), default=0) or 1
    for place, entry in enumerate(entries):
        top = BAR_TOP + place * BAR_ROW
        length = max(2.0, entry.value / highest * (WIDTH - NUMBER_ROOM)) if entry.value else 0.0
        svg.text(entry.label, 0, top + 17, "chart__name")
        y = float(top + 24)
        if length:
            svg.add(
                "rect",
                x=0.0,
                y=y,
                width=length,
                height=float(BAR_HEIGHT),
                rx=2,
                class_="chart__column",
            )
        svg.text(format_number(entry.value), length + 8, y + 13, "chart__number")
    return svg.rendered()


def draw_line(
    entries: Sequence[Entry], *, unit: str, title: str, description: str, slug: str
) -> SafeString:
    """Return points joined by a line, names below as many as there is room for."""
    svg = Drawing(WIDTH, HEIGHT, name="chart__svg", title=title, description=description, slug=slug)
    top, step = rounded_top(max((entry.value for entry in entries), default=1))
    plot = Plot(0, len(entries), 0, top)
    plot.draw_values(svg, range(0, top + 1, step), unit)
    spacing = ceil(len(entries) / MOST_NAMES)
    points = [(plot.x(place + 0.5), plot.y(entry.value)) for place, entry in enumerate(entries)]
    for place, entry in enumerate(entries):
        if place % spacing == 0:
            svg.text(entry.label, points[place][0], HEIGHT - 12, "chart__tick")
    svg.line(points, "chart__line")
    for entry, (x, y) in zip(entries, points, strict=True):
        svg.open_group("chart__point", f"{entry.label}: {format_number(entry.value)}")
        svg.add("circle", cx=x, cy=y, r=4, class_="chart__line-dot")
        svg.close_group()
    return svg.rendered()
