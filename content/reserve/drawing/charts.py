"""Charts as server-drawn SVG with real text; each has its table beside it. Looks belong to the stylesheet."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from content.reserve.drawing.svg import element, text

WIDTH, HEIGHT = 720, 340
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 18, 34


@dataclass(frozen=True)
class Point:
    """One published number: where it stands, and how sure it is."""

    x: float
    low: float
    value: float
    high: float
    label: str


@dataclass(frozen=True)
class Series:
    """Numbers of one scope. `shape` tells series apart without colour: circle, square, diamond or triangle."""

    name: str
    css_class: str
    shape: str
    points: list[Point]


def dot_chart(
    series: list[Series], *, first: int, last: int, top: int, title: str, slug: str
) -> SafeString:
    """Return points by year, each series with its own shape, intervals as whiskers. Points are not joined:
    the numbers were counted in different ways."""

    def x_of(year: float) -> float:
        return LEFT + (year - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y_of(value: float) -> float:
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM)

    parts = [_opening(title, slug), *_value_axis(top, y_of), *_year_axis(first, last, x_of)]
    for one in series:
        for point in one.points:
            parts.append(_mark(one, point, x_of(point.x), y_of))
    return mark_safe("".join([*parts, "</svg>"]))


def climate_chart(
    temperatures: list[float], rain: list[float], months: list[str], *, title: str, slug: str
) -> SafeString:
    """Return rain as bars (mm, right scale hidden, labelled on the bar) and temperature as a line (°C)."""
    step = (WIDTH - LEFT - RIGHT) / 12
    base = HEIGHT - BOTTOM

    def y_of(degrees: float) -> float:
        return base - (degrees + 20) / 45 * (base - TOP)

    parts = [_opening(title, slug)]
    for degrees in (-20, -10, 0, 10, 20):
        parts.append(
            element("path", d=f"M{LEFT} {y_of(degrees):.1f}H{WIDTH - RIGHT}", class_="chart__grid")
        )
        parts.append(
            text(
                f"{degrees}°".replace("-", "−"),
                LEFT - 8,
                y_of(degrees) + 4,
                "chart__tick chart__tick--end",
            )
        )
    highest = max(rain)
    for index, (amount, month) in enumerate(zip(rain, months, strict=True)):
        height = amount / highest * (base - TOP) * 0.55
        x = LEFT + step * index
        parts.append(
            element(
                "rect",
                x=f"{x + step * 0.22:.1f}",
                y=f"{base - height:.1f}",
                width=f"{step * 0.56:.1f}",
                height=f"{height:.1f}",
                rx=3,
                class_="chart__bar",
            )
        )
        parts.append(text(f"{amount:g}", x + step / 2, base - height - 5, "chart__bar-label"))
        parts.append(text(month, x + step / 2, HEIGHT - 12, "chart__tick"))
    points = [
        (LEFT + step * (index + 0.5), y_of(value)) for index, value in enumerate(temperatures)
    ]
    parts.append(
        element(
            "path", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points), class_="chart__line"
        )
    )
    parts += [
        element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=4, class_="chart__line-dot")
        for x, y in points
    ]
    return mark_safe("".join([*parts, "</svg>"]))


def _opening(title: str, slug: str) -> str:
    return (
        f'<svg class="chart__svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{slug}-title">'
        + element("title", title, id=f"{slug}-title")
    )


def _value_axis(top: int, y_of) -> list[str]:
    step = 20 if top <= 140 else 100 if top <= 800 else 200
    parts = []
    for value in range(0, top + 1, step):
        parts.append(
            element("path", d=f"M{LEFT} {y_of(value):.1f}H{WIDTH - RIGHT}", class_="chart__grid")
        )
        parts.append(text(str(value), LEFT - 8, y_of(value) + 4, "chart__tick chart__tick--end"))
    return parts


def _year_axis(first: int, last: int, x_of) -> list[str]:
    span = last - first
    step = 5 if span > 12 else 2
    years = [year for year in range(first, last + 1) if year % step == 0]
    return [text(str(year), x_of(year), HEIGHT - 12, "chart__tick") for year in years]


def _mark(series: Series, point: Point, x: float, y_of) -> str:
    y = y_of(point.value)
    whisker = ""
    if point.high > point.low:
        whisker = element(
            "path",
            d=f"M{x:.1f} {y_of(point.low):.1f}V{y_of(point.high):.1f}M{x - 5:.1f} {y_of(point.low):.1f}h10"
            f"M{x - 5:.1f} {y_of(point.high):.1f}h10",
            class_=f"chart__whisker {series.css_class}",
        )
    shapes = {
        "circle": f"M{x - 6:.1f} {y:.1f}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0",
        "square": f"M{x - 5.5:.1f} {y - 5.5:.1f}h11v11h-11z",
        "diamond": f"M{x:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8z",
        "triangle": f"M{x:.1f} {y - 8:.1f}l7.5 13h-15z",
    }
    return (
        f'<g class="chart__mark {series.css_class}">'
        + element("title", point.label)
        + whisker
        + element("path", d=shapes[series.shape])
        + "</g>"
    )
