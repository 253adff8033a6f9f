"""What the page of an animal tells besides its texts: field marks, and its names in the other languages."""

import pytest
from bs4 import BeautifulSoup

from tests.search.factories import make_species, make_wildlife

pytestmark = pytest.mark.django_db


def test_an_animal_is_told_by_its_marks_and_named_in_every_language(client, home_pages):
    make_wildlife(home_pages)
    species = make_species()
    species.marks_en, species.marks_ru = "Black stripes\n\nA ringed tail", "Чёрные полосы"
    species.save()
    soup = BeautifulSoup(client.get(f"/en/wildlife/{species.slug}/").content, "html.parser")
    assert [one.get_text() for one in soup.select(".field-marks li")] == [
        "Black stripes",
        "A ringed tail",
    ]
    names = {one["lang"]: one.get_text() for one in soup.select(".facts dd[lang]")}
    assert names["ru"] == species.name_ru
    assert names["zh-Hans"] == species.name_zh_hans
    chinese = BeautifulSoup(client.get(f"/zh-hans/wildlife/{species.slug}/").content, "html.parser")
    assert chinese.select_one(".field-marks")["lang"] == "en"
