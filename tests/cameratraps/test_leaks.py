"""Real files of a trail camera through every door: no byte of camera, place or time comes out anywhere."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Collection

from content.base.models import Image
from content.base.scanning import findings_in
from content.base.scrubbing import ScrubbedPicture
from content.cameratraps.models import Media, Release
from tests.base.pictures import camera_files, picture_bytes, secrets_in, upload
from tests.cameratraps.factories import PAST, make_event, make_gallery

pytestmark = pytest.mark.django_db
# Wagtail's own thumbnails, and every format a template could ask for.
SPECS = ("max-165x165", "max-800x600", "fill-60x40", "width-320|format-jpeg", "width-320|format-png",
         "width-320|format-webp", "width-320|format-avif", "original")  # fmt: skip


@pytest.fixture
def camera_file():
    if not camera_files():
        pytest.skip("the camera files of the Camtrap DP example are not here")
    return camera_files()[0]


def everything_stored() -> dict[str, bytes]:
    names = [f"images/{name}" for name in default_storage.listdir("images")[1]]
    return {name: default_storage.open(name).read() for name in names}


def send(client, path) -> Image:
    client.post(
        reverse("wagtailimages:add"),
        {
            "title": path.stem,
            "credit": "A. Sample",
            "alt_en": "A picture of a trail camera",
            "licence": "CC-BY-4.0",
            "collection": Collection.get_first_root_node().pk,
            "file": upload(path.read_bytes(), path.name.lower()),
        },
    )
    return Image.objects.get()


def test_a_camera_file_leaves_nothing_in_what_is_stored_shown_or_downloaded(
    staff_client, camera_file, home_pages, sides, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = send(staff_client, camera_file)
    for spec in SPECS:
        image.get_rendition(spec)
    event = make_event(frames=0, released=False)
    Media.objects.create(event=event, image=image, file_public=True)
    for side in ("RU", "CN"):
        Release.objects.create(event=event, side_id=side, embargo_until=PAST)
    page = make_gallery(home_pages, event)["en"]
    stored = everything_stored()
    assert len(stored) > len(SPECS)
    assert {name for name, data in stored.items() if secrets_in(data) or findings_in(data)} == set()
    assert camera_file.stem.lower() not in " ".join([*stored, image.title]).lower()

    download = staff_client.get(f"{page.url}{event.code}/1/download/")
    content = download.getvalue()
    assert content[:3] == b"\xff\xd8\xff"
    assert (secrets_in(content), findings_in(content)) == ([], [])
    assert download.headers["Content-Disposition"] == (
        'attachment; filename="land-of-big-cats-amur-leopard-1.jpg"'
    )
    assert not {"Last-Modified", "ETag"} & set(download.headers)
    for address in ("/en/galleries/", page.url, f"{page.url}{event.code}/1/"):
        assert secrets_in(staff_client.get(address).content) == []
    call_command("scan_public_files")


def test_a_picture_is_served_without_the_time_it_came_in(
    client, home_pages, sides, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image(title="x", file=upload(picture_bytes()))
        image.save()
    response = client.get(f"/media/{image.file.name}")
    assert response.status_code == 200
    assert not {"Last-Modified", "ETag"} & set(response.headers)


def test_the_checks_fail_when_the_scrub_is_switched_off(
    staff_client, camera_file, monkeypatch, settings, django_capture_on_commit_callbacks
):
    """The proof that the tests above can fail."""

    def let_through(source):
        source.seek(0)
        return ScrubbedPicture(source.read(), "jpg", PillowImage.new("RGB", (1, 1)), [])

    monkeypatch.setattr("content.base.forms.scrub_picture", let_through)
    send(staff_client, camera_file)
    stored = everything_stored()
    assert all(secrets_in(data) for data in stored.values())
    assert all(findings_in(data) for data in stored.values())
