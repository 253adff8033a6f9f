"""Every kind of page of the whole sample site, in each language: few questions when warm, none twice.

The tests of the sections state exact numbers for small fixtures; this one sees what full pages really ask.
"""

from collections import Counter
from uuid import NAMESPACE_URL, uuid5

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Comment, Locale, Page, Revision
from wagtail_localize.models import StringTranslation

from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES as KEYS
from content.trails.models import Closure
from staff.accounts import sample_users
from staff.approving.models import SideVote
from staff.desk import demo
from staff.desk.desk import Desk, desk_of
from staff.quality.checks import what_must_be_mended

MOST = 17  # a trail with departures, entry rules, animals and closures
CROSSES = uuid5(NAMESPACE_URL, "sample:SAMPLE-RU-L01").hex[:8]  # known to both catalogues
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
    "galleries/visits/",
    "galleries/visits/?species=amur-leopard&side=CN",
    "galleries/leaf-fall/",
    "galleries/cats/",
    f"galleries/cats/{CROSSES}/",
    "galleries/cats/count/",
    "galleries/data/",
    "galleries/data/sample-1/",
    "galleries/promise/",
    "galleries/spot-the-cat/",
    "galleries/spot-the-cat/?round=walk&answers=aa&answer=b",
    "galleries/spot-the-cat/?round=walk&answers=ababababab",
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
    "bookings/load/",
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
    assert kinds_of_questions("walk") == {"pair": 6, "species": 2, "time": 2}
    assert kept_back() == []
    assert empty_desks() == []
    assert changed_by_loading_again() == []


def empty_desks() -> list[str]:
    """Return the sample accounts on whose desk there is nothing of their own."""
    own = {"approve", "departures", "translate", "drafts", "sent"}
    with translation.override("en"):
        desks = {user.username: desk_of(user) for user in sample_users()}
    marks = {row.mark for row in rows_of(desks["ru-translator"], "translate")}
    assert marks == {"In progress", "Out of date"}
    waiting = {side: len(rows_of(desks[f"{side}-moderator"], "approve")) for side in ("ru", "cn")}
    assert waiting == {"ru": 1, "cn": 2}  # the Russian side has said yes to one of the two
    return [name for name, desk in desks.items() if not own & {one.key for one in desk.lists}]


def rows_of(desk: Desk, key: str) -> list:
    return next(one.rows for one in desk.lists if one.key == key)


def changed_by_loading_again() -> list[str]:
    """Return what there is more of on the desks after their work has been loaded once more."""
    models = (Page, Revision, Comment, SideVote, StringTranslation, Closure)
    before = [model.objects.count() for model in models]
    sample = Sample(locales={key: Locale.objects.get(language_code=c) for key, c in KEYS.items()})
    demo.load(sample)
    return [
        model.__name__
        for model, count in zip(models, before, strict=True)
        if model.objects.count() != count
    ]


def kinds_of_questions(code: str) -> Counter:
    """Return how many questions of each kind the game has for a round."""
    from content.cameratraps.spot.questions import questions

    return Counter(question.kind for question in questions(code))


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
