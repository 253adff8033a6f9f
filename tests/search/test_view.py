import pytest

from search.models import SearchEntry
from tests.search.factories import make_page, make_species, make_wildlife


def titles(response) -> list[str]:
    return [entry.title for entry in response.context["page_obj"]]


@pytest.mark.parametrize(
    ("code", "title", "question"),
    [
        ("en", "Big-cat safety", "SAFETY big"),
        ("ru", "Ёлки и клещи", "елки КЛЕЩИ"),
        ("zh-hans", "蜱虫与森林", "蜱虫"),
    ],
)
def test_page_is_found_by_its_title_in_its_language(client, home_pages, code, title, question):
    make_page(home_pages[code], title, "wanted")
    make_page(home_pages["en"], "Another", "another")
    response = client.get(f"/{code}/search/", {"q": question})
    assert titles(response) == [title]
    assert "<mark>" in response.content.decode()


def test_all_words_must_be_there(client, home_pages):
    make_page(home_pages["en"], "One", "one", "tiger forest")
    make_page(home_pages["en"], "Two", "two", "tiger river")
    assert titles(client.get("/en/search/?q=tiger+river")) == ["Two"]


def test_results_are_ranked_by_how_well_the_title_fits(client, home_pages):
    home = home_pages["en"]
    make_page(home, "Snow on the ridge", "e", "a tiger and its trail")
    make_page(home, "Ridge", "d", "the tiger trail")
    make_page(home, "The tiger trail", "c")
    make_page(home, "Tiger trail in winter", "b")
    make_page(home, "Tiger trail", "a")
    assert titles(client.get("/en/search/?q=tiger+trail")) == [
        "Tiger trail",
        "Tiger trail in winter",
        "The tiger trail",
        "Ridge",
        "Snow on the ridge",
    ]


def test_signs_with_a_meaning_to_databases_mean_only_themselves(client, home_pages):
    make_page(home_pages["en"], "Slope of 50% here", "a")
    make_page(home_pages["en"], "Slope of 500 here", "b")
    assert titles(client.get("/en/search/", {"q": "50%h"})) == []
    make_page(home_pages["en"], "Code 5_0", "c")
    assert titles(client.get("/en/search/", {"q": "5_0"})) == ["Code 5_0"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=",
        "q=%00",
        "q=%22",
        "q=%25",
        "q=%27%3B--",
        "q=%5C",
        "q=%EF%BF%BE%ED%A0%80",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=" + "x" * 9000,
        "q=" + "%E8%B1%B9" * 3000,
        "q=" + "a+b+c+" * 500,
        "q=tiger&page=x",
        "q=tiger&page=-1",
        "q=tiger&page=0",
        "q=tiger&page=" + "9" * 500,
        "q=tiger&kind=nothing",
        "q=tiger&kind=%00",
        "q=tiger&q=lynx&kind=page&kind=story",
    ],
)
def test_any_question_gets_a_proper_answer(client, home_pages, query):
    make_page(home_pages["en"], "Tiger", "tiger")
    response = client.get(f"/en/search/?{query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_only_reading_is_allowed(client, home_pages):
    assert client.post("/en/search/", {"q": "x"}).status_code == 405
    assert client.head("/en/search/?q=x").status_code == 200


def test_nothing_found_says_so_and_shows_other_languages(client, home_pages):
    make_page(home_pages["ru"], "Клещи", "ticks")
    html = client.get("/en/search/", {"q": "клещи"}).content.decode()
    assert "Nothing found for “клещи”" in html
    assert "/ru/search/?q=%D0%BA%D0%BB%D0%B5%D1%89%D0%B8" in html


def test_words_without_their_endings_are_tried_when_nothing_has_the_words(client, home_pages):
    make_page(home_pages["en"], "One leopard", "a")
    make_page(home_pages["ru"], "Тигр", "b")
    english = client.get("/en/search/?q=leopards")
    assert titles(english) == ["One leopard"]
    assert english.context["found"].is_near
    assert titles(client.get("/ru/search/", {"q": "тигры"})) == ["Тигр"]
    make_page(home_pages["en"], "Two leopards", "c")
    assert titles(client.get("/en/search/?q=leopards")) == ["Two leopards"]


def test_kinds_are_counted_and_narrow_the_answer(client, home_pages):
    make_wildlife(home_pages)
    make_species()
    make_page(home_pages["en"], "Tiger rules", "rules")
    everything = client.get("/en/search/?q=tiger")
    assert everything.context["found"].kinds == {"page": 1, "species": 1}
    assert "2 results" in everything.content.decode()
    assert titles(client.get("/en/search/?q=tiger&kind=species")) == ["Amur tiger"]


def test_kind_without_results_still_offers_the_others(client, home_pages):
    make_page(home_pages["en"], "Tiger rules", "rules")
    html = client.get("/en/search/?q=tiger&kind=story").content.decode()
    assert "Nothing of this kind" in html
    assert 'href="?q=tiger"' in html


def test_long_answers_are_turned_by_pages(client, home_pages):
    SearchEntry.objects.bulk_create(
        SearchEntry(
            language="en",
            object_key=f"test:{number}",
            kind="page",
            url=f"/en/{number}/",
            title=f"Tiger {number:02}",
            folded_title=f"tiger {number:02}",
            folded_text=f"tiger {number:02}",
        )
        for number in range(23)
    )
    assert len(titles(client.get("/en/search/?q=tiger"))) == 10
    last = client.get("/en/search/?q=tiger&page=3")
    assert titles(last) == ["Tiger 20", "Tiger 21", "Tiger 22"]
    assert "?q=tiger&amp;page=2" in last.content.decode()


def test_page_is_kept_from_search_engines_and_the_switcher_keeps_the_question(client, home_pages):
    html = client.get("/ru/search/", {"q": "тигр и рысь"}).content.decode()
    assert '<meta name="robots" content="noindex, follow">' in html
    question = "q=%D1%82%D0%B8%D0%B3%D1%80+%D0%B8+%D1%80%D1%8B%D1%81%D1%8C"
    assert f'href="/zh-hans/search/?{question}"' in html


@pytest.mark.parametrize("number", [1, 3])
def test_search_asks_the_same_number_of_questions(
    client, home_pages, django_assert_num_queries, number
):
    for place in range(number):
        make_page(home_pages["en"], f"Tiger {place}", f"t{place}", "A tiger")
    client.get("/en/search/?q=tiger")
    with django_assert_num_queries(2):
        client.get("/en/search/?q=tiger")
