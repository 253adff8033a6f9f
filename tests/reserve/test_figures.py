"""The cats' numbers: said as they were published, never added up."""

import re
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from content.reserve.figures import figure_in_words, population_chart
from content.reserve.models import CountMethod, PopulationFigure, Species
from content.reserve.queries import headline_figures
from content.reserve.templatetags.reserve_tags import climate_charts


@pytest.fixture
def leopard(db) -> Species:
    return Species.objects.create(
        slug="amur-leopard",
        scientific_name="Panthera pardus orientalis",
        name_en="Amur leopard",
        group="cats",
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 129}, "129"),
        ({"value": 80, "qualifier": "about"}, "about 80"),
        ({"value": 523, "value_max": 540}, "523–540"),
        ({"value": 84, "cubs": 19}, "84 and 19 cubs"),
        ({"value": 84, "ci_low": 70, "ci_high": 108}, "84 (95% interval 70–108)"),
    ],
)
def test_figure_is_told_as_published(fields, words):
    with override("en"):
        assert figure_in_words(PopulationFigure(**fields)) == words


def test_sides_are_separate_series_and_never_a_sum(leopard):
    for scope, value in [("RU-area", 129), ("CN-area", 60), ("joint", 84)]:
        PopulationFigure.objects.create(
            species=leopard,
            year=2024,
            scope=scope,
            value=value,
            source_en="Source",
            is_headline=scope != "joint",
        )
    with override("en"):
        chart = population_chart(leopard, list(leopard.figures.all()))
    titles = {title.text for title in ElementTree.fromstring(chart.svg).iter("title")}
    assert titles == {chart.caption, "2024: 129", "2024: 60", "2024: 84"}
    assert "189" not in chart.svg
    assert [entry.mark for entry in chart.key] == ["circle", "square", "diamond"]
    assert [figure.value for figure in headline_figures()] == [129, 60]


def test_whole_country_is_in_the_table_but_not_drawn(leopard):
    figure = PopulationFigure.objects.create(
        species=leopard, year=2024, scope="RU-all", value=750, source_en="Source"
    )
    with override("en"):
        chart = population_chart(leopard, [figure])
    assert (chart.key, chart.source) == ([], "")
    assert [row[2] for row in chart.rows] == ["750"]


def test_table_names_every_source(leopard):
    figure = PopulationFigure.objects.create(
        species=leopard,
        year=2023,
        scope="RU-area",
        value=125,
        source_en="Society, April 2023",
        note_en="Adults.",
    )
    with override("en"):
        chart = population_chart(leopard, [figure])
    assert chart.rows[0][3] == "Society, April 2023. Adults."
    assert chart.source == "Sources of the newest numbers: 2023: Society, April 2023"


def test_doubt_is_drawn_and_explained(leopard):
    fields = [
        {"value": 80, "qualifier": "about"},
        {"value": 84, "ci_low": 70, "ci_high": 108, "counted_by": CountMethod(name_en="Recapture")},
    ]
    figures = [
        PopulationFigure(species=leopard, year=2018 + place, scope="joint", source_en="S", **one)
        for place, one in enumerate(fields)
    ]
    with override("en"):
        chart = population_chart(leopard, figures)
    assert chart.svg.count("chart__mark--rough") == 1
    assert chart.svg.count("chart__whisker") == 1
    assert [entry.mark for entry in chart.key] == ["diamond", "rough", "whisker"]
    assert chart.rows[1][2:] == ["84 (95% interval 70–108)", "S. Recapture"]


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_every_chart_says_what_to_see_its_unit_and_its_source(leopard, language):
    figure = PopulationFigure(
        species=leopard, year=2024, scope="RU-area", value=129, source_en="Source, 2024"
    )
    with override(language):
        charts = [population_chart(leopard, [figure]), *climate_charts()]
    for chart in charts:
        root = ElementTree.fromstring(chart.svg)
        ids = root.get("aria-labelledby").split()
        assert [root.find(f".//*[@id='{name}']").text for name in ids] == [
            chart.caption,
            chart.seen,
        ]
        assert [unit.text for unit in root.iter("text") if unit.get("class") == "chart__unit"] != [
            ""
        ]
        assert re.search(r"\b(2024|2026)", chart.source)
        assert "style=" not in chart.svg


def test_climate_table_is_written_as_the_language_does():
    with override("ru"):
        cells = [row[1] for chart in climate_charts() for row in chart.rows]
    assert {"7,7", "−0,5"} <= set(cells)
    assert not [cell for cell in cells if "." in cell or "-" in cell]
