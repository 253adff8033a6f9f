"""The gate: a visit is public only when every condition holds, and gone from every output when one does not."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.base.models import Image
from content.base.templatetags.picture_tags import picture
from content.cameratraps import listing, queries, wall, withholding
from content.cameratraps.models import Event, Media, Release, ShownVisit
from tests.base.pictures import picture_bytes, upload
from tests.cameratraps.factories import PAST, make_event, make_gallery, make_image, make_species

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def update(event: Event, **changes) -> None:
    for name, value in changes.items():
        setattr(event, name, value)
    event.save()


def each(rows, **changes) -> None:
    for row in rows:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()


# Each takes one condition away.
BREAKS = {
    "no frame may be shown": lambda event: each(event.media.all(), file_public=False),
    "no frames": lambda event: [frame.delete() for frame in Media.objects.filter(event=event)],
    "people on one frame": lambda event: each([event.media.first()], shows_people=True),
    "no species": lambda event: update(event, species=None),
    "a person": lambda event: update(event, observation_type="human"),
    "a vehicle": lambda event: update(event, observation_type="vehicle"),
    "nothing seen": lambda event: update(event, observation_type="blank"),
    "not looked at": lambda event: update(event, observation_type="unclassified"),
    "not released by Russia": lambda event: event.releases.get(side_id="RU").delete(),
    "not released by China": lambda event: event.releases.get(side_id="CN").delete(),
    "embargo of Russia": lambda event: each(
        event.releases.filter(side_id="RU"), embargo_until=TODAY + timedelta(days=1)
    ),
    "embargo of China": lambda event: each(
        event.releases.filter(side_id="CN"), embargo_until=TODAY + timedelta(days=1)
    ),
}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def event(sides) -> Event:
    return make_event()


def test_a_whole_visit_is_public(event):
    assert list(Event.objects.public()) == [event]
    assert event.public_from() == PAST


@pytest.mark.parametrize("condition", BREAKS)
def test_taking_one_condition_away_hides_a_visit_everywhere(condition, home_pages, event, client):
    other = make_event(title_en="Another")
    pages = make_gallery(home_pages, event, other)
    address = f"{pages['en'].url}{event.code}/"
    images = list(Image.objects.filter(frames__event=event))
    outputs = [
        "/en/galleries/",
        "/en/galleries/visits/",
        pages["en"].url,
        pages["ru"].url,
        f"{pages['en'].url}{other.code}/",
        "/sitemap.xml",
    ]
    shown = [client.get(output).content.decode() for output in outputs]
    assert all(event.code in html for html in shown[:-2])
    BREAKS[condition](event)
    for output in outputs:
        html = client.get(output).content.decode()
        assert event.code not in html, output
        assert event.title_en not in html, output
        assert not [image for image in images if image.file.name[:-4] in html], output
    for suffix in ("", "1/", "1/download/"):
        assert client.get(address + suffix).status_code == 404
        assert client.get(f"/en/galleries/visits/{event.code}/{suffix}").status_code == 404
    assert [row.event for row in ShownVisit.objects.shown()] == [other]
    for image in Image.objects.filter(pk__in=[image.pk for image in images]):
        assert (image.is_withheld, picture(image)) == (True, "")


def test_hidden_and_unknown_visits_answer_alike(home_pages, sides, client):
    hidden, shown = make_event(released=False), make_event()
    page = make_gallery(home_pages, hidden, shown)["en"]
    for rest in ("", "1/", "1/download/"):
        answers = [client.get(f"{page.url}{code}/{rest}") for code in (hidden.code, "zzzzzzzz")]
        assert [answer.status_code for answer in answers] == [404, 404]
        first, second = (
            answer.content.replace(code.encode(), b"")
            for answer, code in zip(answers, (hidden.code, "zzzzzzzz"), strict=True)
        )
        assert first == second
        assert answers[0].headers == answers[1].headers


def test_a_frame_kept_back_is_left_out_of_a_public_visit(home_pages, event, client):
    kept = event.media.last()
    each([kept], file_public=False)
    page = make_gallery(home_pages, event)["en"]
    html = client.get(f"{page.url}{event.code}/").content.decode()
    assert kept.image.file.name[:-4] not in html
    assert client.get(f"{page.url}{event.code}/2/").status_code == 404
    assert picture(Image.objects.get(pk=kept.image_id)) == ""


def test_a_visit_becomes_public_on_the_day_its_embargo_ends(event):
    each(event.releases.all(), embargo_until=TODAY + timedelta(days=1))
    assert not Event.objects.public().exists()
    with time_machine.travel(TODAY + timedelta(days=1), tick=False):
        assert Event.objects.public().exists()
        assert picture(event.media.first().image) != ""


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["species", "type", "public", "people", "RU", "CN", "frame"]),
            st.booleans(),
            st.integers(-2, 2),
        ),
        max_size=8,
    )
)
def test_the_gate_its_twin_and_the_mark_on_pictures_always_agree(event, steps):
    for what, is_good, days in steps:
        _change(event, what, is_good, TODAY + timedelta(days=days))
        day = event.public_from()
        for offset in range(-3, 4):
            on = TODAY + timedelta(days=offset)
            assert Event.objects.public(on).exists() == (day is not None and day <= on)
        for frame in Media.objects.filter(event=event).select_related("image"):
            expected = day if frame.file_public and day else date.max
            assert frame.image.withheld_until == expected


def _change(event: Event, what: str, is_good: bool, day: date) -> None:
    frames = list(Media.objects.filter(event=event))
    if what == "species":
        update(event, species=make_species() if is_good else None)
    elif what == "type":
        update(event, observation_type="animal" if is_good else "human")
    elif what == "public":
        each(frames[:1], file_public=is_good)
    elif what == "people":
        each(frames[-1:], shows_people=not is_good)
    elif what == "frame" and is_good:
        Media.objects.create(event=event, image=make_image(), sort_order=9, file_public=True)
    elif what == "frame":
        for frame in frames[-1:]:
            frame.delete()
    else:
        Release.objects.filter(event=event, side_id=what).delete()
        if is_good:
            Release.objects.create(event=event, side_id=what, embargo_until=day)


def test_a_picture_that_lost_its_visit_stays_withheld(event):
    image = event.media.first().image
    event.delete()
    assert Image.objects.get(pk=image.pk).is_withheld


def test_a_picture_of_the_library_is_not_withheld(db):
    image = make_image()
    assert withholding.withheld_until(image) is None
    assert not image.is_withheld


def test_a_picture_that_is_hidden_gets_new_addresses(sides, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image(title="x", file=upload(picture_bytes(size=(500, 400))))
        image.save()
        event = make_event(frames=0, released=False)
        Media.objects.create(event=event, image=image, file_public=True)
        for side in ("RU", "CN"):
            Release.objects.create(event=event, side_id=side, embargo_until=PAST)
    image.refresh_from_db()
    known = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert not image.is_withheld
    with django_capture_on_commit_callbacks(execute=True):
        event.releases.first().delete()
    assert [default_storage.exists(name) for name in known] == [False] * len(known)
    image.refresh_from_db()
    assert default_storage.exists(image.file.name)


def test_other_pixels_take_the_releases_back(sides, django_capture_on_commit_callbacks):
    image = Image(title="x", file=upload(picture_bytes()))
    image.save()
    event = make_event(frames=0)
    Media.objects.create(event=event, image=image, file_public=True)
    assert Event.objects.public().exists()
    image.file = upload(picture_bytes("PNG"), "y.png")
    image.save()
    assert not Release.objects.filter(event=event).exists()


def test_a_page_shows_no_cover_that_is_withheld(home_pages, sides, client):
    shown, hidden = make_event(), make_event(released=False)
    page = make_gallery(home_pages, shown)["en"]
    cover = hidden.media.first().image
    page.image = cover
    page.save()
    for address in ("/en/galleries/", page.url):
        assert cover.file.name[:-4] not in client.get(address).content.decode()


def test_no_query_returns_what_is_not_public(home_pages, sides):
    event = make_event(released=False)
    page = make_gallery(home_pages, event)["en"]
    assert wall.offer() == wall.Offer()
    assert queries.gallery_visits(page.gallery_id) == []
    assert queries.visit(page.gallery_id, event.code) is None
    assert queries.newest_gallery("en") is None
    assert listing.species_cards(event.species, "en", 4) == []
