"""A ticket photographed where the browser reads no codes: the number comes back, the picture is not kept."""

from io import BytesIO

import pytest
import segno
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageFilter
from pillow_heif import register_heif_opener

from bookings.ticket_photo import number_in
from tests.bookings.test_checkin import booked


def photographed(text: str, kind: str = "JPEG", turned: int = 17) -> SimpleUploadedFile:
    """Return a picture of a code as a hand takes one: askew, small in a grey room, not quite sharp."""
    drawn = BytesIO()
    segno.make_qr(text, error="q").save(drawn, kind="png", scale=14, border=4)
    code = Image.open(drawn).convert("RGB").rotate(turned, expand=True, fillcolor="white")
    room = Image.new("RGB", (1600, 1200), "#8a8a86")
    room.paste(code, (420, 300))
    taken = BytesIO()
    register_heif_opener()
    room.filter(ImageFilter.GaussianBlur(2)).save(taken, kind)
    return SimpleUploadedFile(f"photo.{kind.lower()}", taken.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "HEIF", "PNG"])
def test_number_is_read_from_a_photograph(kind):
    assert number_in(photographed("K7M2PX9Q", kind)) == "K7M2PX9Q"


@pytest.mark.parametrize("text", ["https://example.org/", "A" * 40, "<b>"])
def test_code_of_something_else_is_no_number(text):
    assert number_in(photographed(text)) == ""


def test_what_is_no_picture_has_no_number():
    for content in (b"", b"GIF89a", b"\xff\xd8\xff\xe0broken", b"%PDF-1.7"):
        assert number_in(SimpleUploadedFile("photo.jpg", content)) == ""


@pytest.mark.django_db
def test_ranger_is_shown_the_party_of_a_photograph(client, site, ranger, evening):
    booking = booked()
    client.force_login(ranger)
    address = reverse("ranger_ticket_photo")
    photo = photographed(booking.reference)
    assert client.post(
        address, {"photo": photo}, headers={"accept": "application/json"}
    ).json() == {"number": booking.reference}
    photo.seek(0)
    page = client.post(address, {"photo": photo}, headers={"accept": "text/html"}, follow=True)
    assert page.redirect_chain[-1][0] == f"{reverse('check_in')}?q={booking.reference}"
    page = client.post(address, {}, headers={"accept": "text/html"}, follow=True)
    assert "No code could be read" in page.content.decode()


@pytest.mark.django_db
def test_nobody_else_sends_photographs(client, site, make_officer):
    client.force_login(make_officer("RU"))
    answer = client.post(reverse("ranger_ticket_photo"), {"photo": photographed("K7M2PX9Q")})
    assert answer.status_code in (302, 403) and "q=" not in answer.headers.get("location", "")
