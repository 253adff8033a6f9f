"""The living style guide: every component, in three languages, for staff only."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from staff.specimens import FRAME, specimens

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[2]
DRAWN_ON_PAGES = {"contents"}  # needs the body of a page


def component_names() -> set[str]:
    return {path.stem for path in (FOLDER / "templates/components").glob("*.html")}


def test_every_component_has_a_specimen(home_pages, sides):
    assert {one.component for one in specimens()} == component_names() - FRAME - DRAWN_ON_PAGES


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Buttons"), ("ru", "Кнопки"), ("zh-hans", "按钮")]
)
def test_guide_speaks_the_language_of_its_address(
    admin_client, home_pages, sides, language, heading
):
    response = admin_client.get(f"/{language}/styleguide/")
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert heading in {title.get_text() for title in soup.select(".guide h2")}
    assert len(soup.select(".guide__part")) == len(specimens()) + 3
    assert "style=" not in str(soup.select_one("main"))


def test_guide_is_for_staff_only(client, django_user_model, home_pages, sides):
    assert client.get("/ru/styleguide/").status_code == 302
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get("/ru/styleguide/").status_code == 403


def test_short_address_leads_to_the_readers_language(client):
    response = client.get("/styleguide/", headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert (response.status_code, response.url) == (302, "/zh-hans/styleguide/")
