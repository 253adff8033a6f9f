"""The question about an information strip, on the form of the picture; and what was taken out of a sent file."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Collection, UploadedFile

from content.base.models import Image
from staff.roles import OWN_SHELF
from tests.base.pictures import picture_bytes, upload
from tests.base.test_strips import scene
from tests.staff.factories import make_staff

FOUND = {
    "en": "Is this an information strip?",
    "ru": "Это служебная строка камеры?",
    "zh-hans": "这是相机信息栏吗？",
}


@pytest.fixture
def shelf(staffed) -> Collection:
    return Collection.objects.get(name=OWN_SHELF["CN"])


@pytest.fixture
def framed(shelf) -> Image:
    encoded = BytesIO()
    scene(0, 40).save(encoded, "PNG")
    file = ContentFile(encoded.getvalue(), name="x.png")
    return Image.objects.create(title="Frame", file=file, collection=shelf)


@pytest.mark.parametrize("language", FOUND)
def test_form_asks_until_somebody_has_decided(framed, client, language):
    client.force_login(make_staff("photo-curator", "CN", language))
    form = reverse("wagtailimages:edit", args=[framed.pk])
    assert FOUND[language] in client.get(form).content.decode()
    client.post(reverse("staff_picture_strip", args=[framed.pk]))
    assert FOUND[language] not in client.get(form).content.decode()


def test_cutting_is_one_press(framed, client):
    client.force_login(make_staff("photo-curator", "CN"))
    answer = client.post(reverse("staff_picture_strip", args=[framed.pk]), {"cut": "yes"})
    assert answer.url == reverse("wagtailimages:edit", args=[framed.pk])
    framed.refresh_from_db()
    with framed.open_file() as stored, PillowImage.open(stored) as opened:
        assert opened.height == framed.height < 570
    assert not framed.has_strip


def test_other_sides_pictures_are_not_ours_to_cut(framed, client):
    client.force_login(make_staff("photo-curator", "RU"))
    answer = client.post(reverse("staff_picture_strip", args=[framed.pk]), {"cut": "yes"})
    assert answer.status_code in (302, 403)
    framed.refresh_from_db()
    assert framed.has_strip


def test_sender_of_one_picture_is_told_what_was_taken_out(shelf, client):
    client.force_login(make_staff("photo-curator", "CN"))
    data = {"file": upload(picture_bytes()), "collection": shelf.pk, "alt_en": "A wall"}
    answer = client.post(
        reverse("wagtailimages:add"), data | {"credit": "Us", "licence": "reserved"}, follow=True
    )
    assert "Taken out of the file: the place (GPS)" in answer.content.decode()


def test_sender_of_many_is_told_for_each(shelf, client):
    client.force_login(make_staff("photo-curator", "CN"))
    data = {"title": "", "files[]": upload(picture_bytes()), "collection": shelf.pk}
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    assert "Taken out of the file: the place (GPS)" in answer["form"]


def test_picture_that_waited_for_its_words_is_looked_at_too(shelf, client):
    client.force_login(make_staff("photo-curator", "CN"))
    encoded = BytesIO()
    scene(0, 40).save(encoded, "PNG")
    data = {"title": "", "files[]": upload(encoded.getvalue(), "x.png"), "collection": shelf.pk}
    client.post(reverse("wagtailimages:add_multiple"), data)
    waiting = UploadedFile.objects.get().pk
    words = {"alt_en": "A wall", "credit": "Us", "licence": "reserved", "collection": shelf.pk}
    client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting]),
        {f"uploaded-image-{waiting}-{name}": value for name, value in words.items()},
    )
    stored = Image.objects.get()
    assert stored.has_strip
    assert stored.look


def test_pictures_stored_before_are_searched_by_a_command(framed):
    Image.objects.update(strip_bottom=0)
    call_command("note_looks", strips=True, verbosity=0)
    framed.refresh_from_db()
    assert framed.has_strip
