"""A guide leads one walk at a time, whatever runs at once; their telephone is nowhere for the public."""

from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier

import pytest
from django.urls import reverse

from bookings import guiding, scheduling, series, services
from bookings.errors import BookingError
from bookings.models import CancelReason, Departure, Guide
from bookings.parties import SYSTEM
from bookings.staff_errors import GuideBusy, GuideOfOtherSide
from tests.bookings.factories import (
    make_booking,
    make_departure,
    make_guide,
    make_series,
    make_trail,
)
from tests.bookings.racing import race
from tests.bookings.test_staff import form_values

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 5, 3, 1, tzinfo=UTC)
START = datetime(2027, 5, 8, 0, tzinfo=UTC)  # ten o'clock in Vladivostok; the walk takes 90 minutes


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def walk(minutes: int = 0, **fields) -> Departure:
    return make_departure(starts_at=START + timedelta(minutes=minutes), **fields)


def assign(departure: Departure, *guides: Guide) -> Departure:
    return guiding.assign_guides(departure.pk, guides, SYSTEM)


@pytest.mark.parametrize(
    ("minutes", "is_free"), [(0, False), (89, False), (90, True), (-89, False), (-90, True)]
)
def test_two_walks_of_a_guide_do_not_overlap(minutes, is_free):
    guide = make_guide()
    assign(walk(), guide)
    second = walk(minutes)
    if is_free:
        assign(second, guide)
        assert guide.walks.count() == 2
        return
    with pytest.raises(GuideBusy) as refused:
        assign(second, guide)
    assert refused.value.message == (
        "Guide RU leads another walk at that time: Trail RU, "
        "Saturday, 8 May 2027, 10:00 (Vladivostok time, UTC+10)."
    )
    assert not second.guides.exists()


def test_a_long_walk_of_another_trail_counts_to_its_end():
    guide = make_guide()
    night = make_trail(slug="night", duration_max=20 * 60)
    assign(walk(-15 * 60, trail=night), guide)
    with pytest.raises(GuideBusy):
        assign(walk(), guide)


def test_cancelled_walk_sets_its_guide_free():
    guide, first = make_guide(), walk()
    assign(first, guide)
    services.cancel_departure(first.pk, CancelReason.FIRE, SYSTEM)
    assign(walk(30), guide)


def test_moving_a_walk_asks_its_guide():
    guide, second = make_guide(), walk(600)
    assign(walk(), guide)
    assign(second, guide)
    moved = Departure.objects.get(pk=second.pk)
    moved.starts_at = moved.closes_at = START + timedelta(minutes=30)
    with pytest.raises(GuideBusy):
        scheduling.change_departure(moved, SYSTEM)
    assert Departure.objects.get(pk=second.pk).starts_at == START + timedelta(minutes=600)


def test_guide_of_the_other_country_is_refused():
    with pytest.raises(GuideOfOtherSide):
        assign(walk(), make_guide("CN"))


def test_walk_speaks_what_its_guides_speak(client, site):
    guide = make_guide(languages=["ru", "zh-hans"])
    departure = walk(guide_languages=["en"])
    assign(departure, guide, make_guide(languages=["ru"]))
    assert Departure.objects.get(pk=departure.pk).guide_languages == ["ru", "zh-hans"]
    page = client.get(f"/en/bookings/departures/{departure.pk}/").content.decode()
    assert "Russian and Chinese" in page
    guide.languages = ["en"]
    guiding.change_guide(guide)
    assert Departure.objects.get(pk=departure.pk).guide_languages == ["en", "ru"]
    changed = Departure.objects.get(pk=departure.pk)
    changed.guide_languages = ["zh-hans"]
    scheduling.change_departure(changed, SYSTEM)
    assert Departure.objects.get(pk=departure.pk).guide_languages == ["en", "ru"]


def test_series_moves_no_walk_onto_another_of_its_guide():
    one, guide = make_series(weekdays=[5], guide_languages=["en"]), make_guide()
    first, second = one.departures.order_by("starts_at")
    assign(first, guide)
    assign(second, guide)
    assign(walk(120), guide)
    one.clock, one.capacity = time(11), 6
    outcome = series.change_series(one, SYSTEM)
    assert outcome.kept == [first]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.local_start.hour, second.local_start.hour) == (10, 11)
    assert second.guide_languages == ["ru"]
    assert second.local_day == date(2027, 5, 15)


def test_name_and_telephone_are_not_for_the_public(
    client, site, mailoutbox, django_capture_on_commit_callbacks
):
    departure = walk()
    assign(departure, make_guide(name="Гид Тайный", phone="+79990001122"))
    with django_capture_on_commit_callbacks(execute=True):
        placed = make_booking(departure)
    private = f"/en/bookings/{placed.booking.reference}/{placed.secret}/"
    pages = [
        *(client.get(url).content.decode() for url in (
            "/en/bookings/departures/", f"/en/bookings/departures/{departure.pk}/", private,
            f"{private}calendar.ics",
        )),
        mailoutbox[0].body,
        str(departure.events.values_list("details", flat=True)),
    ]  # fmt: skip
    assert not any(word in page for page in pages for word in ("Тайный", "79990001122"))


def test_officer_chooses_guides_of_the_own_country(client, site, make_officer):
    client.force_login(make_officer("RU"))
    busy, free, gone, foreign = (
        make_guide(name="Busy"),
        make_guide(name="Free"),
        make_guide(name="Gone", is_active=False),
        make_guide("CN", name="Foreign"),
    )
    assign(walk(30), busy)
    departure = walk()
    url = reverse("departure:guides", args=[departure.pk])
    page = client.get(url).content.decode()
    assert "Busy · Russian · leads another walk at that time" in page
    assert "Free · Russian" in page
    assert gone.name not in page
    assert foreign.name not in page
    assert client.post(url, {"guides": [foreign.pk]}).status_code == 200
    assert (
        "leads another walk at that time: Trail RU"
        in client.post(url, {"guides": [busy.pk]}).content.decode()
    )
    assert client.post(url, {"guides": [free.pk]}).status_code == 302
    assert list(departure.guides.all()) == [free]
    page = client.get(reverse("departure:inspect", args=[departure.pk])).content.decode()
    assert reverse("guide:inspect", args=[free.pk]) in page
    assert "guides set" in page


def test_officer_keeps_guides_and_sees_their_walks(client, site, make_officer):
    client.force_login(make_officer("RU"))
    make_trail("RU")
    values = {
        "name": "Анна",
        "side": "RU",
        "languages": ["ru"],
        "phone": "+7 999",
        "is_active": "on",
    }
    assert client.post(reverse("guide:add"), {**values, "side": "CN"}).status_code == 200
    assert client.post(reverse("guide:add"), values).status_code == 302
    guide = Guide.objects.get()
    departure = walk()
    assign(departure, guide)
    edit = reverse("guide:edit", args=[guide.pk])
    assert client.post(edit, {**values, "languages": ["en"]}).status_code == 302
    assert Departure.objects.get().guide_languages == ["en"]
    page = client.get(reverse("guide:inspect", args=[guide.pk])).content.decode()
    assert reverse("departure:inspect", args=[departure.pk]) in page


def test_form_of_a_walk_says_that_its_guide_is_busy(client, site, make_officer):
    client.force_login(make_officer("RU"))
    guide, second = make_guide(), walk(600)
    assign(walk(), guide)
    assign(second, guide)
    answer = client.post(
        reverse("departure:edit", args=[second.pk]), form_values(second, clock="10:30")
    )
    assert "Guide RU leads another walk at that time" in answer.content.decode()


def one_of_each(results: list) -> tuple[int, int]:
    return (
        sum(isinstance(result, Departure) for result in results),
        sum(isinstance(result, BookingError) for result in results),
    )


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("racers", [2, 8])
def test_one_guide_wanted_by_many_walks_leads_one(racers):
    guide = make_guide()
    walks = [walk(racer) for racer in range(racers)]
    results = race(*[lambda one=one: assign(one, guide) for one in walks])
    assert one_of_each(results) == (1, racers - 1)
    assert guide.walks.count() == 1


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_guide_leads_many_at_once_without_the_guard(monkeypatch):
    """The control: who looks before locking finds the guide free."""
    guide = make_guide()
    looked, real = Barrier(4, timeout=30), guiding.guides_refusal
    walks = [walk(racer) for racer in range(4)]

    def careless(one: Departure):
        error = real(one, [guide])
        looked.wait()
        return error or assign(one, guide)

    monkeypatch.setattr(guiding, "guides_refusal", lambda _departure, _guides: None)
    race(*[lambda one=one: careless(one) for one in walks])
    assert guide.walks.count() == 4


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_moving_one_walk_against_assigning_another():
    guide, moving, other = make_guide(), walk(600), walk()
    assign(moving, guide)

    def move():
        wanted = Departure.objects.get(pk=moving.pk)
        wanted.starts_at = wanted.closes_at = START + timedelta(minutes=30)
        return scheduling.change_departure(wanted, SYSTEM)

    assert one_of_each(race(move, lambda: assign(other, guide))) == (1, 1)
    first, *rest = sorted(guide.walks.with_trail(), key=lambda one: one.starts_at)
    assert all(one.starts_at >= first.ends_at for one in rest)
