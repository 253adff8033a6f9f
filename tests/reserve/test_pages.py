"""Home, reserve, areas, wildlife and species, in three languages and within the query budget."""

import pytest
from bs4 import BeautifulSoup

from content.base.models import Image
from content.reserve.models import (
    AreaPage,
    PopulationFigure,
    ProtectedArea,
    ReserveIndexPage,
    Species,
    WildlifeIndexPage,
)
from tests.base.pictures import picture_bytes, upload

CODES = ("en", "ru", "zh-hans")


def add_everywhere(parents: dict, model, slug: str, **fields) -> dict:
    """Create the page under each language's parent, linked as translations."""
    pages: dict = {}
    for code, parent in parents.items():
        page = model(title=f"{slug} {code}", slug=slug, locale=parent.locale, **fields)
        if pages:
            page.translation_key = pages["en"].translation_key
        parent.add_child(instance=page)
        pages[code] = page
    return pages


def make_species(number: int, **changes) -> Species:
    fields = {
        "slug": f"animal-{number}",
        "scientific_name": f"Animal numerus {number}",
        "name_en": f"Animal {number}",
        "name_ru": f"Зверь {number}",
        "name_zh_hans": f"动物{number}",
        "group": "cats",
        "lead_en": "A lead.",
        "description_en": "<p>Told in English only.</p>",
        "order": number,
    }
    return Species.objects.create(**{**fields, **changes})


@pytest.fixture
def wildlife(home_pages) -> dict[str, WildlifeIndexPage]:
    return add_everywhere(home_pages, WildlifeIndexPage, "wildlife", show_in_menus=True)


@pytest.mark.parametrize(
    ("code", "name"), [("en", "Animal 1"), ("ru", "Зверь 1"), ("zh-hans", "动物1")]
)
def test_species_page_speaks_the_visitors_language(client, wildlife, code, name):
    make_species(1)
    response = client.get(f"/{code}/wildlife/animal-1/")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.h1.get_text(strip=True) == name
    told_in = soup.find(string=lambda text: "Told in English only" in text).find_parent(lang=True)[
        "lang"
    ]
    assert told_in == "en"


@pytest.mark.parametrize("is_sample", [True, False])
def test_species_page_says_when_its_picture_is_a_sample(client, wildlife, is_sample):
    picture = upload(picture_bytes(size=(1000, 750)))
    image = Image.objects.create(title="x", alt_en="A leopard", file=picture, is_sample=is_sample)
    make_species(1, image=image)
    soup = BeautifulSoup(client.get("/ru/wildlife/animal-1/").content, "html.parser")
    assert bool(soup.select_one("h1 ~ ul .sample-mark")) is is_sample


def test_species_switcher_keeps_the_species(client, wildlife):
    make_species(1)
    soup = BeautifulSoup(client.get("/ru/wildlife/animal-1/").content, "html.parser")
    links = {link["hreflang"]: link["href"] for link in soup.select("header a[hreflang]")}
    assert links["zh-Hans"] == "/zh-hans/wildlife/animal-1/"


@pytest.mark.parametrize("path", ["nothing", "animal-1/more", "%00", "animal-1%22"])
def test_unknown_species_is_not_found(client, wildlife, path):
    make_species(1)
    assert client.get(f"/en/wildlife/{path}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_wildlife_list_has_a_constant_number_of_queries(
    client, wildlife, django_assert_num_queries, count
):
    for number in range(count):
        make_species(number)
    client.get("/en/wildlife/")
    with django_assert_num_queries(7):
        client.get("/en/wildlife/")


@pytest.mark.parametrize("count", [1, 3])
def test_species_page_has_a_constant_number_of_queries(
    client, wildlife, django_assert_num_queries, count
):
    species = [make_species(number) for number in range(4)]
    for year in range(count):
        PopulationFigure.objects.create(
            species=species[0],
            year=2020 + year,
            scope="RU-area",
            value=100 + year,
            source_en="Source",
        )
    client.get("/en/wildlife/animal-0/")
    with django_assert_num_queries(11):
        client.get("/en/wildlife/animal-0/")


def test_wildlife_without_species_says_so(client, wildlife):
    assert "No species are described yet" in client.get("/en/wildlife/").content.decode()


def test_area_page_shows_its_area(client, home_pages, sides):
    reserve = add_everywhere(home_pages, ReserveIndexPage, "reserve")
    area = ProtectedArea.objects.create(
        slug="north",
        side=sides["RU"],
        name_en="North",
        name_ru="Север",
        name_zh_hans="北",
        area_km2=180,
    )
    add_everywhere(reserve, AreaPage, "north", area=area)
    for code in CODES:
        assert client.get(f"/{code}/reserve/north/").status_code == 200
        assert client.get(f"/{code}/reserve/").status_code == 200
