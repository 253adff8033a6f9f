"""Warmth and rain by month as a drawing. Looks belong to the stylesheet."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from content.base.drawing.plot import HEIGHT, Plot
from content.base.drawing.svg import Drawing
from content.base.formats import month_name

DEGREES = (-20, -10, 0, 10, 20)
RAIN_SHARE = 0.55  # of the height is what the wettest month takes: the line stays readable above


def draw_climate(
    temperatures: Sequence[float],
    rain: Sequence[float],
    *,
    title: str,
    description: str,
    slug: str,
) -> SafeString:
    """Return rain as bars (mm, written on each bar) and the mean temperature as a line (°C, on the axis)."""
    svg = Drawing(600, HEIGHT, name="chart__svg", title=title, description=description, slug=slug)
    plot = Plot(0, 12, DEGREES[0], 25)
    plot.draw_values(svg, DEGREES, "°C")
    for width in ("abbreviated", "narrow"):
        names = [month_name(month, width) for month in range(1, 13)]
        plot.draw_names(svg, names, f"chart__tick--{width}")
    _draw_rain(svg, plot, rain)
    points = [(plot.x(month + 0.5), plot.y(degrees)) for month, degrees in enumerate(temperatures)]
    svg.line(points, "chart__line")
    for x, y in points:
        svg.add("circle", cx=x, cy=y, r=4, class_="chart__line-dot")
    return svg.rendered()


def _draw_rain(svg: Drawing, plot: Plot, rain: Sequence[float]) -> None:
    floor = plot.y(plot.low)
    for month, amount in enumerate(rain):
        height = amount / max(rain) * (floor - plot.y(plot.high)) * RAIN_SHARE
        left, right = plot.x(month + 0.2), plot.x(month + 0.8)
        svg.add(
            "rect",
            x=left,
            y=floor - height,
            width=right - left,
            height=height,
            rx=2,
            class_="chart__bar",
        )
        svg.text(f"{amount:g}", plot.x(month + 0.5), floor - height - 5, "chart__bar-label")
