import pytest

from content.trails.models import TrailIndexPage
from tests.trails.factories import make_indexes


@pytest.fixture
def indexes(home_pages, sides) -> dict[str, TrailIndexPage]:
    """The list of trails in every language, empty."""
    return make_indexes(home_pages)
