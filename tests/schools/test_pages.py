import json

import pytest
from bs4 import BeautifulSoup

from tests.schools import factories
from tests.schools.factories import TITLES

INDEX = "/en/schools/"
LESSON = "/schools/cats/four-cats/whose-coat/"


def _soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def _titles(response) -> list[str]:
    return [
        tag.get_text(strip=True) for tag in _soup(response).select(".card--lesson .card__title")
    ]


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_lesson_page_shows_the_whole_plan(client, lessons, code):
    soup = _soup(client.get(f"/{code}{LESSON}"))
    assert soup.h1.get_text() == TITLES[code]
    text = soup.main.get_text(" ", strip=True)
    for part in (factories.GOALS[code], "Pencils", "Keep together.", "Three of four", "A source."):
        assert part in text
    assert "SECRET-ANSWER" not in text


@pytest.mark.parametrize("name", ["", "cats/", "cats/four-cats/"])
@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_lists_show_the_lesson_in_the_readers_language(client, lessons, name, code):
    assert _titles(client.get(f"/{code}/schools/{name}")) == [TITLES[code]]


@pytest.mark.parametrize("name", ["", "cats/", "cats/four-cats/"])
def test_untranslated_lesson_is_offered_and_marked(client, lesson, name):
    card = _soup(client.get(f"/ru/schools/{name}")).select_one(".card--lesson")
    assert card.select_one(".card__title")["lang"] == "en"
    assert card.select_one(".badge").get_text() == "English"
    assert card.a["href"] == f"/en{LESSON}"


def test_lesson_missing_in_a_language_is_not_invented(client, lesson):
    assert client.get(f"/ru{LESSON}").status_code == 404


def test_steps_count_the_minutes_and_leave_optional_ones_out(client, lesson):
    soup = _soup(client.get(f"/en{LESSON}"))
    clocks = [tag.get_text() for tag in soup.select(".lesson-step__clock .numeric")]
    assert clocks == ["0–15", "15–40", "+10"]


def test_vocabulary_stands_in_three_languages(client, lesson):
    row = _soup(client.get(f"/en{LESSON}")).select(".lesson-words tbody td")
    assert [(cell.get("lang"), cell.get_text()) for cell in row] == [
        ("en", "coat"),
        ("ru", "шуба"),
        ("zh-Hans", "毛皮"),
        (None, "what it wears"),
    ]


def test_fallback_of_a_fact_is_marked_with_its_language(client, lessons):
    standard = _soup(client.get(f"/ru{LESSON}")).select_one(".lesson-standard")
    marked = [tag.get_text() for tag in standard.select("li span[lang=en]")]
    assert marked == ["3-LS4-2", "Explain it.", "It fits."]
    assert standard.h3.span is None  # there is a Russian title


def test_linked_data_is_valid_json_and_cannot_end_its_element(client, section):
    factories.lesson(section["unit"]["en"], title="</script><b>x</b>")
    soup = _soup(client.get(f"/en{LESSON}"))
    data = json.loads(soup.find("script", type="application/ld+json").string)
    assert data["name"] == "</script><b>x</b>"
    assert data["timeRequired"] == "PT40M"
    assert data["educationalAlignment"][0]["targetName"] == "3-LS4-2"


@pytest.fixture
def four_lessons(section):
    unit = section["unit"]
    factories.lesson(
        unit["en"],
        title="Small",
        slug="small",
        age_min=7,
        age_max=9,
        minutes=30,
        subjects=[factories.subject("art")],
    )
    factories.lesson(unit["en"], title="Large", slug="large", age_min=11, age_max=14, minutes=45)
    factories.lesson(
        unit["en"], title="Outside", slug="outside", age_min=8, age_max=11, setting="outdoor"
    )
    original = factories.lesson(
        unit["en"], title="Both", slug="both", age_min=13, age_max=16, minutes=90, setting="either"
    )
    factories.lesson(
        unit["ru"],
        original=original,
        title="Оба",
        slug="both",
        age_min=13,
        age_max=16,
        minutes=90,
        setting="either",
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Small", "Large", "Outside", "Both"]),
        ("age=8", ["Small", "Outside"]),
        ("age=13", ["Large", "Both"]),
        ("subject=art", ["Small"]),
        ("minutes=30", ["Small"]),
        ("minutes=45", ["Small", "Large", "Outside"]),
        ("setting=outdoor", ["Outside", "Both"]),
        ("setting=indoor", ["Small", "Large", "Both"]),
        ("language=ru", ["Both"]),
        ("language=zh-hans", []),
        ("age=8&setting=outdoor&minutes=40", ["Outside"]),
    ],
)
def test_finder_filters(client, four_lessons, query, expected):
    response = client.get(f"{INDEX}?{query}")
    assert _titles(response) == expected
    count = _soup(response).select_one(".filters__count").get_text()
    assert count.split()[0] == str(len(expected))


def test_finder_says_when_nothing_fits_and_leads_back(client, four_lessons):
    empty = _soup(client.get(f"{INDEX}?age=4")).select_one(".empty-state")
    assert empty.a["href"] == INDEX


@pytest.mark.parametrize(
    "query",
    [
        "age=x",
        "age=-1",
        "age=99999999999999999999",
        "subject=%00",
        "subject=%22%3E%3Cscript%3E",
        "minutes=45;drop",
        "setting=either",
        "language=de",
        "q=%00&page=x",
        "age=8&age=9",
        "subject=" + "a" * 5000,
    ],
)
def test_finder_survives_what_it_does_not_know(client, four_lessons, query):
    response = client.get(f"{INDEX}?{query}")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_empty_section_says_so(client, section):
    for path in (INDEX, f"{INDEX}cats/", f"{INDEX}cats/four-cats/"):
        assert _soup(client.get(path)).select_one(".empty-state, .lesson-unit") is not None


def _many(section, count: int) -> None:
    for number in range(count):
        factories.lesson(section["unit"]["en"], slug=f"lesson-{number}", title=f"Lesson {number}")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("", 10), ("cats/", 10), ("cats/four-cats/", 8), ("cats/four-cats/lesson-0/", 9)],
)
def test_query_counts_do_not_grow(client, section, count, path, queries, django_assert_num_queries):
    _many(section, count)
    client.get(f"{INDEX}{path}")  # warm
    with django_assert_num_queries(queries):
        client.get(f"{INDEX}{path}")
