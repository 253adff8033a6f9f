"""Pictures and files in an S3 bucket: a real server of that protocol, a private bucket, the site's own addresses."""

import re
from io import BytesIO
from zipfile import ZipFile

import boto3
import pytest
from botocore.exceptions import ClientError
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse

from bigcats.environment import refuse_half_a_bucket
from bigcats.storage import bucket_options
from content.base.models import Document, Image
from content.base.templatetags.picture_tags import picture, shared_picture
from content.schools.services import make_files
from tests.base.pictures import picture_bytes, upload
from tests.schools import factories

BUCKET = "big-cats"
KEY, SECRET = "site", "a/secret+with:signs"


@pytest.fixture(scope="module")
def server():
    """A server of the S3 protocol in this process; its address."""
    moto_server = pytest.importorskip("moto.server", reason="moto is not installed: no S3 server")
    running = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server, settings):
    """The site with its files in an empty bucket; a client that looks in from behind."""
    options = bucket_options(
        f"s3://{KEY}:a%2Fsecret%2Bwith%3Asigns@{server}/{BUCKET}?scheme=http&region=us-east-1"
    )
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "bigcats.storage.BucketStorage", "OPTIONS": options},
    }
    settings.MEDIA_ROOT = ""
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{server}",
        aws_access_key_id=KEY,
        aws_secret_access_key=SECRET,
        region_name="us-east-1",
    )
    client.create_bucket(Bucket=BUCKET)
    yield client
    for name in names_in(client):
        client.delete_object(Bucket=BUCKET, Key=name)
    client.delete_bucket(Bucket=BUCKET)


def names_in(client) -> set[str]:
    return {found["Key"] for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


def add_picture(staff_client, capture) -> Image:
    """Upload a picture in the editors' form, as a browser would."""
    with capture(execute=True):
        response = staff_client.post(
            reverse("wagtailimages:add"),
            {
                "title": "Oak",
                "collection": 1,
                "licence": "CC0-1.0",
                "credit": "A. Sample",
                "alt_en": "An oak",
                "file": upload(picture_bytes(size=(1000, 750)), "oak.jpg"),
            },
        )
    assert response.status_code == 302, response.context["form"].errors
    return Image.objects.get()


def add_document(staff_client, content: bytes = b"words") -> Document:
    response = staff_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Plan", "collection": 1, "licence": "CC0-1.0", "file": upload(content, "x.txt")},
    )
    assert response.status_code == 302, response.context["form"].errors
    return Document.objects.get()


def test_an_uploaded_picture_and_its_sizes_lie_in_the_bucket(
    bucket, staff_client, django_capture_on_commit_callbacks
):
    image = add_picture(staff_client, django_capture_on_commit_callbacks)
    sizes = set(image.renditions.values_list("file", flat=True))
    assert len(sizes) == 7
    assert names_in(bucket) == {image.file.name, *sizes}
    avif = next(name for name in sizes if name.endswith(".avif"))
    assert bucket.head_object(Bucket=BUCKET, Key=avif)["ContentType"] == "image/avif"


def test_pages_name_no_other_host_and_the_site_serves_the_bytes(
    bucket, staff_client, client, django_capture_on_commit_callbacks, settings
):
    image = add_picture(staff_client, django_capture_on_commit_callbacks)
    html = picture(image, "card")
    addresses = re.findall(r'[" ]([^" ]+) \d+w', html)
    assert len(addresses) == 6
    assert all(address.startswith("/media/images/") for address in addresses)
    assert shared_picture(image).startswith(f"{settings.SITE_URL}/media/images/")
    response = client.get(addresses[0])
    stored = image.renditions.get(file=addresses[0].removeprefix("/media/"))
    with stored.file.open("rb") as file:
        assert response.getvalue() == file.read()
    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Last-Modified" not in response


def test_the_editors_own_sizes_are_made_from_the_bucket(
    bucket, staff_client, django_capture_on_commit_callbacks
):
    image = add_picture(staff_client, django_capture_on_commit_callbacks)
    before = names_in(bucket)
    page = staff_client.get(reverse("wagtailimages:index"))
    assert f"/media/{image.file.name}".encode()[:20] in page.content
    assert len(names_in(bucket) - before) == 1


def test_a_deleted_picture_leaves_nothing_behind(
    bucket, staff_client, django_capture_on_commit_callbacks
):
    image = add_picture(staff_client, django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(reverse("wagtailimages:delete", args=[image.pk]))
    assert names_in(bucket) == set()


def test_missing_and_strange_pictures_are_not_found(bucket, client, home_pages):
    for path in ("images/none.webp", "images/..", "images/a/b.webp", "documents/x.txt"):
        assert client.get(f"/media/{path}").status_code == 404, path


def test_a_document_is_served_by_the_site_only(bucket, server, staff_client, client):
    document = add_document(staff_client)
    assert names_in(bucket) == {document.file.name}
    response = client.get(document.url)
    assert response.getvalue() == b"words"
    assert "Last-Modified" not in response
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_a_replaced_document_is_taken_out_of_the_bucket(
    bucket, staff_client, django_capture_on_commit_callbacks
):
    document = add_document(staff_client)
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {
                "title": "Plan",
                "collection": 1,
                "licence": "CC0-1.0",
                "file": upload(b"two", "y.txt"),
            },
        )
    document.refresh_from_db()
    assert names_in(bucket) == {document.file.name}
    assert document.file.read() == b"two"


def test_a_lesson_is_typeset_into_the_bucket_and_packed_from_it(bucket, client, home_pages):
    unit = factories.section(home_pages)["unit"]["en"]
    lesson = factories.lesson(unit)
    assert make_files([lesson]) == 0
    assert len(names_in(bucket)) == 3
    path = "/en/schools/cats/four-cats/whose-coat"
    assert b"".join(client.get(f"{path}/plan.pdf").streaming_content).startswith(b"%PDF-")
    packed = b"".join(client.get(f"{path}/all.zip").streaming_content)
    with ZipFile(BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert sum(name.endswith(".pdf") for name in archive.namelist()) == 3


def test_names_never_repeat(bucket):
    first = default_storage.save("images/same.txt", ContentFile(b"one"))
    second = default_storage.save("images/same.txt", ContentFile(b"two"))
    assert first != second
    assert default_storage.open(first).read() == b"one"


def test_commands_read_the_bucket(bucket, staff_client, django_capture_on_commit_callbacks, capsys):
    image = add_picture(staff_client, django_capture_on_commit_callbacks)
    image.renditions.filter(filter_spec__contains="avif").delete()
    call_command("make_renditions")
    assert capsys.readouterr().out == "3 sizes made.\n"
    call_command("scan_public_files")


def test_half_an_address_is_refused_by_name():
    with pytest.raises(
        ImproperlyConfigured, match=r"MEDIA_STORAGE_URL has no secret and no bucket"
    ):
        refuse_half_a_bucket(bucket_options("s3://key@host/"))


@pytest.mark.django_db(transaction=True)
def test_ready_asks_the_bucket(bucket, client):
    assert client.get("/readyz?format=json").status_code == 200
    for name in names_in(bucket):
        bucket.delete_object(Bucket=BUCKET, Key=name)
    bucket.delete_bucket(Bucket=BUCKET)
    assert client.get("/readyz?format=json").status_code == 500
    bucket.create_bucket(Bucket=BUCKET)


def test_a_bucket_that_is_gone_is_no_missing_picture(bucket, settings):
    options = settings.STORAGES["default"]["OPTIONS"]
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "bigcats.storage.BucketStorage",
            "OPTIONS": {**options, "bucket_name": "no-such-bucket"},
        },
    }
    with pytest.raises(ClientError):
        default_storage.save("images/x.txt", ContentFile(b"x"))


def test_the_address_of_a_bucket_is_read_whole():
    options = bucket_options(
        "s3://key:p%40ss@[::1]:9000/files?region=ru-central1&addressing=virtual"
    )
    assert (options["access_key"], options["secret_key"]) == ("key", "p@ss")
    assert (options["endpoint_url"], options["bucket_name"]) == ("https://[::1]:9000", "files")
    assert options["region_name"] == "ru-central1"
    assert options["addressing_style"] == "virtual"
    refuse_half_a_bucket(options)
