"""Two sides whose bookings lie in databases of their own.

    DATABASE_URL=postgres://… BOOKINGS_RU_DATABASE_URL=postgres://… BOOKINGS_CN_DATABASE_URL=postgres://… \
        .venv/bin/python -m pytest tests/bookings/apart

The databases of the tests are made beside the named ones and dropped afterwards; without the variables all is skipped.
"""

from pathlib import Path

import pytest

from bookings.databases import are_apart
from tests.bookings.factories import make_departure, make_trail

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items) -> None:
    for item in items:
        if HERE in item.path.parents and not are_apart():
            item.add_marker(pytest.mark.skip(reason="BOOKINGS_RU_DATABASE_URL is not set"))


@pytest.fixture
def walks(site) -> dict:
    """A walk of each side."""
    return {side: make_departure(make_trail(side), capacity=6) for side in ("RU", "CN")}
