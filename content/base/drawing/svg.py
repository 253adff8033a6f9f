"""A drawing under way: elements are escaped as they are added, colours belong to the stylesheet."""

from collections.abc import Sequence

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

XY = tuple[float, float]


class Drawing:
    """An SVG that screen readers announce as one picture with a title and a description.

    `name` is the class of the picture; `slug`, the name by default, begins its ids and stands once a page.
    """

    def __init__(
        self,
        width: float,
        height: float,
        *,
        name: str,
        title: str,
        description: str,
        slug: str = "",
        **attributes: object,
    ) -> None:
        slug = slug or name
        self.head = (
            f'<svg class="{name}" viewBox="0 0 {written(width)} {written(height)}" role="img" '
            f'aria-labelledby="{slug}-title {slug}-description"{_attributes(attributes)}>'
        )
        self.parts: list[str] = []
        self.add("title", title, id=f"{slug}-title")
        self.add("desc", description, id=f"{slug}-description")

    def add(self, tag: str, content: str | None = None, /, **attributes: object) -> None:
        """Add an element; `class_` stands for `class`, other underscores for hyphens."""
        self.parts.append(_element(tag, content, attributes))

    def text(self, content: str, x: float, y: float, css_class: str) -> None:
        """Add words at a point; where they end and how they look is the class's."""
        self.add("text", content, x=float(x), y=float(y), class_=css_class)

    def line(self, points: Sequence[XY], css_class: str, *, closed: bool = False) -> None:
        """Add a line through some points, or a surface."""
        self.add("path", d=path_data(points, closed=closed), class_=css_class)

    def open_group(self, css_class: str, title: str) -> None:
        """Begin a group that says its title when pointed at; `close_group` ends it."""
        self.parts.append(f'<g class="{conditional_escape(css_class)}">')
        self.add("title", title)

    def close_group(self) -> None:
        self.parts.append("</g>")

    def open_mark(self, x: float, y: float, css_class: str) -> None:
        """Begin a mark around a point; the stylesheet may scale it there. `close_mark` ends it."""
        place = f"translate({written(x)} {written(y)})"
        self.parts.append(f'<g transform="{place}"><g class="{conditional_escape(css_class)}">')

    def close_mark(self) -> None:
        self.parts.append("</g></g>")

    def rendered(self) -> SafeString:
        return mark_safe(f"{self.head}{''.join(self.parts)}</svg>")


def path_data(points: Sequence[XY], *, closed: bool = False) -> str:
    """Return the `d` of a path through some points."""
    steps = " ".join(f"{written(x)} {written(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if points else ""


def written(value: float) -> str:
    """Write a number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def _element(tag: str, content: str | None, attributes: dict[str, object]) -> str:
    if content is None:
        return f"<{tag}{_attributes(attributes)}/>"
    return f"<{tag}{_attributes(attributes)}>{conditional_escape(content)}</{tag}>"


def _attributes(named: dict[str, object]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{conditional_escape(_plain(value))}"'
        for name, value in named.items()
    )


def _plain(value: object) -> object:
    return written(value) if isinstance(value, float) else value
