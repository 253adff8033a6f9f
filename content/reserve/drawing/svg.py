"""Small pieces of SVG, escaped; looks belong to the stylesheet."""

from django.utils.html import conditional_escape


def element(name: str, content: str | None = None, **attributes) -> str:
    """Return one element; `class_` stands for `class`, other underscores for hyphens. Content is escaped."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{conditional_escape(value)}"'
        for key, value in attributes.items()
    )
    if content is None:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{conditional_escape(content)}</{name}>"


def text(content: str, x: float, y: float, css_class: str) -> str:
    """Return a text element at a point of the drawing."""
    return element("text", content, x=f"{x:.1f}", y=f"{y:.1f}", class_=css_class)
