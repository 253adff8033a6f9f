"""Published numbers by year as a drawing. Looks belong to the stylesheet."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from content.base.drawing.plot import HEIGHT, Plot, rounded_top
from content.base.drawing.svg import Drawing


@dataclass(frozen=True)
class Point:
    """One published number: where it stands, and how sure it is. `is_rough` says about, at least, more than."""

    x: float
    low: float
    value: float
    high: float
    label: str
    is_rough: bool = False
    method: int | None = None  # the key of the method; None when it is not known


@dataclass(frozen=True)
class Series:
    """Numbers of one scope. `shape` tells series apart without colour: circle, square, diamond or triangle."""

    name: str
    css_class: str
    shape: str
    points: list[Point]

    @property
    def joins(self) -> list[tuple[Point, Point]]:
        """The neighbours that may be joined by a line: both counted by one and the same known method."""
        return [
            (one, other)
            for one, other in pairwise(self.points)
            if one.method and one.method == other.method
        ]


def draw_population(
    series: list[Series],
    years: tuple[int, int],
    *,
    unit: str,
    title: str,
    description: str,
    slug: str,
) -> SafeString:
    """Return points by year, each series with its own shape, intervals as whiskers, rough numbers hollow.

    A line joins neighbours counted by the same known method alone, never across a change of method or of scope.
    """
    svg = Drawing(600, HEIGHT, name="chart__svg", title=title, description=description, slug=slug)
    highest = max((point.high for one in series for point in one.points), default=1)
    top, step = rounded_top(highest, 7)
    plot = Plot(years[0], years[1], 0, top)
    plot.draw_values(svg, range(0, top + 1, step), unit)
    spacing = 5 if years[1] - years[0] > 12 else 2
    for year in range(*years):  # a name at the very end of the axis would be cut
        if year % spacing == 0:
            svg.text(str(year), plot.x(year), HEIGHT - 12, "chart__tick")
    for one in series:
        for start, end in one.joins:
            ends = [(plot.x(point.x), plot.y(point.value)) for point in (start, end)]
            svg.line(ends, f"chart__join {one.css_class}")
        for point in one.points:
            _draw_point(svg, plot, one, point)
    return svg.rendered()


def _draw_point(svg: Drawing, plot: Plot, series: Series, point: Point) -> None:
    x, y = plot.x(point.x), plot.y(point.value)
    rough = " chart__mark--rough" if point.is_rough else ""
    svg.open_group(f"chart__mark {series.css_class}{rough}", point.label)
    if point.high > point.low:
        low, high = plot.y(point.low), plot.y(point.high)
        svg.add(
            "path",
            d=f"M{x:.1f} {low:.1f}V{high:.1f}M{x - 5:.1f} {low:.1f}h10M{x - 5:.1f} {high:.1f}h10",
            class_="chart__whisker",
        )
    svg.add("path", d=_shape(series.shape, x, y))
    svg.close_group()


def _shape(name: str, x: float, y: float) -> str:
    return {
        "circle": f"M{x - 5:.1f} {y:.1f}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0",
        "square": f"M{x - 4.6:.1f} {y - 4.6:.1f}h9.2v9.2h-9.2z",
        "diamond": f"M{x:.1f} {y - 6.8:.1f}l6.8 6.8l-6.8 6.8l-6.8 -6.8z",
        "triangle": f"M{x:.1f} {y - 6.8:.1f}l6.4 11h-12.8z",
    }[name]
