"""The cats' numbers as charts and tables: one place where they are put into words."""

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from content.base.drawing.chart import Chart, KeyEntry
from content.base.facts import fact_text
from content.base.formats import between, colon_after, format_date, format_number, semicolon
from content.reserve import queries
from content.reserve.drawing.population import Point, Series, draw_population
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


def population_charts() -> list[Chart]:
    """Return a chart for each species with published numbers."""
    return [population_chart(figures[0].species, figures) for figures in by_species().values()]


def by_species() -> dict[int, list[PopulationFigure]]:
    """Return key of a species → its published numbers by year."""
    found: dict[int, list[PopulationFigure]] = {}
    for figure in queries.all_figures():
        found.setdefault(figure.species_id, []).append(figure)
    return found


def population_chart(species: Species, figures: list[PopulationFigure]) -> Chart:
    """Draw and tabulate the published numbers of one species."""
    drawn = [figure for figure in figures if figure.scope not in NOT_DRAWN]
    series = _series(drawn)
    caption = _("%(species)s: published numbers by year") % {
        "species": fact_text(species, "name").text
    }
    seen = _seen(series)
    years = [figure.year for figure in drawn] or [2000, 2026]
    return Chart(
        caption=caption,
        seen=seen,
        svg=draw_population(
            series,
            (min(years) - 1, max(years) + 1),
            unit=_("adult animals"),
            title=caption,
            description=seen,
            slug=f"population-{species.slug}",
        ),
        key=_key(series),
        columns=[
            _("Year"),
            _("What was counted"),
            pgettext("number of animals", "Adults"),
            _("Source and date"),
        ],
        rows=[table_row(figure) for figure in figures],
        source=_newest_sources(drawn),
    )


def _seen(series: list[Series]) -> str:
    """Say what a mark is, and whether any are joined."""
    if not any(one.joins for one in series):
        return _(
            "Each mark is one published number of adult animals. The marks are not joined: they were counted in "
            "different ways."
        )
    return _(
        "Each mark is one published number of adult animals. A line joins only neighbours counted by the same method."
    )


def method_steps(figures: list[PopulationFigure]) -> list[str]:
    """Say for each number how its method compares with that of the number before it of the same scope."""
    before: dict[str, int | None] = {}
    steps = []
    for figure in figures:
        method = figure.counted_by_id
        is_first, known = figure.scope not in before, before.get(figure.scope)
        if is_first:
            step = _("the first one")
        elif not method or not known:
            step = _("not known whether it is the same: do not compare")
        else:
            step = _("the same") if method == known else _("another one: do not compare")
        before[figure.scope] = method
        steps.append(step)
    return steps


def _key(series: list[Series]) -> list[KeyEntry]:
    """Name the series, and the marks of doubt where there are any."""
    key = [KeyEntry(one.name, one.shape, one.css_class) for one in series]
    points = [point for one in series for point in one.points]
    if any(point.is_rough for point in points):
        key.append(KeyEntry(_("hollow: about, at least or more than so many"), "rough"))
    if any(point.high > point.low for point in points):
        key.append(KeyEntry(_("line: the true number lies within, as far as is known"), "whisker"))
    return key


def _newest_sources(figures: list[PopulationFigure]) -> str:
    """Name the source of the newest number of each scope."""
    newest = {figure.scope: figure for figure in figures}  # the last of each: they come by year
    if not newest:
        return ""
    named = dict.fromkeys(
        f"{figure.year}{colon_after(str(figure.year))}{fact_text(figure, 'source').text}"
        for figure in newest.values()
    )
    label = _("Sources of the newest numbers")
    return f"{label}{colon_after(label)}{semicolon().join(named)}"


def _series(figures: list[PopulationFigure]) -> list[Series]:
    result = []
    for scope in FigureScope:
        points = [_point(figure) for figure in figures if figure.scope == scope]
        if points:
            shape, css_class = SHAPES[scope]
            result.append(Series(str(scope.label), css_class, shape, points))
    return result


def _point(figure: PopulationFigure) -> Point:
    spans = figure.value_max is not None
    return Point(
        x=figure.year + _month_share(figure),
        low=figure.ci_low or figure.value,
        value=(figure.value + figure.value_max) / 2 if spans else figure.value,
        high=figure.ci_high or figure.value_max or figure.value,
        label=f"{figure.year}{colon_after(str(figure.year))}{figure_in_words(figure)}",
        is_rough=bool(figure.qualifier),
        method=figure.counted_by_id,
    )


def _month_share(figure: PopulationFigure) -> float:
    return (figure.as_of.month - 1) / 12 if figure.as_of else 0.0


def table_row(figure: PopulationFigure) -> list[str]:
    """Return year, scope, number and source of one figure as cells."""
    when = format_date(figure.as_of) if figure.as_of else str(figure.year)
    return [when, figure.get_scope_display(), figure_in_words(figure), source_in_words(figure)]


def source_in_words(figure: PopulationFigure) -> str:
    """Return the source, with method and note behind it when there are any."""
    method = fact_text(figure.counted_by, "name").text if figure.counted_by else ""
    text = fact_text(figure, "source").text
    for more in (method, fact_text(figure, "note").text):
        text = f"{text}{_full_stop_after(text)}{more}" if more else text
    return text


def _full_stop_after(text: str) -> str:
    if text.endswith((".", "。")):  # 2024 г. has its full stop already
        return "" if text.endswith("。") else " "
    return "。" if (get_language() or "").startswith("zh") else ". "


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
