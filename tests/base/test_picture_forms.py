"""The staff forms for pictures: cleaning, refusals that keep the words, neutral titles, waiting uploads."""

import html
import re

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from content.base.models import Image
from content.base.scanning import findings_in
from tests.base.pictures import SECRET, picture_bytes, secrets_in, upload

pytestmark = pytest.mark.django_db
ADD = "wagtailimages:add"
TERMS = {"credit": "A. Sample", "licence": "CC-BY-4.0"}
WITHOUT_WORDS = (
    "Say what can be seen, in at least one language, or tick “Only decoration”. "
    "Those who cannot see depend on it."
)


def form(content: bytes, name: str = "STATION-7_2024-05-01.jpg", **words) -> dict:
    root = Collection.get_first_root_node().pk
    return {
        "title": "",
        "licence": "CC-BY-4.0",
        "credit": "A. Sample",
        "collection": root,
        "alt_ru": "Дуб осенью",
        "file": upload(content, name),
        **words,
    }


def stored(image: Image) -> bytes:
    with image.open_file() as file:
        return file.read()


def test_an_upload_is_stored_clean_under_a_random_name(staff_client):
    staff_client.post(reverse(ADD), form(picture_bytes(), alt_en="A leopard"))
    image = Image.objects.get()
    assert re.fullmatch(r"images/[0-9a-f]{32}\.jpg", image.file.name)
    assert (findings_in(stored(image)), secrets_in(stored(image), (SECRET,))) == ([], [])
    assert (image.alt_en, image.licence) == ("A leopard", "CC-BY-4.0")
    assert (image.width, image.height, image.file_size) == (60, 40, len(stored(image)))


@pytest.mark.parametrize(
    "title", ["", "STATION-7_2024-05-01", "station 7 2024 05 01", "STATION-7_2024-05-01.jpg"]
)
def test_a_title_is_never_the_name_of_the_file(staff_client, title):
    staff_client.post(reverse(ADD), form(picture_bytes(), title=title))
    with translation.override("ru"):
        neutral = translation.gettext("Picture %(mark)s").split("%")[0]
    assert re.fullmatch(rf"{neutral}[0-9a-f]{{6}}", Image.objects.get().title)


def test_a_title_of_ones_own_is_kept(staff_client):
    staff_client.post(reverse(ADD), form(picture_bytes(), title="Autumn oak"))
    assert Image.objects.get().title == "Autumn oak"


def test_the_form_does_not_copy_the_name_by_script(staff_client):
    page = staff_client.get(reverse(ADD)).content.decode()
    assert "wagtail:images-upload" not in page
    assert "js/staff/neutral_titles.js" in page


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_a_refusal_keeps_the_words_and_is_in_the_language_of_the_user(staff_client, code):
    UserProfile.objects.update(preferred_language=code)
    response = staff_client.post(
        reverse(ADD), form(picture_bytes("PNG"), title="Autumn oak", alt_en="An oak \x00")
    )
    with translation.override(code):
        reason = translation.gettext(
            "The name ends in .%(extension)s, but the file is a %(kind)s picture."
        ) % {"extension": "jpg", "kind": "PNG"}
    assert response.context["form"].errors["file"] == [reason]
    assert 'value="Autumn oak"' in response.content.decode()
    assert not Image.objects.exists()


def test_many_at_once_are_clean_and_neutral(staff_client):
    response = send_several(staff_client, title="STATION-7_2024-05-01")
    assert response["success"] is True
    assert "STATION" not in response["form"]
    words = {"title": "", "alt_en": "An oak in autumn"}
    assert store_waiting(staff_client, response, **words)["success"] is True
    image = Image.objects.get()
    assert "STATION" not in image.title
    assert findings_in(stored(image)) == []


def send_several(client, **words) -> dict:
    """Send one of several pictures the way the screen for many does."""
    data = {"collection": Collection.get_first_root_node().pk, "files[]": upload(picture_bytes())}
    address = reverse("wagtailimages:add_multiple")
    return client.post(address, data | words, headers={"x-requested-with": "XMLHttpRequest"}).json()


def store_waiting(client, sent: dict, **words) -> dict:
    """Hand in the words of a picture that waits for them."""
    number = sent["uploaded_file_id"]
    data = {"collection": Collection.get_first_root_node().pk, **TERMS, **words}
    return client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number]),
        {f"uploaded-image-{number}-{name}": value for name, value in data.items()},
    ).json()


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_many_at_once_are_not_stored_before_they_have_words(staff_client, code):
    UserProfile.objects.update(preferred_language=code)
    sent = send_several(staff_client)
    with translation.override(code):
        assert translation.gettext("Not stored yet.") in sent["form"]
        reason = translation.gettext(WITHOUT_WORDS)
    refused = store_waiting(staff_client, sent, title="An oak")
    assert refused["success"] is False
    assert (reason in html.unescape(refused["form"]), Image.objects.count()) == (True, 0)
    assert store_waiting(staff_client, sent, is_decorative="on")["success"] is True
    assert Image.objects.get().is_decorative


def test_many_at_once_say_why_one_is_refused(staff_client):
    response = staff_client.post(
        reverse("wagtailimages:add_multiple"),
        {"collection": Collection.get_first_root_node().pk, "files[]": upload(b"no picture here")},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    with translation.override("ru"):
        reason = translation.gettext(
            "This file is not a picture. Send a JPEG, PNG, WebP, AVIF or HEIC picture."
        )
    assert response.json() == {"success": False, "error_message": reason}


def test_a_file_that_waits_for_its_words_waits_clean(staff_client):
    """A collection that is gone makes Wagtail keep the file apart until the form is right."""
    Collection.get_first_root_node().add_child(name="Second")
    response = staff_client.post(
        reverse("wagtailimages:add_multiple"),
        {"collection": 9999, "files[]": upload(picture_bytes())},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    waiting = UploadedFile.objects.get()
    assert "STATION" not in waiting.file.name
    assert "STATION" not in response.json()["form"]
    assert findings_in(waiting.file.read()) == []


def test_a_replaced_file_takes_its_old_sizes_along(
    staff_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(reverse(ADD), form(picture_bytes(size=(900, 600))))
    image = Image.objects.get()
    old = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert all(default_storage.exists(name) for name in old)
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            form(picture_bytes("PNG", size=(500, 500)), "other.png", title="Other"),
        )
    image.refresh_from_db()
    new = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert (image.width, image.height) == (500, 500)
    assert not set(old) & set(new)
    assert [default_storage.exists(name) for name in old] == [False] * len(old)
    assert sorted(image.renditions.values_list("filter_spec", flat=True)) == [
        "width-400|format-avif",
        "width-400|format-webp",
        "width-500|format-avif",
        "width-500|format-jpeg",
        "width-500|format-webp",
    ]


def test_words_may_change_without_the_file(staff_client):
    staff_client.post(reverse(ADD), form(picture_bytes()))
    image = Image.objects.get()
    data = form(b"", title="New words")
    del data["file"]
    staff_client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    assert Image.objects.get().title == "New words"
    assert Image.objects.get().file.name == image.file.name


def test_a_save_from_code_is_clean_too(db):
    image = Image(title="x", file=upload(picture_bytes("PNG"), "STATION-7.png"))
    image.save()
    assert findings_in(stored(image)) == []
    assert "STATION" not in image.file.name


NO_CREDIT = "Say whose picture this is: a person or an organisation, as it is to stand beneath it."
NO_LICENCE = "Choose how others may use the picture."


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
@pytest.mark.parametrize(("lacking", "reason"), [("credit", NO_CREDIT), ("licence", NO_LICENCE)])
def test_a_new_picture_needs_credit_and_licence(staff_client, code, lacking, reason):
    UserProfile.objects.update(preferred_language=code)
    with translation.override(code):
        told = translation.gettext(reason)
    refused = staff_client.post(reverse(ADD), form(picture_bytes(), **{lacking: ""}))
    assert told in html.unescape(refused.content.decode())
    sent = send_several(staff_client)
    refused = store_waiting(staff_client, sent, is_decorative="on", **{lacking: ""})
    assert (refused["success"], told in html.unescape(refused["form"])) == (False, True)
    assert Image.objects.count() == 0


def test_a_picture_of_old_without_credit_may_have_its_words_changed(staff_client):
    staff_client.post(reverse(ADD), form(picture_bytes()))
    image = Image.objects.get()
    address = reverse("wagtailimages:edit", args=[image.pk])
    words = {"collection": image.collection_id, "alt_ru": "Дуб", "title": "Дуб", **TERMS}
    assert staff_client.post(address, words | {"credit": ""}).status_code == 200  # not taken away
    Image.objects.update(credit="")
    assert staff_client.post(address, words | {"credit": ""}).status_code == 302
