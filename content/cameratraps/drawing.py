"""When animals pass, as drawings: columns by time of day under a sky, by month or by season. Looks: the stylesheet."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString

from content.base.drawing.plot import HEIGHT, TOP, WIDTH, Plot, rounded_top
from content.base.drawing.svg import Drawing
from content.base.formats import month_name
from content.cameratraps.choices import Band, Season
from content.cameratraps.small_numbers import LEAST, Cell

DAY_ORDER = (Band.DAWN, Band.DAY, Band.DUSK, Band.NIGHT)
FLOOR = HEIGHT - 36


def draw_day(cells: Sequence[Cell], **words: str) -> SafeString:
    """Return a column for each time of day, in `DAY_ORDER`, each under its own sky. `words`: see `_drawn`."""
    names = {"chart__tick--band": [str(band.label) for band in DAY_ORDER]}
    return _drawn(cells, names, width=0.44, room_above=0.4, skies=DAY_ORDER, **words)


def draw_year(cells: Sequence[Cell], **words: str) -> SafeString:
    """Return a column for each month, January first. `words`: see `_drawn`."""
    names = {
        f"chart__tick--{width}": [month_name(month, width) for month in range(1, 13)]
        for width in ("abbreviated", "narrow")
    }
    return _drawn(cells, names, width=0.64, **words)


def draw_seasons(cells: Sequence[Cell], **words: str) -> SafeString:
    """Return a column for each season, in the order of `Season`. `words`: see `_drawn`."""
    names = {"chart__tick--band": [str(season.label) for season in Season]}
    return _drawn(cells, names, width=0.44, **words)


def _drawn(
    cells: Sequence[Cell],
    names: Mapping[str, Sequence[str]],
    *,
    width: float,
    unit: str,
    title: str,
    description: str,
    slug: str,
    room_above: float = 0.15,
    skies: Sequence[Band] = (),
) -> SafeString:
    """Return columns of a share `width` of their place, each with its name in every class of `names`."""
    svg = Drawing(WIDTH, HEIGHT, name="chart__svg", title=title, description=description, slug=slug)
    plot = _plot(cells, room_above)
    for place, band in enumerate(skies):
        _draw_sky(svg, plot, place, band)
    _draw_axis(svg, plot, unit)
    _draw_columns(svg, plot, cells, width=width)
    for css_class, texts in names.items():
        plot.draw_names(svg, texts, css_class)
    return svg.rendered()


def _plot(cells: Sequence[Cell], room_above: float) -> Plot:
    """Return axes that leave a share of the highest column free above it, for its number and the sky."""
    highest = max((cell.number or 0 for cell in cells), default=0)
    top, _step = rounded_top(max(highest * (1 + room_above), 2 * LEAST))
    return Plot(0, len(cells), 0, top)


def _draw_axis(svg: Drawing, plot: Plot, unit: str) -> None:
    top, step = rounded_top(plot.high)
    plot.draw_values(svg, range(0, top + 1, step), unit)


def _draw_sky(svg: Drawing, plot: Plot, place: int, band: Band) -> None:
    """Draw the ground of one time of day and its sign: the sun half up, up, half down, the moon."""
    left, right = plot.x(place), plot.x(place + 1)
    sky = f"chart__sky chart__sky--{band.value}"
    svg.add(
        "rect",
        x=left,
        y=float(TOP - 4),
        width=right - left,
        height=float(FLOOR - TOP + 4),
        class_=sky,
    )
    x, y = (left + right) / 2, TOP + 16
    if band == Band.NIGHT:
        svg.add(
            "path",
            d=f"M{x + 3:.1f} {y - 9:.1f}a9.5 9.5 0 1 0 6 15a8 8 0 0 1 -6 -15z",
            class_="chart__moon",
        )
        return
    if band == Band.DAY:
        svg.add("circle", cx=x, cy=float(y), r=8, class_="chart__sun")
        return
    svg.add("path", d=f"M{x - 9:.1f} {y + 4}a9 9 0 0 1 18 0z", class_="chart__sun")
    svg.line([(x - 17, y + 8), (x + 17, y + 8)], "chart__horizon")


def _draw_columns(svg: Drawing, plot: Plot, cells: Sequence[Cell], *, width: float) -> None:
    for place, cell in enumerate(cells):
        left, right = plot.x(place + 0.5 - width / 2), plot.x(place + 0.5 + width / 2)
        if cell.number is None:
            _draw_kept_back(svg, plot, (left, right), cell)
            continue
        top = plot.y(cell.number)
        svg.add(
            "rect", x=left, y=top, width=right - left, height=FLOOR - top, class_="chart__column"
        )
        svg.text(str(cell.number), (left + right) / 2, top - 6, "chart__column-label")


def _draw_kept_back(svg: Drawing, plot: Plot, edges: tuple[float, float], cell: Cell) -> None:
    """Draw an outline from nothing to just below `LEAST` for a small number, a dash for another one."""
    left, right = edges
    middle = (left + right) / 2
    if not cell.is_small:
        svg.text("–", middle, FLOOR - 8, "chart__column-label")
        return
    top = plot.y(LEAST - 1)
    svg.add("rect", x=left, y=top, width=right - left, height=FLOOR - top, class_="chart__few")
    svg.text(f"<{LEAST}", middle, (top + FLOOR) / 2 + 5, "chart__few-label")
