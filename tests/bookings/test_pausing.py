"""Booking that rests for a while: why, in three languages, and nobody loses what they have."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from bookings import deciding, outbox, pausing, scheduling, services
from bookings.errors import DepartureClosed, DeparturePaused
from bookings.models import BookingState, Departure, DepartureState, MailKind, OutboxMail
from bookings.parties import SYSTEM
from bookings.wording import places_text, state_text
from tests.bookings.factories import counter, make_booking, make_departure
from tests.bookings.test_waiting import wait

pytestmark = pytest.mark.django_db
TEXTS = {
    "pause_reason_en": "landslide",
    "pause_reason_ru": "оползень",
    "pause_reason_zh_hans": "滑坡",
    "pause_note_en": "We look at the path on Friday.",
    "pause_note_ru": "Мы осмотрим тропу в пятницу.",
    "pause_note_zh_hans": "我们将于周五查看步道。",
}


def paused(**fields) -> Departure:
    departure = make_departure(**fields)
    pausing.pause_booking(departure.pk, TEXTS, SYSTEM)
    return Departure.objects.with_trail().get(pk=departure.pk)


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "Booking paused: landslide", "We look at the path on Friday."),
        ("ru", "Запись приостановлена: оползень", "Мы осмотрим тропу в пятницу."),
        ("zh-hans", "暂停预订：滑坡", "我们将于周五查看步道。"),
    ],
)
def test_visitors_read_the_reason_on_the_departure_and_in_the_calendar(
    client, home_pages, language, line, words
):
    departure = paused()
    with translation.override(language):
        assert places_text(departure, departure.status) == line
        calendar = client.get(reverse("bookings:departures")).content.decode()
        feed = client.get(reverse("bookings:feed")).content.decode().replace("\r\n ", "")
        page = client.get(reverse("bookings:departure", args=[departure.pk])).content.decode()
    assert line in calendar
    assert line in feed
    assert line in page
    assert words in page


def test_nobody_can_be_booked_and_reads_why():
    departure = paused()
    with pytest.raises(DeparturePaused) as refused:
        make_booking(departure)
    assert refused.value.message == (
        "Booking for this departure is paused: landslide. We look at the path on Friday. "
        "Please look again later."
    )
    assert counter(departure) == 0


def test_a_pause_is_explained_to_a_booker_in_no_more_questions(django_assert_num_queries):
    departure = paused()
    with django_assert_num_queries(0):
        assert str(DeparturePaused(departure.pause_reason_ru, departure.pause_note_ru))
        assert state_text(departure) == "paused"


def test_those_who_wait_are_told_once_in_their_language_and_keep_their_place(mailoutbox):
    departure = make_departure(capacity=2)
    first = make_booking(departure, 2).booking
    waiting = [wait(departure, 2, language=code) for code in ("ru", "zh-hans")]
    OutboxMail.objects.all().delete()
    assert pausing.pause_booking(departure.pk, TEXTS, SYSTEM) == 2
    assert pausing.pause_booking(departure.pk, TEXTS, SYSTEM) == 0
    services.cancel_booking(first.pk)
    outbox.send_due()
    told = {
        message.extra_headers["Content-Language"]: message.body
        for message in mailoutbox
        if message.to == [waiting[0].email] and "оползень" in message.body + message.subject
    }
    assert set(told) == {"ru"}
    assert "Мы осмотрим тропу в пятницу." in told["ru"]
    bodies = "".join(message.body for message in mailoutbox)
    assert "滑坡" in bodies
    for booking in waiting:
        booking.refresh_from_db()
        assert booking.state == BookingState.WAITING
    assert pausing.resume_booking(departure.pk, SYSTEM)
    waiting[0].refresh_from_db()
    assert waiting[0].state == BookingState.OFFERED


def test_word_of_a_pause_that_is_over_does_not_leave(mailoutbox):
    departure = make_departure(capacity=2)
    make_booking(departure, 2)
    wait(departure, 2)
    pausing.pause_booking(departure.pk, TEXTS, SYSTEM)
    pausing.resume_booking(departure.pk, SYSTEM)
    outbox.send_due()
    assert OutboxMail.objects.get(kind=MailKind.PAUSED).dropped_at
    assert not [message for message in mailoutbox if "paused" in message.subject]


def test_who_may_book_again_by_mail_reads_that_booking_is_paused(mailoutbox):
    departure = make_departure(capacity=2)
    make_booking(departure, 2)
    wait(departure, 2)
    pausing.pause_booking(departure.pk, TEXTS, SYSTEM)
    mailoutbox.clear()
    outbox.send_due()
    [listed] = [mail for mail in mailoutbox if "You are on the waiting list" in mail.subject]
    assert "Booking for this walk is paused at the moment: landslide." in listed.body


def test_a_promise_outlives_a_pause():
    """What is promised is not called off for want of people because somebody has paused its booking."""
    departure = make_departure(
        state=DepartureState.GUARANTEED,
        min_to_run=4,
        decide_at=timezone.now() - timedelta(hours=1),
        cancels_itself=True,
    )
    pausing.pause_booking(departure.pk, TEXTS, SYSTEM)
    departure.refresh_from_db()
    assert places_text(departure, departure.status) == "Booking paused: landslide, guaranteed"
    assert deciding.decide_due() == deciding.Decided()
    pausing.resume_booking(departure.pk, SYSTEM)
    departure.refresh_from_db()
    assert (departure.state, departure.paused_from) == (DepartureState.GUARANTEED, "")
    assert departure.pause_reason_ru == ""
    assert not pausing.resume_booking(departure.pk, SYSTEM)


def test_a_pause_that_ends_in_the_form_leaves_no_words():
    departure = paused()
    departure.state = DepartureState.CLOSED
    scheduling.change_departure(departure, SYSTEM)
    departure.refresh_from_db()
    assert (departure.pause_reason_en, departure.pause_note_en, departure.paused_from) == ("",) * 3
    with pytest.raises(DepartureClosed):
        pausing.pause_booking(departure.pk, TEXTS, SYSTEM)


def test_officer_pauses_with_a_prepared_reason_or_own_words_and_opens_again(client, make_officer):
    departure = make_departure()
    client.force_login(make_officer("RU"))
    pause = reverse("departure:pause", args=[departure.pk])
    nothing = client.post(pause, {"reason": ""}).content.decode()
    assert "Choose a reason, or write in at least one language." in nothing
    assert client.post(pause, {"reason": "flood"}).status_code == 302
    departure.refresh_from_db()
    assert (departure.pause_reason_zh_hans, departure.pause_note_ru) == (
        "洪水",
        "Вода в ручьях поднялась. Броды и мосты переходить опасно.",
    )
    assert (
        client.post(pause, {"reason": "flood", "pause_note_ru": "<b>Ждём</b>"}).status_code == 302
    )
    departure.refresh_from_db()
    assert (departure.pause_note_ru, departure.pause_note_en) == ("<b>Ждём</b>", "")
    shown = client.get(reverse("departure:inspect", args=[departure.pk])).content.decode()
    assert "Booking paused: high water" in shown
    assert "Open booking again" in shown
    page = client.get(reverse("bookings:departure", args=[departure.pk])).content.decode()
    assert "&lt;b&gt;Ждём&lt;/b&gt;" in page
    assert client.post(reverse("departure:resume", args=[departure.pk])).status_code == 302
    departure.refresh_from_db()
    assert departure.state == DepartureState.OPEN
    kinds = list(departure.events.values_list("kind", flat=True))[:3]
    assert kinds == ["departure-resumed", "departure-paused", "departure-paused"]


def test_other_side_pauses_nothing(client, make_officer):
    departure = make_departure()
    client.force_login(make_officer("CN"))
    for name in ("departure:pause", "departure:resume"):
        assert (
            client.post(reverse(name, args=[departure.pk]), {"reason": "fire"}).status_code == 404
        )
    departure.refresh_from_db()
    assert departure.state == DepartureState.OPEN
