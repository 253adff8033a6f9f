import pytest
from django.utils import translation

from content.trails.models import TrailIndexPage
from tests.trails.factories import make_indexes


@pytest.fixture
def indexes(home_pages, sides) -> dict[str, TrailIndexPage]:
    """The list of trails in every language, empty."""
    return make_indexes(home_pages)


@pytest.fixture(autouse=True)
def _in_english():
    """Begin each test in English, whatever language the last request was in."""
    with translation.override("en"):
        yield
