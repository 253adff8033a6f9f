"""The small map that says where in the reserve a trail is."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from content.trails.drawing import basemap
from content.trails.drawing.projection import Bounds, Projection
from content.trails.drawing.svg import add, rendered, sheet

WIDTH, HEIGHT = 320, 300
RESERVE = Bounds(129.2, 42.25, 132.3, 44.4)
TOWNS = {"vladivostok", "hunchun", "slavyanka", "wangqing"}
SIDES = {"RUS": "ru", "CHN": "cn", "RU": "ru", "CN": "cn"}


def draw_locator(lon: float, lat: float, *, title: str, description: str) -> SafeString:
    """Return the outline of the reserve with a mark at one place."""
    projection = Projection.fitting(RESERVE, WIDTH, HEIGHT, margin=4)
    svg = sheet(
        WIDTH,
        HEIGHT,
        css_class="trail-locator",
        name="trail-locator",
        title=title,
        description=description,
    )
    add(svg, "rect", class_="map__water", width=WIDTH, height=HEIGHT)
    for _shape, data in basemap.surfaces(projection, "land"):
        add(svg, "path", class_="map__land", d=data)
    for shape, data in basemap.surfaces(projection, "area"):
        add(svg, "path", class_=f"map__area map__area--{SIDES.get(shape.country, 'ru')}", d=data)
    for shape, (x, y) in basemap.places(projection, {"city", "town"}):
        if shape.identifier in TOWNS:
            name = shape.name_in(get_language() or "en")
            add(svg, "circle", class_="map__town", cx=x, cy=y, r=2.5)
            anchor = "end" if x > WIDTH * 0.7 else "start" if x < WIDTH * 0.2 else "middle"
            add(svg, "text", name, class_="map__label", x=x, y=y - 7, text_anchor=anchor)
    x, y = projection.xy(lon, lat)
    add(svg, "circle", class_="trail-locator__halo", cx=x, cy=y, r=12.0)
    add(svg, "circle", class_="trail-locator__mark", cx=x, cy=y, r=5.5)
    return rendered(svg)
