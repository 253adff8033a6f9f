"""A drawing under way: elements are escaped as they are added, colours belong to the stylesheet."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from content.reserve.drawing.svg import element
from content.trails.drawing.projection import XY


class Drawing:
    """An SVG that screen readers announce as one picture with a title and a description."""

    def __init__(
        self, width: float, height: float, *, name: str, title: str, description: str
    ) -> None:
        self.head = (
            f'<svg class="{name}" viewBox="0 0 {width} {height}" role="img" '
            f'aria-labelledby="{name}-title {name}-description">'
        )
        self.parts: list[str] = []
        self.add("title", title, id=f"{name}-title")
        self.add("desc", description, id=f"{name}-description")

    def add(self, tag: str, content: str | None = None, /, **attributes: object) -> None:
        """Add an element; `class_` stands for `class`, other underscores for hyphens."""
        written = {
            name: _number(value) if isinstance(value, float) else value
            for name, value in attributes.items()
        }
        self.parts.append(element(tag, content, **written))

    def rendered(self) -> SafeString:
        return mark_safe(f"{self.head}{''.join(self.parts)}</svg>")


def path_data(points: Sequence[XY], *, closed: bool = False) -> str:
    """Return the `d` of a path through some points."""
    steps = " ".join(f"{_number(x)} {_number(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if points else ""


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
