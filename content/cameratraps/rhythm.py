"""When animals pass the cameras, as charts and their words: by time of day and by month or season, never by both."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from content.base.drawing.chart import Chart, KeyEntry
from content.base.facts import fact_text
from content.base.formats import between, colon_after, format_date, month_name, semicolon, sentences
from content.cameratraps import queries
from content.cameratraps.choices import MONTHS_OF, Band, Season
from content.cameratraps.drawing import DAY_ORDER, draw_day, draw_seasons, draw_year
from content.cameratraps.queries import Rhythm
from content.cameratraps.small_numbers import ENOUGH, LEAST, Cell, cells


@dataclass(frozen=True)
class Rhythms:
    """The charts that may be drawn, and a sentence where none may."""

    charts: list[Chart]
    instead: str = ""
    places: str = ""


def rhythms_of_species(species) -> Rhythms | None:
    """Return the charts of one animal, None when no camera has seen it."""
    rhythm = queries.rhythm(species=species)
    if not rhythm.total:
        return None
    instead = _(
        "Too few visits of this animal can be seen so far to say when it is about. The charts appear here once there "
        "are enough of them."
    )
    return replace(_rhythms(rhythm, instead), places=_places(rhythm))


def _places(rhythm: Rhythm) -> str:
    """Name the parts of the reserve from which at least `LEAST` visits come, without any number."""
    often = [zone for zone, number in rhythm.zones.items() if number >= LEAST]
    if not often:
        return ""
    names = [fact_text(zone, "name").text for zone in queries.zones(often)]
    return _("Recorded many times in: %(places)s.") % {"places": semicolon().join(names)}


def rhythms_of_all(rhythm: Rhythm) -> Rhythms:
    """Return the charts of all visits that can be seen; those of one gallery would tell what its editor chose."""
    instead = _(
        "These visits are too few to say at what time of day or in which month most animals come."
    )
    return _rhythms(rhythm, instead)


def _rhythms(rhythm: Rhythm, instead: str) -> Rhythms:
    if rhythm.total < ENOUGH:
        return Rhythms([], instead)
    charts = [chart for chart in (_day_chart(rhythm), _year_chart(rhythm)) if chart]
    return Rhythms(charts, "" if charts else instead)


def _day_chart(rhythm: Rhythm) -> Chart | None:
    names = [str(Band(band).label) for band in DAY_ORDER]
    note = sentences(
        _(
            "The day runs by the sun here, from one sunrise to the next: clocks on the two sides differ by two hours, "
            "the sunrise is the same."
        ),
        _("Dawn and dusk are short: a low column there can still mean a lively hour."),
    )
    return _chart(
        rhythm,
        cells([rhythm.bands[band] for band in DAY_ORDER]),
        names,
        draw=draw_day,
        slug="visits-by-day",
        words=(_("Visits by time of day"), _("Time of day"), _("Busiest time of day"), note),
    )


def _year_chart(rhythm: Rhythm) -> Chart | None:
    """Return the visits by month, by season when most months would tell nothing."""
    numbers = cells([rhythm.months[month] for month in range(1, 13)])
    if sum(cell.number is None for cell in numbers) > 6:
        return _season_chart(rhythm)
    names = [month_name(month) for month in range(1, 13)]
    return _chart(
        rhythm,
        numbers,
        names,
        draw=draw_year,
        slug="visits-by-month",
        words=(_("Visits by month"), _("Month"), _("Busiest month"), ""),
    )


def _season_chart(rhythm: Rhythm) -> Chart | None:
    return _chart(
        rhythm,
        cells([sum(rhythm.months[month] for month in MONTHS_OF[season]) for season in Season]),
        [str(season.label) for season in Season],
        draw=draw_seasons,
        slug="visits-by-season",
        words=(
            _("Visits by season"),
            pgettext("of the year", "Season"),
            _("Busiest season"),
            "",
        ),
    )


def _chart(
    rhythm: Rhythm,
    numbers: list[Cell],
    names: list[str],
    *,
    draw: Callable,
    slug: str,
    words: tuple[str, str, str, str],
) -> Chart | None:
    """Return one chart, None when every number of it is kept back. `words`: caption, column, busiest, note."""
    if all(cell.number is None for cell in numbers):
        return None
    caption, column, busiest, note = words
    seen = sentences(_busiest(busiest, numbers, names), note)
    return Chart(
        caption=caption,
        seen=seen,
        svg=draw(numbers, unit=_("number of visits"), title=caption, description=seen, slug=slug),
        key=_key(numbers),
        columns=[column, _("Visits")],
        rows=[[name, _told(cell)] for name, cell in zip(names, numbers, strict=True)],
        source=_source(rhythm),
        is_sample=rhythm.is_sample,
    )


def _busiest(label: str, numbers: list[Cell], names: list[str]) -> str:
    """Name the highest column, nothing when two are equally high."""
    highest = max(cell.number or 0 for cell in numbers)
    found = [name for name, cell in zip(names, numbers, strict=True) if cell.number == highest]
    if len(found) != 1:
        return ""
    return _("%(label)s: %(name)s.") % {"label": label, "name": found[0]}


def _key(numbers: list[Cell]) -> list[KeyEntry]:
    """Explain the columns that tell no number."""
    key = []
    if any(cell.is_small for cell in numbers):
        key.append(KeyEntry(_few(), "few"))
    if any(cell.number is None and not cell.is_small for cell in numbers):
        key.append(
            KeyEntry(_("– a number kept back: a small one could be worked out from it"), "none")
        )
    return key


def _few() -> str:
    return _("fewer than %(number)d, perhaps none") % {"number": LEAST}


def _told(cell: Cell) -> str:
    if cell.number is not None:
        return str(cell.number)
    return _("fewer than %(number)d") % {"number": LEAST} if cell.is_small else "–"


def _source(rhythm: Rhythm) -> str:
    """Say what was counted, of which years, on which day, and what it does not tell."""
    label = _("Source")
    years = str(rhythm.first_year)
    if rhythm.last_year != rhythm.first_year:
        years = between(rhythm.first_year, rhythm.last_year)
    counted = _(
        "visits shown on this site, released by both sides, recorded %(years)s; counted on %(day)s."
    ) % {"years": years, "day": format_date(timezone.localdate())}
    caution = _(
        "A choice of footage, not a survey: it tells neither how many animals there are nor how long the cameras were "
        "at work."
    )
    return sentences(f"{label}{colon_after(label)}{counted}", caution)
