"""Several pictures uploaded at once."""

import pytest
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from staff.roles import OWN_SHELF
from tests.staff.factories import make_staff


@pytest.fixture
def upload(staffed, client):
    """Upload a picture of one colour as a Chinese editor; return Wagtail's answer."""
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    shelf = Collection.objects.get(name=OWN_SHELF["CN"])

    def send(colour: str) -> dict:
        file = get_test_image_file(filename="IMG_0001.png", colour=colour, size=(640, 480))
        file.seek(0)
        data = {"title": "", "files[]": file, "collection": shelf.pk}
        return client.post(reverse("wagtailimages:add_multiple"), data).json()

    return send


def test_different_pictures_are_no_duplicates(upload):
    assert [upload(colour).get("duplicate") for colour in ("red", "green")] == [False, False]


def test_picture_uploaded_twice_is_told_as_a_duplicate(upload):
    assert [upload("red").get("duplicate") for _ in range(2)] == [False, True]
