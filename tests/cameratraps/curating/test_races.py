"""Both sides, or two windows, at once: real threads on a real database, with a control that has no locks."""

from contextlib import suppress
from datetime import date
from functools import partial
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection
from django.db.models import QuerySet
from wagtail.models import Collection

from content.base.models import Image
from content.cameratraps import services
from content.cameratraps.agreement import mark_of, seen_in
from content.cameratraps.deciding import ReleaseError
from content.cameratraps.models import Event, Media
from tests.base.pictures import picture_bytes, upload
from tests.bookings.racing import race
from tests.cameratraps.curating.people import make_curator
from tests.cameratraps.factories import SAID, make_event

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]


def tried(verb, *args, **said):
    """Return a runner that returns what the verb returns, or the reason it was refused for."""

    def run():
        try:
            return verb(*args, **said)
        except ReleaseError as error:
            return error

    return run


@pytest.fixture
def event(sides) -> Event:
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    image = Image(title="x", file=upload(picture_bytes()), credit="x", collection=root)
    image.makes_renditions = False
    image.save()
    event = make_event(frames=0, released=False)
    Media.objects.create(event=event, image=image, file_public=True)
    return event


def is_public(event: Event) -> bool:
    return Event.objects.public().filter(pk=event.pk).exists()


def replace(event: Event) -> None:
    image = Image.objects.get(frames__event=event)
    image.makes_renditions = False
    image.file = upload(picture_bytes("PNG", size=(320, 240)), "y.png")
    image.save()


@pytest.mark.parametrize("round_", range(3))
def test_pixels_that_nobody_saw_are_never_public(event, round_):
    ru, cn = make_curator("RU"), make_curator("CN")
    services.release_event(event, ru, **SAID)
    seen = mark_of(seen_in(event))
    race(
        tried(services.release_event, event, cn, seen=seen, **SAID),
        partial(replace, event),
    )
    assert not is_public(event)
    assert mark_of(seen_in(event)) != seen


@pytest.mark.parametrize("round_", range(3))
def test_a_refusal_and_a_release_at_once_never_make_it_public(event, round_):
    ru, cn = make_curator("RU"), make_curator("CN")
    other = make_curator("CN", "second-cn")
    services.release_event(event, ru, **SAID)
    race(
        tried(services.release_event, event, cn, **SAID),
        tried(services.refuse_release, event, other, reason="A ridge."),
        tried(services.withdraw_release, event, ru),
    )
    assert not is_public(event)
    assert event.refusals.count() == 1
    assert not event.releases.filter(side_id="CN").exists()


@pytest.mark.parametrize("round_", range(2))
def test_of_a_longer_and_a_shorter_embargo_at_once_no_side_shortens_alone(event, round_):
    ru, cn = make_curator("RU"), make_curator("CN")
    for person in (ru, cn):
        services.release_event(event, person, embargo_until=date(2027, 1, 1), **SAID)
    race(
        tried(services.change_embargo, event, ru, date(2028, 1, 1)),
        tried(services.change_embargo, event, cn, date(2026, 1, 1)),
    )
    assert event.public_from() == date(2028, 1, 1)


def test_without_the_lock_a_release_is_given_beside_a_refusal(event, monkeypatch):
    """The control: both have looked before either has written, and nobody waits for the other."""
    cn, other = make_curator("CN"), make_curator("CN", "second-cn")
    looked = Barrier(2, timeout=5)
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *a, **k: self)
    unhurried = services.note

    def wait(*args) -> None:
        with suppress(BrokenBarrierError):  # where the database itself takes writers in turn
            looked.wait()
        unhurried(*args)

    monkeypatch.setattr(services, "note", wait)
    race(
        tried(services.release_event, event, cn, **SAID),
        tried(services.refuse_release, event, other, reason="A ridge."),
    )
    both = event.releases.filter(side_id="CN").exists() and event.refusals.exists()
    assert both or connection.vendor == "sqlite"  # which takes whole transactions in turn
