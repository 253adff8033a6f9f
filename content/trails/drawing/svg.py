"""A thin layer over ElementTree: it escapes every text and attribute."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.safestring import SafeString, mark_safe

from content.trails.drawing.projection import XY


def sheet(
    width: float, height: float, *, css_class: str, name: str, title: str, description: str
) -> Element:
    """Return an empty drawing that screen readers announce as one picture with a title and a description."""
    svg = Element(
        "svg",
        {
            "class": css_class,
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
        },
    )
    add(svg, "title", title, id=f"{name}-title")
    add(svg, "desc", description, id=f"{name}-description")
    return svg


def add(parent: Element, tag: str, text: str = "", /, **attributes: object) -> Element:
    """Add an element; a trailing underscore is cut from attribute names (`class_`), others become hyphens."""
    child = SubElement(
        parent,
        tag,
        {
            name.rstrip("_").replace("_", "-"): (
                _number(value) if isinstance(value, float) else str(value)
            )
            for name, value in attributes.items()
        },
    )
    child.text = text or None
    return child


def path_data(points: Sequence[XY], *, closed: bool = False) -> str:
    """Return the `d` of a path through some points."""
    steps = " ".join(f"{_number(x)} {_number(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if points else ""


def rendered(svg: Element) -> SafeString:
    return mark_safe(tostring(svg, encoding="unicode"))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
