"""Warmth and rain by month in the two parts of the reserve, as charts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from content.base.drawing.chart import Chart, KeyEntry
from content.base.formats import format_number, month_name
from content.reserve.drawing.climate import draw_climate


@dataclass(frozen=True)
class ClimatePlace:
    """Monthly means of one place: °C and mm of rain, January first."""

    slug: str
    temperatures: tuple[float, ...]
    rain: tuple[float, ...]


# Rounded means. Vladivostok: order of magnitude of 1991–2020. Hunchun: April, May, August and the year from a
# published climate table, the other months estimated around them. Staff replace them with station data.
CLIMATE = (
    ClimatePlace(
        "vladivostok",
        (-12, -8, -1, 5, 10, 14, 18, 20, 16, 9, -1, -9),
        (12, 16, 27, 43, 97, 105, 160, 175, 100, 65, 36, 19),
    ),
    ClimatePlace(
        "hunchun",
        (-11, -7, 0, 7.7, 13, 17, 20.5, 21, 15.5, 8.5, -0.5, -8),
        (5, 6, 12, 32, 76, 90, 110, 125, 85, 40, 25, 8),
    ),
)


def climate_charts() -> list[Chart]:
    """Return a chart for each place with monthly means."""
    return [_chart(place) for place in CLIMATE]


def _chart(place: ClimatePlace) -> Chart:
    name, source = {
        "vladivostok": (
            _("Coast of Primorye (Vladivostok)"),
            _(
                "Rounded monthly means, by the order of magnitude of 1991–2020; put together in November 2026 to plan "
                "by, not a forecast."
            ),
        ),
        "hunchun": (
            _("Hunchun"),
            _(
                "Rounded monthly means: April, May and August from a published climate table, the other months "
                "estimated around them; put together in November 2026 to plan by, not a forecast."
            ),
        ),
    }[place.slug]
    caption = _("%(place)s: warmth and rain by month") % {"place": name}
    seen = _in_words(place)
    return Chart(
        caption=caption,
        seen=seen,
        svg=draw_climate(
            place.temperatures,
            place.rain,
            title=caption,
            description=seen,
            slug=f"climate-{place.slug}",
        ),
        key=[
            KeyEntry(_("mean temperature, °C"), "line"),
            KeyEntry(_("rain and snow, mm"), "bar"),
        ],
        columns=[_("Month"), _("Mean temperature, °C"), _("Rain and snow, mm")],
        rows=[
            [month_name(month), _degrees(degrees), format_number(rain)]
            for month, (degrees, rain) in enumerate(
                zip(place.temperatures, place.rain, strict=True), start=1
            )
        ],
        source=source,
    )


def _in_words(place: ClimatePlace) -> str:
    """Say which months are the coldest, the warmest and the wettest."""
    return _(
        "Coldest month: %(coldest)s (%(low)s °C). Warmest: %(warmest)s (%(high)s °C). "
        "Wettest: %(wettest)s (%(rain)s mm)."
    ) % {
        "coldest": month_name(place.temperatures.index(min(place.temperatures)) + 1),
        "low": _degrees(min(place.temperatures)),
        "warmest": month_name(place.temperatures.index(max(place.temperatures)) + 1),
        "high": _degrees(max(place.temperatures)),
        "wettest": month_name(place.rain.index(max(place.rain)) + 1),
        "rain": format_number(max(place.rain)),
    }


def _degrees(value: float) -> str:
    return format_number(value).replace("-", "−")
