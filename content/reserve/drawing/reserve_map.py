"""The schematic map of the reserve, drawn on the server as SVG; colours come from the stylesheet."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from content.reserve.drawing.geodata import GEO_NAME, features, name_in, of_kind
from content.reserve.drawing.projection import Window, path_data, rings
from content.reserve.drawing.svg import element, text

WINDOW = Window(west=129.0, south=42.25, east=132.75, north=44.4)
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
LABEL_PLACES = {"start": (9, 5), "end": (-9, 5), "below": (-14, 23)}  # right and down from the dot


@lru_cache(maxsize=16)
def reserve_map(language: str, highlight: str = "") -> SafeString:
    """Return the map as SVG in one language; `highlight` is the class of one area to stress."""
    layers = [
        _ground(),
        _areas(highlight),
        _lines(),
        *_country_names(language),
        *_area_numbers(),
        *_places(language),
        _scale_bar(language),
    ]
    title = _("Schematic map of the Land of Big Cats")
    description = _(
        "Three protected areas side by side along the border of Russia and China, west of Vladivostok."
    )
    return mark_safe(
        f'<svg class="map" viewBox="0 0 {WINDOW.width:g} {WINDOW.height:.0f}" role="img" '
        f'aria-labelledby="reserve-map-title reserve-map-desc">'
        + element("title", title, id="reserve-map-title")
        + element("desc", description, id="reserve-map-desc")
        + "".join(layers)
        + "</svg>"
    )


def _ground() -> str:
    parts = [element("rect", width="100%", height="100%", class_="map__land map__land--other")]
    for feature in of_kind("basemap", "country"):
        country = feature["properties"]["iso_a3"].lower()
        data = path_data(rings(feature["geometry"]), WINDOW, close=True)
        parts.append(element("path", d=data, class_=f"map__land map__land--{country}"))
    for feature in of_kind("basemap", "sea", "lake"):
        data = path_data(rings(feature["geometry"]), WINDOW, close=True)
        parts.append(element("path", d=data, class_="map__water"))
    return "".join(parts)


def _areas(highlight: str) -> str:
    parts = []
    for feature in of_kind("areas", "area"):
        name = AREA_CLASSES[feature["properties"]["name_en"]]
        css_class = f"map__area map__area--{name}"
        if highlight and highlight != name:
            css_class += " map__area--quiet"
        data = path_data(rings(feature["geometry"]), WINDOW, close=True)
        parts.append(element("path", d=data, class_=css_class))
    return "".join(parts)


def _lines() -> str:
    parts = []
    for kind in ("river", "border"):
        for feature in of_kind("basemap", kind):
            data = path_data(rings(feature["geometry"]), WINDOW, close=False)
            parts.append(element("path", d=data, class_=f"map__{kind}"))
    return "".join(parts)


def _country_names(language: str) -> list[str]:
    spots = {"RUS": (132.1, 44.0), "CHN": (129.6, 44.2), "PRK": (129.55, 42.36)}
    names = []
    for feature in of_kind("basemap", "country"):
        x, y = WINDOW.project(*spots[feature["properties"]["iso_a3"]])
        names.append(text(name_in(feature, language), x, y, "map__country"))
    x, y = WINDOW.project(132.1, 42.55)
    sea = next(feature for feature in of_kind("basemap", "sea"))
    names.append(text(name_in(sea, language), x, y, "map__sea-name"))
    return names


def _area_numbers() -> list[str]:
    """Number the areas; the legend beside the map names them, so that no long name has to fit."""
    spots = {
        "land-of-the-leopard": (131.25, 43.62),
        "kedrovaya-pad": (131.49, 43.1),
        "northeast-china": (130.35, 43.5),
    }
    parts = []
    for number, name in enumerate(spots, start=1):
        x, y = WINDOW.project(*spots[name])
        parts.append(element("circle", cx=x, cy=y, r=13, class_="map__number-disc"))
        parts.append(text(str(number), x, y + 5, "map__number"))
    return parts


def _places(language: str) -> list[str]:
    parts = []
    for feature in features("areas"):
        name = feature["properties"].get("name_en")
        if feature["geometry"]["type"] != "Point" or name not in LABELLED:
            continue
        x, y = WINDOW.project(*feature["geometry"]["coordinates"])
        anchor = LABELLED[name]
        parts.append(
            element(
                "circle",
                cx=x,
                cy=y,
                r=4,
                class_=f"map__place map__place--{feature['properties']['kind']}",
            )
        )
        right, down = LABEL_PLACES[anchor]
        parts.append(
            text(
                feature["properties"][GEO_NAME[language]],
                x + right,
                y + down,
                f"map__label map__label--{anchor}",
            )
        )
    return parts


def _scale_bar(language: str) -> str:
    length = 50 * WINDOW.units_per_km
    y = WINDOW.height - 18
    x = WINDOW.width - length - 20
    label = {"en": "50 km", "ru": "50 км", "zh-hans": "50公里"}[language]
    return element("path", d=f"M{x:.1f} {y:.1f}v6h{length:.1f}v-6", class_="map__scale") + text(
        label, x + length / 2, y - 4, "map__scale-label"
    )


def area_legend(language: str) -> list[tuple[int, str, str]]:
    """Return (number, class, name) of each area on the map."""
    return [
        (number, AREA_CLASSES[feature["properties"]["name_en"]], name_in(feature, language))
        for number, feature in enumerate(of_kind("areas", "area"), start=1)
    ]
