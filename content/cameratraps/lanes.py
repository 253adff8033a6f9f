"""The years of one animal as a drawing: a lane for each side of the border. Looks belong to the stylesheet."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from content.base.choices import SideCode
from content.base.drawing.chart import Chart
from content.base.drawing.svg import Drawing

WIDTH, HEIGHT = 600, 176
LANES = {
    SideCode.RU: (52, "ru", "circle"),
    SideCode.CN: (122, "cn", "square"),
}  # middle of the lane


def lanes_chart(name: str, years: Mapping[str, Sequence[int]], *, is_sample: bool) -> Chart:
    """Draw and tabulate the years in which an animal was seen on each side."""
    caption = _("%(name)s: years seen on each side") % {"name": name}
    seen = _(
        "A mark says that a visit of that year can be shown. An empty place says nothing: cameras see few, and not "
        "every visit is released."
    )
    span = _span(years)
    return Chart(
        caption=caption,
        seen=seen,
        svg=_drawn(years, span, title=caption, description=seen),
        columns=[_("Year"), *(str(side.label) for side in LANES)],
        rows=[
            [str(year), *(_("seen") if year in years[side] else "–" for side in LANES)]
            for year in span
        ],
        is_sample=is_sample,
    )


def _span(years: Mapping[str, Sequence[int]]) -> range:
    every = [year for side in years.values() for year in side]
    return range(min(every), max(every) + 1)


def _drawn(
    years: Mapping[str, Sequence[int]], span: range, *, title: str, description: str
) -> SafeString:
    svg = Drawing(
        WIDTH, HEIGHT, name="chart__svg", title=title, description=description, slug="lanes"
    )
    step = WIDTH / len(span)
    for side, (middle, css, shape) in LANES.items():
        svg.add(
            "rect",
            x=0.0,
            y=float(middle - 16),
            width=float(WIDTH),
            height=32.0,
            rx=16,
            class_="lane",
        )
        svg.text(str(side.label), 4, middle - 24, "lane__name")
        for year in years[side]:
            x = step * (year - span[0] + 0.5)
            svg.open_group(f"chart__mark chart__series--{css}", f"{side.label}, {year}")
            _draw_mark(svg, shape, x, middle)
            svg.close_group()
    for at, year in enumerate(span):
        if (span[-1] - year) % (1 + len(span) // 10) == 0:
            svg.text(str(year), step * (at + 0.5), HEIGHT - 10, "chart__tick")
    return svg.rendered()


def _draw_mark(svg: Drawing, shape: str, x: float, y: float) -> None:
    paths = {
        "circle": f"M{x - 11:.1f} {y}a11 11 0 1 0 22 0a11 11 0 1 0 -22 0",
        "square": f"M{x - 10:.1f} {y - 10}h20v20h-20z",
    }
    svg.add("path", d=paths[shape])
