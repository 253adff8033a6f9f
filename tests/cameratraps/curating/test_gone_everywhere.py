"""A visit that may no longer be seen is gone with one commit: from every page one can come to, and from the files."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from content.base.models import Image
from content.cameratraps import services
from content.cameratraps.models import Event, Media
from search import services as search
from tests.base.pictures import picture_bytes, upload
from tests.cameratraps.animals import make_alias, make_claim
from tests.cameratraps.curating.people import make_curator
from tests.cameratraps.factories import SAID, make_event, make_gallery
from tests.search.factories import make_wildlife

pytestmark = pytest.mark.django_db
STARTS = ["/en/", "/ru/", "/zh-hans/", "/sitemap.xml", "/en/galleries/", "/en/galleries/cats/"]
LINK = re.compile(rb'(?:href|action|src)="(/[^"#]*)|<loc>https?://[^/<]+(/[^<]*)')
# What only repeats the address it was asked with (display settings) tells nothing of a visit.
OUTSIDE = ("/static/", "/media/", "/staff/", "/en/bookings/", "/ru/bookings/", "/zh-hans/bookings/")
MOST = 250


def walk(client: Client, *more: str) -> dict[str, bytes]:
    """Return every page one can come to from the starts, by its address."""
    found: dict[str, bytes] = {}
    waiting = [*STARTS, *more]
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        if address in found or address.startswith(OUTSIDE) or "/display/" in address:
            continue
        answer = client.get(address)
        content = b"".join(answer) if answer.streaming else answer.content
        found[address] = content if answer.status_code == 200 else b""
        if "Location" in answer.headers:
            waiting.append(answer.headers["Location"])
        pairs = LINK.findall(content.replace(b"&amp;", b"&"))
        waiting += [(one or other).decode() for one, other in pairs]
    return found


def where(pages: dict[str, bytes], traces: list[str]) -> set[str]:
    return {
        address
        for address, content in pages.items()
        if any(trace.encode() in content for trace in traces)
    }


def withdraw(event: Event) -> None:
    services.withdraw_release(event, make_curator("RU"))


def refuse(event: Event) -> None:
    services.refuse_release(event, make_curator("CN"), reason="A ridge.")


def embargo(event: Event) -> None:
    until = date.today() + timedelta(days=400)
    services.change_embargo(event, make_curator("CN"), until)


def find_a_person(event: Event) -> None:
    frame = event.media.first()
    frame.shows_people = True
    frame.save()


def count_anew(event: Event) -> None:
    event.count = 2
    event.save()


def free_the_licence(event: Event) -> None:
    image = Image.objects.get(frames__event=event)
    image.licence = "CC0-1.0"
    image.save()


REASONS = [withdraw, refuse, embargo, find_a_person, count_anew, free_the_licence]


@pytest.fixture
def shown(home_pages, sides, django_capture_on_commit_callbacks) -> Event:
    """Give a public visit with a real file, in a gallery, on the page of its species and of its animal."""
    with django_capture_on_commit_callbacks(execute=True):
        make_wildlife(home_pages)
        image = Image(title="x", file=upload(picture_bytes(size=(500, 400))), credit="A. Sample")
        image.save()
        event = make_event(frames=0, released=False, title_en="Snowywalkx", title_ru="Снежныйx")
        Media.objects.create(event=event, image=image, file_public=True)
        for side in ("RU", "CN"):
            person = make_curator(side, f"first-{side}")
            services.release_event(event, person, **SAID)
        alias = make_alias("RU", species=event.species)
        event.cat = make_claim(alias, event).alias.individual
        make_gallery(home_pages, event)
    search.rebuild()
    return event


@pytest.mark.parametrize("reason", REASONS)
def test_it_is_gone_everywhere_with_the_same_commit(
    shown, client, reason, django_capture_on_commit_callbacks
):
    image = Image.objects.get(frames__event=shown)
    files = [image.file.name, *image.renditions.values_list("file", flat=True)]
    stem = image.file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    traces = [shown.code, "Snowywalkx", "Снежныйx", stem, shown.cat.code, shown.cat.name_en]
    asked = [f"/{code}/search/?q={shown.cat.name_en}" for code in ("en", "ru", "zh-hans")]
    before = walk(client, *asked)
    told = where(before, traces)
    kinds = ["/en/galleries/", "/sitemap.xml", "/en/wildlife/", "/en/galleries/cats/", asked[0]]
    for kind in kinds:  # it is there to be found
        assert any(address.startswith(kind) for address in told), kind
    assert all(default_storage.exists(name) for name in files)
    with django_capture_on_commit_callbacks(execute=True):
        reason(Event.objects.get(pk=shown.pk))
    after = walk(client, *before)
    assert where(after, traces) - set(asked) == set()
    assert where({one: after[one] for one in asked}, [shown.cat.code]) == set()
    assert not any(default_storage.exists(name) for name in files)
