"""The map of one trail: its line, its start, its stops, on a simplified ground."""

from collections.abc import Sequence
from math import hypot

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.drawing.lines import simplified
from content.base.drawing.projection import XY, Bounds, Projection
from content.base.drawing.svg import Drawing, path_data
from content.base.formats import format_unit
from content.reserve.drawing import geodata
from content.trails.drawing import basemap
from content.trails.places import Stop
from content.trails.tracks import Point, Track, distance_m

WIDTH, HEIGHT, MARGIN = 480, 330, 44
LEAST_METRES = 900  # what the sheet is wide at least
FAR_METRES = 1500  # a meeting point further away than this is left to the words
BAR_METRES = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)
MARKER = 10.0
BADGE, BADGE_ICON = 9.0, 13.0  # the mark of the kind at the upper right of a marker
CROWD = MARKER * 2.6  # markers nearer than this are moved apart


def draw_map(
    track: Track,
    stops: Sequence[Stop],
    *,
    title: str,
    description: str,
    meeting: Point | None = None,
    is_closed: bool = False,
) -> SafeString:
    """Return the map of a track of at least two points; the line of a closed trail is broken.

    `meeting` is (longitude, latitude).
    """
    if meeting and distance_m(meeting, track[0]) > FAR_METRES:
        meeting = None
    shown = [*track, *((stop.lon, stop.lat) for stop in stops), *([meeting] if meeting else [])]
    projection = Projection.fitting(
        Bounds.around(shown), WIDTH, HEIGHT, margin=MARGIN, least_metres=LEAST_METRES
    )
    svg = Drawing(
        WIDTH,
        HEIGHT,
        name="trail-map",
        title=title,
        description=description,
        data_corners=projection.corners,
    )
    _draw_ground(svg, projection)
    line = [projection.xy(point[0], point[1]) for point in track]
    _draw_track(svg, line, is_closed)
    spots = [projection.xy(stop.lon, stop.lat) for stop in stops]
    markers = spread(spots, taken=[line[0]])
    _draw_stops(svg, stops, spots, markers)
    _draw_start(svg, line[0], markers)
    if meeting and distance_m(meeting, track[0]) > projection.metres_per_unit * MARKER * 2:
        x, y = projection.xy(meeting[0], meeting[1])
        svg.add("circle", class_="trail-map__meeting", cx=x, cy=y, r=6.0)
    _draw_frame(svg, projection)
    return svg.rendered()


def _draw_ground(svg: Drawing, projection: Projection) -> None:
    svg.add("rect", class_="map__water", width=WIDTH, height=HEIGHT)
    for layer, css_class in (("land", "map__land"), ("area", "map__area"), ("lake", "map__water")):
        for _feature, data in basemap.surfaces(projection, layer):
            svg.add("path", class_=css_class, d=data)
    for data in basemap.rivers(projection):
        svg.add("path", class_="map__river", d=data)
    for feature, (x, y) in basemap.towns(projection, margin=40):
        name = geodata.name_in(feature, get_language() or "en")
        svg.add("circle", class_="map__town", cx=x, cy=y, r=4.0)
        svg.add("text", name, class_="map__label", x=x, y=y - 10, text_anchor="middle")


def _draw_track(svg: Drawing, line: list[XY], is_closed: bool) -> None:
    data = path_data(simplified(line, 0.6))
    svg.add("path", class_="trail-map__casing", d=data)
    state = " trail-map__track--closed" if is_closed else ""
    svg.add("path", class_=f"trail-map__track{state}", d=data)


def _draw_start(svg: Drawing, start: XY, markers: Sequence[XY]) -> None:
    """Mark the start; its word goes where it covers no marker."""
    x, y = start
    svg.add("circle", class_="trail-map__start", cx=x, cy=y, r=6.0)
    sides = {
        "middle-below": (x, y + 24, "middle"),
        "middle-above": (x, y - 13, "middle"),
        "right": (x + 13, y + 5, "start"),
        "left": (x - 13, y + 5, "end"),
    }
    label_x, label_y, anchor = max(sides.values(), key=lambda side: _room(side, markers))
    svg.add("text", _("Start"), class_="trail-map__label", x=label_x, y=label_y, text_anchor=anchor)


def _room(side: tuple[float, float, str], markers: Sequence[XY]) -> float:
    """Return how far the middle of a word is from the nearest marker; negative off the sheet."""
    x, y, anchor = side
    x += {"start": 24, "end": -24, "middle": 0}[anchor]
    if not (30 < x < WIDTH - 30 and 20 < y < HEIGHT - 34):
        return -1.0
    return min((hypot(x - a, (y - 5 - b) * 1.6) for a, b in markers), default=999.0)


def _draw_stops(svg: Drawing, stops: Sequence[Stop], spots: list[XY], markers: list[XY]) -> None:
    for stop, spot, (x, y) in zip(stops, spots, markers, strict=True):
        if hypot(x - spot[0], y - spot[1]) > 1:
            svg.add("path", class_="trail-map__leader", d=path_data([spot, (x, y)]))
        svg.add(
            "circle", class_=f"trail-map__stop trail-map__stop--{stop.kind}", cx=x, cy=y, r=MARKER
        )
        _draw_kind(svg, stop, x + MARKER * 1.1, y - MARKER * 1.0)
        number = str(stop.number)
        svg.add("text", number, class_="trail-map__number", x=x, y=y + 4.3, text_anchor="middle")


def _draw_kind(svg: Drawing, stop: Stop, x: float, y: float) -> None:
    svg.open_mark(x, y, f"trail-map__kind trail-map__kind--{stop.kind}")
    svg.add("circle", r=BADGE)
    svg.add(
        "use",
        href=f"{static('img/icons.svg')}#{stop.icon}",
        x=-BADGE_ICON / 2,
        y=-BADGE_ICON / 2,
        width=BADGE_ICON,
        height=BADGE_ICON,
    )
    svg.close_mark()


def spread(spots: Sequence[XY], taken: Sequence[XY] = ()) -> list[XY]:
    """Move markers that would cover an earlier one, or a place taken, to the next free place beside it."""
    markers: list[XY] = []
    for x, y in spots:
        steps = [(0, 0), *((dx, dy) for ring in (1, 2, 3) for dx, dy in _ring(ring))]
        tries = [(x + dx * CROWD, y + dy * CROWD) for dx, dy in steps]
        inside = [
            (a, b) for a, b in tries if MARKER < a < WIDTH - MARKER and MARKER < b < HEIGHT - MARKER
        ]
        free = (spot for spot in inside if all(_apart(spot, other) for other in (*taken, *markers)))
        markers.append(next(free, (x, y)))
    return markers


def _ring(size: int) -> list[tuple[int, int]]:
    around = range(-size, size + 1)
    return [(dx, dy) for dx in around for dy in around if max(abs(dx), abs(dy)) == size]


def _apart(a: XY, b: XY) -> bool:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= (CROWD * 0.98) ** 2


def _draw_frame(svg: Drawing, projection: Projection) -> None:
    """Draw the scale bar and the arrow to the north."""
    metres = max(
        [size for size in BAR_METRES if projection.units(size) <= WIDTH / 4] or [BAR_METRES[0]]
    )
    length, x, y = projection.units(metres), 20.0, HEIGHT - 18.0
    svg.add(
        "path",
        class_="map__bar",
        d=path_data([(x, y - 6), (x, y), (x + length, y), (x + length, y - 6)]),
    )
    text = format_unit(metres // 1000, "km") if metres >= 1000 else format_unit(metres, "m")
    svg.add("text", text, class_="map__label", x=x + length + 8, y=y)
    svg.add("path", class_="map__north", d=f"M{WIDTH - 24} 18l8 22l-8 -5l-8 5Z")
    svg.add("text", _("N"), class_="map__label", x=WIDTH - 24, y=58, text_anchor="middle")
