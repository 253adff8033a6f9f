"""What is sent a second time is told before it is stored; a new picture comes with credit and licence."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage
from PIL import ImageDraw, ImageEnhance
from wagtail.models import Collection, UploadedFile

from content.base.likeness import look_of, nearest
from content.base.models import Document, Image
from staff.roles import OWN_SHELF, SHARED_SHELF
from tests.staff.factories import make_staff

TERMS = {"credit": "А. Образцов", "licence": "reserved"}


def scene(seed: int = 0, size=(640, 480)) -> PillowImage.Image:
    """Draw a picture that has light and shade; another seed is another picture."""
    picture = PillowImage.new("RGB", (640, 480), (200, 190, 170))
    pen = ImageDraw.Draw(picture)
    for number in range(12):
        x, y = (number * 97 + seed * 131) % 600, (number * 61 + seed * 173) % 440
        shade = (number * 47 + seed * 59) % 200
        pen.rectangle([x, y, x + 110, y + 90], fill=(shade, shade // 2, 255 - shade))
    return picture.resize(size)


def upload(picture: PillowImage.Image, name: str = "a.jpg", **options) -> SimpleUploadedFile:
    encoded = BytesIO()
    picture.save(encoded, "JPEG", **options)
    return SimpleUploadedFile(name, encoded.getvalue())


@pytest.fixture
def shelf(staffed, client) -> Collection:
    client.force_login(make_staff("editor", "RU", "ru"))
    return Collection.objects.get(name=OWN_SHELF["RU"])


def send(client, shelf: Collection, picture, address: str = "wagtailimages:add", **words):
    data = {"file": picture, "collection": shelf.pk, "alt_ru": "Дуб осенью", **TERMS, **words}
    return client.post(reverse(address), data)


def test_looks_of_one_picture_are_near_and_of_two_are_far():
    first = scene()
    changed = (
        first.resize((320, 240)),
        ImageEnhance.Brightness(first).enhance(1.15),
        PillowImage.open(BytesIO(upload(first, quality=30).read())),
    )
    known = [(1, look_of(first)), (2, look_of(scene(3)))]
    assert [nearest(look_of(one), known) for one in changed] == [1, 1, 1]
    assert nearest(look_of(scene(5)), known) is None
    assert look_of(PillowImage.new("RGB", (60, 40), "red")) == ""


def test_same_picture_is_told_before_it_is_stored(shelf, client):
    send(client, shelf, upload(scene()))
    kept = Image.objects.get()
    answer = send(client, shelf, upload(scene()), title="Дуб")
    assert Image.objects.count() == 1
    told = answer.content.decode()
    assert reverse("wagtailimages:edit", args=[kept.pk]) in told
    assert 'value="Дуб"' in told
    assert 'type="checkbox" name="store_anyway"' in told
    send(client, shelf, upload(scene()), store_anyway="on")
    assert Image.objects.count() == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "It looks very much like"),
        ("ru", "Оно очень похоже на"),
        ("zh-hans", "非常相似"),
    ],
)
def test_a_smaller_copy_is_told_in_the_readers_language(staffed, client, language, words):
    client.force_login(make_staff("editor", "RU", language))
    shelf = Collection.objects.get(name=OWN_SHELF["RU"])
    send(client, shelf, upload(scene()))
    assert words in send(client, shelf, upload(scene(size=(320, 240)))).content.decode()
    assert Image.objects.count() == 1
    send(client, shelf, upload(scene(3)))
    assert Image.objects.count() == 2


def test_a_title_cannot_smuggle_tags_into_the_note(shelf, client):
    send(client, shelf, upload(scene()), title="<script>alert(1)</script>%(link)s{}")
    told = send(client, shelf, upload(scene())).content.decode()
    assert "<script>alert(1)" not in told
    assert Image.objects.count() == 1


def test_a_picture_may_be_changed_without_being_told_of_itself(shelf, client):
    send(client, shelf, upload(scene()))
    image = Image.objects.get()
    data = {"file": upload(scene()), "collection": shelf.pk, "alt_ru": "Дуб", "title": "Новое"}
    data |= TERMS
    client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    image.refresh_from_db()
    assert image.title == "Новое"


def test_several_at_once_are_told_of_what_looks_alike(shelf, client):
    send(client, shelf, upload(scene()))
    data = {"title": "", "files[]": upload(scene(size=(320, 240))), "collection": shelf.pk}
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    assert (answer["duplicate"], UploadedFile.objects.count()) == (True, 1)


def test_chooser_asks_once_and_not_again(shelf, client):
    send(client, shelf, upload(scene()))
    address = reverse("wagtailimages_chooser:create")
    data = {"collection": shelf.pk, "alt_ru": "Дуб осенью", "title": "Дуб", **TERMS}

    def post(**more):
        fields = {f"image-chooser-upload-{name}": one for name, one in {**data, **more}.items()}
        return client.post(address, fields).json()

    assert post(file=upload(scene()))["step"] == "reshow_creation_form"
    assert post(file=upload(scene()), store_anyway="on")["step"] == "chosen"
    assert Image.objects.count() == 2


def test_same_file_is_told_before_it_is_stored(shelf, client):
    def post(**more):
        file = SimpleUploadedFile("plan.txt", "План урока".encode())
        data = {"title": "План", "file": file, "collection": shelf.pk, **more}
        return client.post(reverse("wagtaildocs:add"), data)

    post()
    told = post().content.decode()
    kept = Document.objects.get()
    assert reverse("wagtaildocs:edit", args=[kept.pk]) in told
    post(store_anyway="on")
    assert Document.objects.count() == 2


def test_a_new_picture_is_credited_as_this_person_did_last(staffed, client, sides):
    sides["RU"].organisation_ru = "Земля леопарда"
    sides["RU"].save()
    user = make_staff("editor", "RU", "ru")
    client.force_login(user)
    form = client.get(reverse("wagtailimages:add")).context["form"]
    assert form.initial["credit"] == "Земля леопарда"
    shelf = Collection.objects.get(name=SHARED_SHELF)
    send(client, shelf, upload(scene()), credit="И. Образцова", licence="CC-BY-4.0")
    form = client.get(reverse("wagtailimages:add")).context["form"]
    assert (form.initial["credit"], form.initial["licence"]) == ("И. Образцова", "CC-BY-4.0")
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    form = client.get(reverse("wagtailimages:add")).context["form"]
    assert "Образцова" not in form.initial.get("credit", "")
