from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.utils import translation

from bookings import fullness
from content.reserve.models import Species
from staff.models import User

EVENING = datetime(2027, 5, 10, 19, 0, tzinfo=ZoneInfo("Asia/Vladivostok"))


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Throttles and pauses of one test must not reach the next."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _nobody_was_refused(monkeypatch):
    """What a process remembers of full walks must not reach the next test: numbers of departures come again."""
    monkeypatch.setattr(fullness, "_refused", {})


@pytest.fixture(autouse=True)
def _no_rest(settings):
    """Places given up are free at once, except where their rest is what is tested."""
    settings.BOOKING_REST_MINUTES = 0


@pytest.fixture(autouse=True)
def _english():
    """A request leaves its language behind in the thread; each test begins in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def site(home_pages):
    """The home pages, which every page's frame links to."""
    return home_pages


@pytest.fixture
def make_officer(db):
    """Return a maker of staff users with the permissions of a booking officer."""
    from django.contrib.auth.models import Permission

    def make(side: str, *codenames: str) -> User:
        user = User.objects.create_user(
            f"officer-{side or 'both'}", password="x", side=side, is_staff=True
        )
        wanted = codenames or (
            "view_departure",
            "add_departure",
            "change_departure",
            "view_guide",
            "add_guide",
            "change_guide",
            "view_departureseries",
            "add_departureseries",
            "change_departureseries",
            "view_booking",
            "change_booking",
        )
        user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *wanted]))
        return user

    return make


@pytest.fixture
def ranger(make_officer):
    return make_officer("RU", "check_in_party")


@pytest.fixture
def leopard():
    return Species.objects.create(
        slug="amur-leopard",
        scientific_name="Panthera pardus orientalis",
        name_en="Amur leopard",
        name_ru="Дальневосточный леопард",
        name_zh_hans="东北豹",
        group="cats",
    )


@pytest.fixture
def evening():
    """The evening of the day on which a party of `test_checkin` walks."""
    with time_machine.travel(EVENING, tick=False):
        yield
