"""Every kind of page of the whole sample site, in each language: at most fifteen questions when warm, none twice.

The tests of the sections state exact numbers for small fixtures; this one sees what full pages really ask.
"""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from staff.quality.checks import what_must_be_mended

MOST = 15
LANGUAGES = ("en", "ru", "zh-hans")
PATHS = (
    "",
    "reserve/",
    "reserve/kedrovaya-pad/",
    "wildlife/",
    "wildlife/amur-leopard/",
    "visit/",
    "visit/seasons/",
    "visit/emergency/",
    "trails/",
    "trails/?side=RU&level=easy",
    "trails/leopards-lair/",
    "galleries/",
    "galleries/?species=amur-leopard",
    "galleries/leaf-fall/",
    "schools/",
    "schools/?age=9&minutes=45",
    "schools/cats-and-forest/",
    "schools/cats-and-forest/four-wild-cats/",
    "schools/cats-and-forest/four-wild-cats/who-eats-whom/",
    "stories/",
    "stories/the-cat-that-crossed/",
    "contact/",
    "privacy/",
    "search/?q=2025",
    "bookings/departures/",
)


@pytest.mark.long
@pytest.mark.django_db
def test_no_page_of_the_sample_site_asks_too_much_or_twice(client):
    call_command("load_demo", verbosity=0)
    complaints = []
    for address in [f"/{code}/{path}" for path in PATHS for code in LANGUAGES] + visits_of(
        "leaf-fall"
    ):
        assert client.get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        statements = Counter(query["sql"] for query in asked)
        twice = [statement[:120] for statement, times in statements.items() if times > 1]
        if len(asked) > MOST or twice:
            complaints.append((address, len(asked), twice))
    assert complaints == []
    assert kept_back() == []


def kept_back() -> list[str]:
    """Return the sample pages that an editor could not publish as they are; loading the site twice takes too long."""
    pages = Page.objects.live().filter(depth__gt=1).specific()
    return [page.url for page in pages if what_must_be_mended(page)]


def visits_of(gallery: str) -> list[str]:
    """Return the address of a visit of a gallery and of one of its frames, in each language."""
    from content.cameratraps.models import Event

    code = (
        Event.objects.public()
        .filter(entries__gallery__pages__slug=gallery)
        .values_list("code", flat=True)[0]
    )
    pages = [f"/{language}/galleries/{gallery}/{code}/" for language in LANGUAGES]
    return [*pages, *[f"{page}1/" for page in pages]]
