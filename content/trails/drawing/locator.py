"""The small map that says where in the reserve a trail is."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from content.base.drawing.projection import Bounds, Projection
from content.base.drawing.svg import Drawing
from content.reserve.drawing import geodata
from content.trails.drawing import basemap

WIDTH, HEIGHT = 320, 300
RESERVE = Bounds(129.2, 42.25, 132.3, 44.4)
# Town → how far its name stands below it, and where the name ends: the edge, or left of the town.
TOWNS = {"vladivostok": (17, WIDTH - 6.0), "hunchun": (4, None)}
SIDES = {"RUS": "ru", "CHN": "cn", "RU": "ru", "CN": "cn"}


def draw_locator(lon: float, lat: float, *, title: str, description: str) -> SafeString:
    """Return the outline of the reserve with a mark at one place."""
    projection = Projection.fitting(RESERVE, WIDTH, HEIGHT, margin=4)
    svg = Drawing(
        WIDTH,
        HEIGHT,
        name="trail-locator",
        title=title,
        description=description,
    )
    svg.add("rect", class_="map__water", width=WIDTH, height=HEIGHT)
    for _feature, data in basemap.surfaces(projection, "land"):
        svg.add("path", class_="map__land", d=data)
    for feature, data in basemap.surfaces(projection, "area"):
        side = SIDES.get(feature["properties"]["country"], "ru")
        svg.add("path", class_=f"map__area map__area--{side}", d=data)
    for feature, (x, y) in basemap.towns(projection):
        if feature["id"] in TOWNS:
            below, edge = TOWNS[feature["id"]]
            name = geodata.name_in(feature, get_language() or "en")
            svg.add("circle", class_="map__town", cx=x, cy=y, r=2.5)
            svg.add(
                "text", name, class_="map__label", x=edge or x - 7, y=y + below, text_anchor="end"
            )
    x, y = projection.xy(lon, lat)
    svg.add("circle", class_="trail-locator__halo", cx=x, cy=y, r=12.0)
    svg.add("circle", class_="trail-locator__mark", cx=x, cy=y, r=5.5)
    return svg.rendered()
