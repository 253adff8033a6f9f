"""Tags for the blocks that draw what the site knows about the reserve."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.formats import format_number, month_name
from content.reserve import queries
from content.reserve.drawing.charts import climate_chart
from content.reserve.drawing.reserve_map import area_legend, reserve_map
from content.reserve.figures import PopulationChart, population_charts
from content.reserve.models import Side

register = template.Library()


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


@register.simple_tag
def sides_with_numbers() -> list[Side]:
    """Return both sides with their emergency numbers."""
    return queries.sides_with_numbers()


@register.simple_tag
def population_figures() -> list[PopulationChart]:
    """Return one chart with its table for each cat."""
    return population_charts()


@register.simple_tag
def climate_charts() -> list[dict]:
    """Return a chart and a table for each place with monthly means."""
    names = {
        "vladivostok": _("Coast of Primorye (Vladivostok)"),
        "hunchun": _("Hunchun"),
    }
    months = [month_name(number, "abbreviated") for number in range(1, 13)]
    columns = [_("Month"), _("Mean temperature, °C"), _("Rain, mm")]
    return [
        {
            "name": names[place.slug],
            "svg": climate_chart(
                list(place.temperatures),
                list(place.rain),
                months,
                title=names[place.slug],
                slug=f"climate-{place.slug}",
            ),
            "table": {
                "columns": columns,
                "rows": [
                    [month_name(index + 1), _degrees(degrees), format_number(rain)]
                    for index, (degrees, rain) in enumerate(
                        zip(place.temperatures, place.rain, strict=True)
                    )
                ],
            },
        }
        for place in CLIMATE
    ]


def _degrees(value: float) -> str:
    return format_number(value).replace("-", "−")


@register.simple_tag
def map_of_reserve(highlight: str = "") -> dict:
    """Return the schematic map and the legend of its areas, in the active language."""
    language = get_language() or "en"
    return {"svg": reserve_map(language, highlight), "legend": area_legend(language)}
