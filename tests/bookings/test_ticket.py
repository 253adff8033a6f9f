"""The ticket: one sheet in the visitor's language that tells of the person the name alone."""

import subprocess
from io import BytesIO

import pikepdf
import pytest
import zxingcpp
from django.utils import translation
from PIL import Image

from bookings import services
from bookings.models import Booking, BookingState, CancelReason
from bookings.parties import SYSTEM, Contact
from bookings.ticket import has_ticket, ticket_data, ticket_of
from content.base.pdf import typesetting
from content.reserve.models import EmergencyNumber, Side
from content.trails.models import Trail
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.smtp import parts

LANGUAGES = ["en", "ru", "zh-hans"]
TRACK = [[131.40, 43.10, 20], [131.41, 43.11, 60], [131.42, 43.115, 90]]
SAID = {
    "en": [
        "Ticket",
        "Trail RU",
        "UTC+10",
        "2 adults and 1 child",
        "At the gate",
        "Stay on the path",
        "Water",
        "Emergency numbers",
        "Rescue",
        "Before you set out",
    ],
    "ru": [
        "Билет",
        "Тропа RU",
        "UTC+10",
        "2 взрослых и 1 ребёнок",
        "У ворот",
        "Не сходите с тропы",
        "Вода",
        "Экстренные телефоны",
        "Спасатели",
        "Перед выходом",
    ],
    "zh-hans": ["预订凭证", "步道 RU", "UTC+10", "大门口", "不要离开步道", "饮用水", "救援"],
}


def walk(**fields):
    """Return a departure of a trail with everything a ticket tells."""
    trail = make_trail(
        "RU",
        track=TRACK,
        meeting_lon=131.4,
        meeting_lat=43.1,
        rules_en="Stay on the path",
        rules_ru="Не сходите с тропы",
        rules_zh_hans="不要离开步道",
        bring_en="Water",
        bring_ru="Вода",
        bring_zh_hans="饮用水",
    )
    side = Side.objects.get(code="RU")
    side.emergency_numbers.all().delete()
    EmergencyNumber.objects.create(
        side=side, number="112", label_en="Rescue", label_ru="Спасатели", label_zh_hans="救援"
    )
    return make_departure(trail, **fields)


def ticket_in(language: str, booking: Booking) -> bytes:
    with translation.override(language):
        return ticket_of(booking)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF as poppler reads them, each run of white space as one space."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def codes_in(pdf: bytes) -> list[str]:
    done = subprocess.run(
        ["pdftoppm", "-r", "150", "-png"], input=pdf, capture_output=True, check=True
    )
    return [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(done.stdout)))]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sheet_tells_the_walk_in_the_visitors_language(language):
    placed = make_booking(walk(), 2, 1)
    pdf = ticket_in(language, placed.booking)
    text = text_of(pdf)
    for words in (*SAID[language], "112", "Sample Visitor"):
        assert words in text
    # Its letters stand apart, and poppler takes some gaps for spaces.
    assert placed.booking.reference in text.replace(" ", "")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
        assert str(opened.Root.Lang) == {"zh-hans": "zh-CN"}.get(language, language)


@pytest.mark.django_db
def test_code_is_the_bare_booking_number():
    placed = make_booking(walk())
    assert codes_in(ticket_in("en", placed.booking)) == [placed.booking.reference]


@pytest.mark.django_db
def test_nothing_personal_but_the_name():
    placed = make_booking(walk())
    held = str(ticket_data(placed.booking)) + text_of(ticket_in("en", placed.booking))
    for private in ("visitor@example.org", "9141234567", "914 123", placed.secret, "/bookings/"):
        assert private not in held


@pytest.mark.django_db
def test_hostile_name_stays_text():
    evil = '#read("look.typ") *b* $x$ <svg> \\ "'
    placed = make_booking(walk(), contact=Contact(evil, "visitor@example.org"))
    assert '#read("look.typ") *b* $x$ <svg>' in text_of(ticket_in("en", placed.booking))


@pytest.mark.django_db
@pytest.mark.parametrize("lines", [0, 12, 24])
def test_long_rules_stay_on_one_sheet(lines):
    departure = walk()
    rule = "Keep to the path, keep quiet and keep the distance that the guide asks for."
    Trail.objects.update(rules_en="\n".join([rule] * lines), bring_en="\n".join([rule] * lines))
    booking = Booking.objects.get(pk=make_booking(departure).booking.pk)
    with pikepdf.open(BytesIO(ticket_in("en", booking))) as opened:
        assert len(opened.pages) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("is_sample", "times"), [(True, 1), (False, 0)])
def test_sample_says_so(is_sample, times):
    booking = make_booking(walk(is_sample=is_sample)).booking
    assert text_of(ticket_in("en", booking)).count("the walk does not take place") == times


@pytest.mark.django_db
def test_departure_that_meets_elsewhere_has_no_mark_at_the_trails_own_point():
    own = make_booking(walk()).booking
    assert ticket_data(own)["meeting-point"]["text"] == "At the gate"
    own.departure.meeting_point_en = "At the railway station"
    assert ticket_data(own)["meeting-point"]["text"] == "At the railway station"
    assert "trail-map__meeting" not in ticket_data(own)["map"]


def address_of(placed, language: str = "en") -> str:
    return f"/{language}/bookings/{placed.booking.reference}/{placed.secret}/ticket.pdf"


@pytest.mark.django_db
def test_private_link_serves_it_and_nobody_keeps_it(client, site):
    placed = make_booking(walk())
    page = client.get(f"/ru/bookings/{placed.booking.reference}/{placed.secret}/")
    assert address_of(placed, "ru") in page.content.decode()
    response = client.get(address_of(placed, "ru"))
    assert "Тропа RU" in text_of(response.content)
    assert response["Content-Type"] == "application/pdf"
    name = f"land-of-big-cats-{placed.booking.reference}.pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(address_of(placed).replace(placed.secret, "x")).status_code == 404


@pytest.mark.django_db
def test_no_ticket_without_a_confirmed_booking(client, site, time_machine):
    departure = walk()
    placed = make_booking(departure)
    page = f"/en/bookings/{placed.booking.reference}/{placed.secret}/"
    for state in set(BookingState) - {BookingState.CONFIRMED}:
        assert not has_ticket(Booking(state=state, departure=departure))
    services.cancel_booking(placed.booking.pk)
    response = client.get(address_of(placed))
    assert (response.status_code, response["Location"]) == (303, page)
    assert "ticket.pdf" not in client.get(page).content.decode()
    later = make_booking(departure).booking
    assert has_ticket(later)
    time_machine.move_to(departure.ends_at)
    assert not has_ticket(later)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_confirmation_carries_it_and_farewell_does_not(sink, language):
    sink.start()
    departure = walk()
    placed = make_booking(departure, language=language)
    services.cancel_departure(departure.pk, CancelReason.FIRE, SYSTEM, {})
    confirmed, cancelled = sink.mails
    assert placed.booking.reference in text_of(parts(confirmed)["application/pdf"]).replace(" ", "")
    assert "application/pdf" not in parts(cancelled)


@pytest.mark.django_db(transaction=True)
def test_mail_leaves_without_a_ticket_that_cannot_be_made(sink, monkeypatch, tmp_path):
    broken = tmp_path / "worker.py"
    broken.write_text("raise SystemExit('out of order')")
    monkeypatch.setattr(typesetting, "WORKER", broken)
    sink.start()
    make_booking(walk())
    (message,) = sink.mails
    found = parts(message)
    assert set(found) == {"text/plain", "text/html", "text/calendar"}
    assert "Your ticket is attached" not in found["text/plain"]
