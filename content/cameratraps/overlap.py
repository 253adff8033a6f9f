"""Animals seen on both sides as a drawing: two bars that lie over each other by as many as both have seen."""

from django.utils.safestring import SafeString

from content.base.drawing.svg import Drawing
from content.cameratraps.equivalence import JointCount

WIDTH, HEIGHT, BAR = 600, 196, 30
RU_TOP, CN_TOP, SUM_TOP = 28, 88, 148


def draw_overlap(
    count: JointCount, *, ru: str, cn: str, joint: str, title: str, description: str, slug: str
) -> SafeString:
    """Return the bars with their words above them. The bars are never put end to end."""
    svg = Drawing(WIDTH, HEIGHT, name="chart__svg", title=title, description=description, slug=slug)
    unit = WIDTH / max(count.joint.high, 1)
    start = (count.joint.high - count.cn.high) * unit
    if count.both:
        svg.add(
            "rect",
            x=start,
            y=float(RU_TOP),
            width=count.both * unit,
            height=float(CN_TOP + BAR - RU_TOP),
            class_="overlap overlap--both",
        )
    _draw_bar(svg, 0, RU_TOP, count.ru.high * unit, "overlap--ru", ru)
    _draw_bar(svg, start, CN_TOP, count.cn.high * unit, "overlap--cn", cn)
    _draw_bar(svg, 0, SUM_TOP, count.joint.low * unit, "overlap--joint", joint)
    if count.joint.high > count.joint.low:
        svg.add(
            "rect",
            x=count.joint.low * unit,
            y=float(SUM_TOP),
            width=(count.joint.high - count.joint.low) * unit - 1,
            height=float(BAR),
            class_="overlap overlap--open",
        )
    return svg.rendered()


def _draw_bar(svg: Drawing, x: float, top: float, width: float, css_class: str, words: str) -> None:
    svg.add(
        "rect",
        x=float(x),
        y=float(top),
        width=float(width),
        height=float(BAR),
        class_=f"overlap {css_class}",
    )
    svg.text(words, 0, top - 8, "overlap__name")
