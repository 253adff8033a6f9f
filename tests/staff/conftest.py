import pytest
from wagtail.models import Page

from content.base.models import StandardPage
from content.cameratraps.models import GalleryIndexPage
from content.reserve.models import HomePage
from content.schools.models import SchoolsIndexPage
from content.stories.models import StoryIndexPage
from staff.granting import setup_roles
from tests import scenes
from tests.conftest import make_home_pages, make_locales, make_sides

SECTIONS = {
    "visit": StandardPage,
    "galleries": GalleryIndexPage,
    "schools": SchoolsIndexPage,
    "stories": StoryIndexPage,
}


Sections = dict[str, dict[str, Page]]


@pytest.fixture
def sections(home_pages, sides) -> Sections:
    """The home page and one page of each section in every language: path → language → page."""
    return scenes.given("sections") or make_sections(home_pages)


@pytest.fixture
def staffed(sections) -> Sections:
    """The sections with the groups and workflows of the table of roles."""
    if not scenes.given("staffed"):
        setup_roles()
    return sections


@scenes.scene("staffed")
def _staffed_site() -> scenes.Given:
    home_pages = make_home_pages(make_locales())
    make_sides()
    sections = make_sections(home_pages)
    setup_roles()
    return {"home_pages": home_pages, "sections": sections, "staffed": True}


def make_sections(home_pages: dict[str, HomePage]) -> Sections:
    made: Sections = {"": home_pages}
    for slug, model in SECTIONS.items():
        made[slug] = {}
        for code, home in home_pages.items():
            page = model(title=f"{slug} {code}", slug=slug, locale=home.locale)
            if made[slug]:
                page.translation_key = made[slug]["en"].translation_key
            home.add_child(instance=page)
            made[slug][code] = page
    return made
