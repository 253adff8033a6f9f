import pytest

from content.base.models import StandardPage
from content.cameratraps.models import GalleryIndexPage
from content.schools.models import SchoolsIndexPage
from content.stories.models import StoryIndexPage
from staff.granting import setup_roles

SECTIONS = {
    "visit": StandardPage,
    "galleries": GalleryIndexPage,
    "schools": SchoolsIndexPage,
    "stories": StoryIndexPage,
}


@pytest.fixture
def sections(home_pages, sides) -> dict[str, dict[str, object]]:
    """The home page and one page of each section in every language: path → language → page."""
    made: dict[str, dict] = {"": home_pages}
    for slug, model in SECTIONS.items():
        made[slug] = {}
        for code, home in home_pages.items():
            page = model(title=f"{slug} {code}", slug=slug, locale=home.locale)
            if made[slug]:
                page.translation_key = made[slug]["en"].translation_key
            home.add_child(instance=page)
            made[slug][code] = page
    return made


@pytest.fixture
def staffed(sections) -> dict:
    """The sections with the groups and workflows of the table of roles."""
    setup_roles()
    return sections
