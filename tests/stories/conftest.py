import pytest

from tests.stories.factories import make_indexes


@pytest.fixture
def indexes(home_pages) -> dict:
    """The list of stories in each language, empty."""
    return make_indexes(home_pages)
