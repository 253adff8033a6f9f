"""The map of one trail: its line, its start, its stops, on a simplified ground."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.formats import format_unit
from content.trails.drawing import basemap
from content.trails.drawing.lines import simplified
from content.trails.drawing.projection import XY, Bounds, Projection
from content.trails.drawing.svg import add, path_data, rendered, sheet
from content.trails.places import Stop
from content.trails.tracks import Point, Track, distance_m

WIDTH, HEIGHT, MARGIN = 640, 420, 56
LEAST_METRES = 900  # what the sheet is wide at least
FAR_METRES = 1500  # a meeting point further away than this is left to the words
TOWNS = {"city", "town", "village"}
BAR_METRES = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)
MARKER = 11.0
CROWD = MARKER * 1.9  # markers nearer than this are moved apart


def draw_map(
    track: Track,
    stops: Sequence[Stop],
    *,
    title: str,
    description: str,
    meeting: Point | None = None,
) -> SafeString:
    """Return the map of a track of at least two points. `meeting` is (longitude, latitude)."""
    if meeting and distance_m(meeting, track[0]) > FAR_METRES:
        meeting = None
    shown = [*track, *((stop.lon, stop.lat) for stop in stops), *([meeting] if meeting else [])]
    projection = Projection.fitting(
        Bounds.around(shown), WIDTH, HEIGHT, margin=MARGIN, least_metres=LEAST_METRES
    )
    svg = sheet(
        WIDTH, HEIGHT, css_class="trail-map", name="trail-map", title=title, description=description
    )
    _draw_ground(svg, projection)
    line = [projection.xy(point[0], point[1]) for point in track]
    _draw_track(svg, line)
    _draw_stops(svg, [(stop, projection.xy(stop.lon, stop.lat)) for stop in stops])
    _draw_start(svg, line[0])
    if meeting and distance_m(meeting, track[0]) > projection.metres_per_unit * CROWD:
        x, y = projection.xy(meeting[0], meeting[1])
        add(svg, "circle", class_="trail-map__meeting", cx=x, cy=y, r=6.0)
    _draw_frame(svg, projection)
    return rendered(svg)


def _draw_ground(svg: Element, projection: Projection) -> None:
    add(svg, "rect", class_="map__water", width=WIDTH, height=HEIGHT)
    for layer in ("land", "area", "water"):
        for _shape, data in basemap.surfaces(projection, layer):
            add(svg, "path", class_=f"map__{layer}", d=data)
    for _shape, data in basemap.rivers(projection):
        add(svg, "path", class_="map__river", d=data)
    for shape, (x, y) in basemap.places(projection, TOWNS, margin=40):
        add(svg, "circle", class_="map__town", cx=x, cy=y, r=4.0)
        name = shape.name_in(get_language() or "en")
        add(svg, "text", name, class_="map__label", x=x, y=y - 10, text_anchor="middle")


def _draw_track(svg: Element, line: list[XY]) -> None:
    data = path_data(simplified(line, 0.6))
    add(svg, "path", class_="trail-map__casing", d=data)
    add(svg, "path", class_="trail-map__track", d=data)


def _draw_start(svg: Element, start: XY) -> None:
    x, y = start
    above = y > HEIGHT / 2
    add(svg, "circle", class_="trail-map__start", cx=x, cy=y, r=7.0)
    anchor = "start" if x < 80 else "end" if x > WIDTH - 80 else "middle"
    label_y = y + 30 if above else y - 18
    add(svg, "text", _("Start"), class_="trail-map__label", x=x, y=label_y, text_anchor=anchor)


def _draw_stops(svg: Element, placed: list[tuple[Stop, XY]]) -> None:
    for (stop, spot), (x, y) in zip(placed, spread([spot for _stop, spot in placed]), strict=True):
        if abs(x - spot[0]) + abs(y - spot[1]) > 1:
            add(svg, "path", class_="trail-map__leader", d=path_data([spot, (x, y)]))
        add(
            svg,
            "circle",
            class_=f"trail-map__stop trail-map__stop--{stop.kind}",
            cx=x,
            cy=y,
            r=MARKER,
        )
        add(
            svg,
            "text",
            str(stop.number),
            class_="trail-map__number",
            x=x,
            y=y + 4.5,
            text_anchor="middle",
        )


def spread(spots: Sequence[XY]) -> list[XY]:
    """Move markers that would cover an earlier one to the next free place beside it."""
    taken: list[XY] = []
    for x, y in spots:
        steps = [(0, 0), *((dx, dy) for ring in (1, 2, 3) for dx, dy in _ring(ring))]
        tries = [(x + dx * CROWD, y + dy * CROWD) for dx, dy in steps]
        inside = [
            (a, b) for a, b in tries if MARKER < a < WIDTH - MARKER and MARKER < b < HEIGHT - MARKER
        ]
        free = (spot for spot in inside if all(_apart(spot, other) for other in taken))
        taken.append(next(free, (x, y)))
    return taken


def _ring(size: int) -> list[tuple[int, int]]:
    around = range(-size, size + 1)
    return [(dx, dy) for dx in around for dy in around if max(abs(dx), abs(dy)) == size]


def _apart(a: XY, b: XY) -> bool:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= (CROWD * 0.98) ** 2


def _draw_frame(svg: Element, projection: Projection) -> None:
    """Draw the scale bar and the arrow to the north."""
    metres = max(
        [size for size in BAR_METRES if projection.units(size) <= WIDTH / 4] or [BAR_METRES[0]]
    )
    length, x, y = projection.units(metres), 20.0, HEIGHT - 18.0
    add(
        svg,
        "path",
        class_="map__bar",
        d=path_data([(x, y - 6), (x, y), (x + length, y), (x + length, y - 6)]),
    )
    text = format_unit(metres // 1000, "km") if metres >= 1000 else format_unit(metres, "m")
    add(svg, "text", text, class_="map__label", x=x + length + 8, y=y)
    add(svg, "path", class_="map__north", d=f"M{WIDTH - 24} 18l8 22l-8 -5l-8 5Z")
    add(svg, "text", _("N"), class_="map__label", x=WIDTH - 24, y=58, text_anchor="middle")
