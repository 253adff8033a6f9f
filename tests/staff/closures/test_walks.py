"""The page on which one press says what becomes of the walks under a closure."""

import pytest
from django.urls import reverse

from bookings.models import BookingState, OutboxMail
from content.notices.models import PreparedPhrase
from content.trails.models import Closure
from tests.bookings.conftest import make_officer  # noqa: F401 – a fixture
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.test_closing import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, make_officer, home_pages):  # noqa: F811
    user = make_officer("RU", "view_departure", "change_departure")
    client.force_login(user)
    return client


@pytest.fixture
def phrase() -> PreparedPhrase:
    texts = {
        "text_en": "Smoke until {until}: {place}.",
        "text_ru": "Дым по {until}: {place}.",
        "text_zh_hans": "{place}有烟，至{until}。",
    }
    return PreparedPhrase.objects.create(kind="fire", **texts)


def url(closure: Closure) -> str:
    return reverse("closure_walks", args=[closure.pk])


def test_one_press_calls_off_and_keeps_and_says_it_in_the_words_of_the_phrase(officer, phrase):
    trail = make_trail()
    off, kept = make_departure(trail), make_departure(trail)
    gone, stays = make_booking(off, 2).booking, make_booking(kept, 3).booking
    closure = close(trail)
    page = officer.get(url(closure)).content.decode()
    assert page.count('type="radio"') == 4
    assert "Smoke until" in page
    fates = {f"walk_{off.pk}": "off", f"walk_{kept.pk}": "keep", "phrase": phrase.pk}
    for _press in range(2):
        answer = officer.post(url(closure), fates, follow=True).content.decode()
    assert "0 walks are called off" in answer
    for row in (gone, stays, off, closure):
        row.refresh_from_db()
    assert gone.state == BookingState.CANCELLED_BY_OPERATOR
    assert stays.state == BookingState.CONFIRMED
    assert off.cancel_note_ru.startswith("Дым по ")
    assert off.cancel_note_ru.endswith(": Тропа RU.")
    assert closure.text_zh_hans.startswith("步道 RU有烟")
    assert OutboxMail.objects.filter(kind="cancelled-by-us").count() == 1


def test_a_closure_keeps_the_text_somebody_wrote(officer, phrase):
    trail = make_trail()
    walk = make_departure(trail)
    closure = close(trail)
    Closure.objects.update(text_en="Our own words.")
    officer.post(url(closure), {f"walk_{walk.pk}": "off", "phrase": phrase.pk})
    closure.refresh_from_db()
    assert (closure.text_en, closure.text_ru or "") == ("Our own words.", "")


def test_a_phrase_with_a_last_day_is_not_offered_for_a_closure_without_one(officer, phrase):
    trail = make_trail()
    make_departure(trail)
    assert "Smoke until" not in officer.get(url(close(trail, days=None))).content.decode()


def test_a_walk_without_a_choice_changes_nothing(officer):
    trail = make_trail()
    one, other = make_departure(trail), make_departure(trail)
    booking = make_booking(one, 2).booking
    answer = officer.post(url(close(trail)), {f"walk_{one.pk}": "off", f"walk_{other.pk}": "burn"})
    assert "Choose for each walk what becomes of it." in answer.content.decode()
    booking.refresh_from_db()
    assert booking.state == BookingState.CONFIRMED


def test_the_other_side_and_others_do_not_get_in(officer, client, make_officer, home_pages):  # noqa: F811
    there = close(make_trail("CN"))
    assert officer.get(url(there)).status_code in {302, 403}
    assert officer.post(url(there), {}).status_code in {302, 403}
    client.force_login(make_officer("CN", "view_departure"))
    assert client.get(url(there)).status_code in {302, 403}


def test_the_desk_leads_there(officer):
    trail = make_trail()
    make_booking(make_departure(trail), 2)
    closure = close(trail)
    assert url(closure) in officer.get("/staff/").content.decode()
