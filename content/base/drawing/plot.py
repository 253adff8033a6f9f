"""The frame of a chart: its axes, and where a value stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.base.drawing.svg import Drawing

WIDTH, HEIGHT = 600, 300
LEFT, RIGHT, TOP, BOTTOM = 50, 10, 34, 36


@dataclass(frozen=True)
class Plot:
    """A chart whose x runs from `first` to `last` and whose y from `low` to `high`."""

    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return LEFT + (value - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return (
            HEIGHT - BOTTOM - (value - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)
        )

    def draw_values(self, svg: Drawing, values: Sequence[float], unit: str) -> None:
        """Draw a line across for each value, with the value before it and the unit above them all."""
        for value in values:
            y = self.y(value)
            svg.line([(LEFT, y), (WIDTH - RIGHT, y)], "chart__grid")
            svg.text(
                f"{value:g}".replace("-", "−"), LEFT - 8, y + 4, "chart__tick chart__tick--end"
            )
        svg.text(unit, 0, 14, "chart__unit")

    def draw_names(self, svg: Drawing, names: Sequence[str], css_class: str = "") -> None:
        """Write the names of columns of equal width below the axis."""
        for place, name in enumerate(names):
            x = self.x(self.first + (place + 0.5) * (self.last - self.first) / len(names))
            svg.text(name, x, HEIGHT - 12, f"chart__tick {css_class}".strip())


def rounded_top(highest: float, steps: int = 5) -> tuple[int, int]:
    """Return the end of an axis and the step of its lines, round numbers that hold `highest`."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if highest <= step * steps:
            return max(1, -(-int(highest) // step)) * step, step
    return round(highest), max(1, round(highest / steps))
