"""The cats' numbers as charts and tables: one place where they are put into words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.formats import between, colon_after, format_date, format_number
from content.reserve import queries
from content.reserve.drawing.charts import Point, Series, dot_chart
from content.reserve.models import PopulationFigure, Species
from content.reserve.models.population import FigureScope, Qualifier

SHAPES = {
    FigureScope.RU_AREA: ("circle", "chart__series--ru"),
    FigureScope.CN_AREA: ("square", "chart__series--cn"),
    FigureScope.JOINT: ("diamond", "chart__series--joint"),
    FigureScope.RU_ALL: ("triangle", "chart__series--all"),
}
# The whole of Russia has ten times the tigers of the reserve: it would flatten the rest, so it is in the table only.
NOT_DRAWN = {FigureScope.RU_ALL}


@dataclass(frozen=True)
class PopulationChart:
    """The numbers of one cat: the drawing, its key, and the same in a table."""

    species: Species
    svg: SafeString
    key: list[Series]
    columns: list[str]
    rows: list[list[str]]


def population_charts() -> list[PopulationChart]:
    """Return a chart for each species with published numbers."""
    by_species: dict[int, list[PopulationFigure]] = {}
    for figure in queries.all_figures():
        by_species.setdefault(figure.species_id, []).append(figure)
    return [population_chart(figures[0].species, figures) for figures in by_species.values()]


def population_chart(species: Species, figures: list[PopulationFigure]) -> PopulationChart:
    """Draw and tabulate the published numbers of one species."""
    series = _series([figure for figure in figures if figure.scope not in NOT_DRAWN])
    drawn = [figure for figure in figures if figure.scope not in NOT_DRAWN]
    highest = max(
        (figure.ci_high or figure.value_max or figure.value for figure in drawn), default=1
    )
    title = _("Published numbers of the %(species)s by year") % {"species": species.name}
    return PopulationChart(
        species=species,
        svg=dot_chart(
            series,
            first=min((figure.year for figure in drawn), default=2000) - 1,
            last=max((figure.year for figure in drawn), default=2026) + 1,
            top=-(-highest // 20) * 20,
            title=title,
            slug=f"population-{species.slug}",
        ),
        key=series,
        columns=[
            _("Year"),
            _("What was counted"),
            pgettext("number of animals", "Adults"),
            _("Source and date"),
        ],
        rows=[table_row(figure) for figure in figures],
    )


def _series(figures: list[PopulationFigure]) -> list[Series]:
    result = []
    for scope in FigureScope:
        points = [
            Point(
                x=figure.year + _month_share(figure),
                low=figure.ci_low or figure.value,
                value=figure.value
                if figure.value_max is None
                else (figure.value + figure.value_max) / 2,
                high=figure.ci_high or figure.value_max or figure.value,
                label=f"{figure.year}{colon_after(str(figure.year))}{figure_in_words(figure)}",
            )
            for figure in figures
            if figure.scope == scope
        ]
        if points:
            shape, css_class = SHAPES[scope]
            result.append(Series(str(scope.label), css_class, shape, points))
    return result


def _month_share(figure: PopulationFigure) -> float:
    return (figure.as_of.month - 1) / 12 if figure.as_of else 0.0


def table_row(figure: PopulationFigure) -> list[str]:
    """Return year, scope, number and source of one figure as cells."""
    when = format_date(figure.as_of) if figure.as_of else str(figure.year)
    return [when, figure.get_scope_display(), figure_in_words(figure), source_in_words(figure)]


def source_in_words(figure: PopulationFigure) -> str:
    """Return the source, with the note behind it when there is one."""
    source = fact_text(figure, "source").text
    note = fact_text(figure, "note").text
    joint = "。" if (get_language() or "").startswith("zh") else ". "
    if source.endswith("."):  # 2024 г. has its full stop already
        joint = " "
    return f"{source}{joint}{note}" if note else source


def figure_in_words(figure: PopulationFigure) -> str:
    """Return a number as it was published: about 80; 86 and 21 cubs; 84 (95 % interval 70–108)."""
    number = format_number(figure.value)
    if figure.value_max:
        number = between(number, format_number(figure.value_max))
    words = {
        "": "%s",
        Qualifier.ABOUT: _("about %s"),
        Qualifier.AT_LEAST: _("at least %s"),
        Qualifier.MORE_THAN: _("more than %s"),
    }[figure.qualifier] % number
    if figure.cubs:
        words = ngettext(
            "%(adults)s and %(cubs)s cub", "%(adults)s and %(cubs)s cubs", figure.cubs
        ) % {"adults": words, "cubs": figure.cubs}
    if figure.ci_low and figure.ci_high:
        words = _("%(number)s (95%% interval %(low)s–%(high)s)") % {
            "number": words,
            "low": figure.ci_low,
            "high": figure.ci_high,
        }
    return words
