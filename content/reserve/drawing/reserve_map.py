"""The schematic map of the reserve, drawn on the server as SVG; colours come from the stylesheet."""

from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from content.base.drawing.lines import simplified
from content.base.drawing.projection import Bounds, Projection
from content.base.drawing.svg import Drawing, path_data
from content.reserve.drawing.geodata import GEO_NAME, features, name_in, of_kind, rings

SHEET = Projection.of(Bounds(west=129.0, south=42.25, east=132.75, north=44.4), width=800)
AREA_CLASSES = {
    "Land of the Leopard National Park": "land-of-the-leopard",
    "Kedrovaya Pad State Nature Biosphere Reserve": "kedrovaya-pad",
    "Northeast China Tiger and Leopard National Park": "northeast-china-tiger-leopard",
}
# Places worth a label at this scale, and on which side of the dot the label stands.
LABELLED = {
    "Vladivostok": "below",
    "Ussuriysk": "start",
    "Hunchun": "end",
    "Yanji": "start",
    "Dongning": "start",
    "Wangqing": "start",
    "Slavyanka": "start",
    "Visitor centre, Barabash": "start",
}
COUNTRY_SPOTS = {"RUS": (132.1, 44.0), "CHN": (129.6, 44.2), "PRK": (129.62, 42.3)}
NUMBER_SPOTS = ((131.4, 43.5), (131.49, 43.1), (130.35, 43.5))  # in the order of the legend
MAJOR = {"Vladivostok", "Hunchun", "Visitor centre, Barabash"}  # named on a phone too
LABEL_PLACES = {"start": (9, 5), "end": (-9, 5), "below": (0, 25)}  # right and down from the dot


@lru_cache(maxsize=16)
def reserve_map(language: str, highlight: str = "") -> SafeString:
    """Return the map as SVG in one language; `highlight` is the class of one area to stress."""
    svg = Drawing(
        SHEET.width,
        round(SHEET.height),
        name="map",
        slug="reserve-map",
        title=_("Schematic map of the Land of Big Cats"),
        description=_(
            "Three protected areas side by side along the border of Russia and China, west of Vladivostok."
        ),
        data_corners=SHEET.corners,
    )
    _draw_ground(svg)
    _draw_areas(svg, highlight)
    _draw_lines(svg)
    _draw_country_names(svg, language)
    _draw_area_numbers(svg)
    _draw_places(svg, language)
    _draw_scale_bar(svg, language)
    return svg.rendered()


def _shape(feature: dict, *, closed: bool) -> str:
    """Return the `d` of a path for a feature, without bends too small to see."""
    lines = [[SHEET.xy(*point[:2]) for point in ring] for ring in rings(feature["geometry"])]
    return "".join(path_data(simplified(line, 0.3), closed=closed) for line in lines)


def _draw_ground(svg: Drawing) -> None:
    svg.add("rect", width="100%", height="100%", class_="map__land map__land--other")
    for feature in of_kind("basemap", "country"):
        country = feature["properties"]["iso_a3"].lower()
        svg.add("path", d=_shape(feature, closed=True), class_=f"map__land map__land--{country}")
    for feature in of_kind("basemap", "sea", "lake"):
        svg.add("path", d=_shape(feature, closed=True), class_="map__water")


def _draw_areas(svg: Drawing, highlight: str) -> None:
    for feature in of_kind("areas", "area"):
        name = AREA_CLASSES[feature["properties"]["name_en"]]
        css_class = f"map__area map__area--{name}"
        if highlight and highlight != name:
            css_class += " map__area--quiet"
        svg.add("path", d=_shape(feature, closed=True), class_=css_class)


def _draw_lines(svg: Drawing) -> None:
    for kind in ("river", "border"):
        for feature in of_kind("basemap", kind):
            svg.add("path", d=_shape(feature, closed=False), class_=f"map__{kind}")


def _draw_country_names(svg: Drawing, language: str) -> None:
    for feature in of_kind("basemap", "country"):
        x, y = SHEET.xy(*COUNTRY_SPOTS[feature["properties"]["iso_a3"]])
        svg.text(name_in(feature, language), x, y, "map__country")
    x, y = SHEET.xy(132.1, 42.55)
    sea = next(feature for feature in of_kind("basemap", "sea"))
    svg.text(name_in(sea, language), x, y, "map__sea-name")


def _draw_area_numbers(svg: Drawing) -> None:
    """Number the areas; the legend beside the map names them, so that no long name has to fit."""
    for number, place in enumerate(NUMBER_SPOTS, start=1):
        x, y = SHEET.xy(*place)
        svg.add("circle", cx=x, cy=y, r=13, class_="map__number-disc")
        svg.text(str(number), x, y + 5, "map__number")


def _draw_places(svg: Drawing, language: str) -> None:
    for feature in features("areas"):
        name = feature["properties"].get("name_en")
        if feature["geometry"]["type"] != "Point" or name not in LABELLED:
            continue
        x, y = SHEET.xy(*feature["geometry"]["coordinates"])
        kind, anchor = feature["properties"]["kind"], LABELLED[name]
        minor = "" if name in MAJOR else " map__minor"
        svg.add("circle", cx=x, cy=y, r=4, class_=f"map__place map__place--{kind}{minor}")
        right, down = LABEL_PLACES[anchor]
        label = feature["properties"][GEO_NAME[language]]
        svg.text(label, x + right, y + down, f"map__label map__label--{anchor}{minor}")


def _draw_scale_bar(svg: Drawing, language: str) -> None:
    length = SHEET.units(50_000)
    y = SHEET.height - 18
    x = SHEET.width - length - 20
    label = {"en": "50 km", "ru": "50 км", "zh-hans": "50公里"}[language]
    svg.line([(x, y), (x, y + 6), (x + length, y + 6), (x + length, y)], "map__scale")
    svg.text(label, x + length / 2, y - 4, "map__scale-label")


def area_legend(language: str) -> list[tuple[int, str, str]]:
    """Return (number, class, name) of each area on the map."""
    return [
        (number, AREA_CLASSES[feature["properties"]["name_en"]], name_in(feature, language))
        for number, feature in enumerate(of_kind("areas", "area"), start=1)
    ]
