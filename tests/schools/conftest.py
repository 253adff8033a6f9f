import pytest
from django.core.cache import cache

from content.schools.models import LessonPage
from tests.schools import factories


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def section(home_pages) -> dict[str, dict]:
    """Index, programme and unit in three languages, without lessons."""
    return factories.section(home_pages)


@pytest.fixture
def lesson(section) -> LessonPage:
    """A lesson in English only."""
    return factories.lesson(section["unit"]["en"])


@pytest.fixture
def lessons(section, lesson) -> dict[str, LessonPage]:
    """One lesson in three languages."""
    return {
        "en": lesson,
        "ru": factories.lesson(section["unit"]["ru"], original=lesson),
        "zh-hans": factories.lesson(section["unit"]["zh-hans"], original=lesson),
    }
