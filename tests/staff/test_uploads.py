"""Several pictures uploaded at once."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, UploadedFile

from staff.roles import OWN_SHELF
from tests.staff.factories import make_staff


@pytest.fixture
def shelf(staffed, client) -> Collection:
    """The shelf of a Chinese editor, who has signed in."""
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    return Collection.objects.get(name=OWN_SHELF["CN"])


def picture(colour: str):
    file = get_test_image_file(filename="IMG_0001.png", colour=colour, size=(640, 480))
    file.seek(0)
    return file


@pytest.fixture
def upload(shelf, client):
    """Send a picture of one colour on the screen for several; return Wagtail's answer."""

    def send(colour: str) -> dict:
        data = {"title": "", "files[]": picture(colour), "collection": shelf.pk}
        return client.post(reverse("wagtailimages:add_multiple"), data).json()

    return send


def test_picture_not_stored_before_is_no_duplicate(upload, shelf, client):
    store(client, shelf, "red")
    assert upload("green")["duplicate"] is False


def test_picture_stored_before_is_told_as_a_duplicate(upload, shelf, client):
    store(client, shelf, "red")
    answer = upload("red")
    assert answer["duplicate"] is True
    waiting = UploadedFile.objects.get()
    drop = reverse("wagtailimages:delete_upload_multiple", args=[waiting.pk])
    assert drop in answer["confirm_duplicate_upload"]
    client.post(drop)
    assert (UploadedFile.objects.count(), get_image_model().objects.count()) == (0, 1)


def store(client, shelf: Collection, colour: str) -> None:
    data = {"file": picture(colour), "collection": shelf.pk, "alt_zh_hans": "一片红色"}
    data |= {"credit": "中方", "licence": "reserved"}
    client.post(reverse("wagtailimages:add"), data)
