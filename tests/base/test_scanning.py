"""The byte reader that checks what is stored; it shares no code with the scrubber."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from content.base.scanning import findings_in
from tests.base.pictures import camera_files, exif, picture_bytes, srgb_profile

DEMO_MEDIA = Path(settings.BASE_DIR) / "content/demo/media"
STATIC = Path(settings.BASE_DIR) / "static"


def plain(image_format: str, **options) -> bytes:
    encoded = BytesIO()
    PillowImage.new("RGB", (40, 30), "teal").save(encoded, image_format, **options)
    return encoded.getvalue()


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_plain_pixels_raise_nothing(image_format):
    assert findings_in(plain(image_format)) == []


@pytest.mark.parametrize(
    ("image_format", "options", "finding"),
    [
        ("JPEG", {"exif": exif()}, "APP1 segment"),
        ("JPEG", {"icc_profile": srgb_profile()}, "APP2 segment"),
        ("JPEG", {"comment": "1 ATTEMPT"}, "comment"),
        ("JPEG", {"xmp": b"<x:xmpmeta/>"}, "APP1 segment"),
        ("PNG", {"exif": exif()}, "eXIf chunk"),
        ("PNG", {"icc_profile": srgb_profile()}, "iCCP chunk"),
        ("WEBP", {"exif": exif()}, "EXIF chunk"),
        ("WEBP", {"xmp": b"<x:xmpmeta/>"}, "XMP chunk"),
        ("WEBP", {"icc_profile": srgb_profile()}, "ICCP chunk"),
        ("AVIF", {"exif": exif()}, "Exif item"),
        ("AVIF", {"xmp": b"<x:xmpmeta/>"}, "mime item"),
        ("AVIF", {"icc_profile": srgb_profile()}, "ICC profile"),
    ],
)
def test_each_kind_of_metadata_is_found(image_format, options, finding):
    assert finding in findings_in(plain(image_format, **options))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_bytes_behind_the_picture_are_found(image_format):
    assert "bytes after the image" in findings_in(plain(image_format) + b"secret")


@pytest.mark.parametrize("image_format", ["GIF", "TIFF", "BMP"])
def test_a_format_that_no_reader_knows_is_not_called_clean(image_format):
    assert findings_in(plain(image_format)) == ["unknown format"]


@pytest.mark.parametrize("text", [b"date;frames\n2026-01;3\n", "Дата\n".encode(), b""])
def test_plain_text_raises_nothing(text):
    assert findings_in(text) == []


def test_the_pictures_of_an_icon_are_read():
    noted = PngInfo()
    noted.add_text("Author", "A. Keeper")
    picture = plain("PNG", pnginfo=noted)
    head = b"\x00\x00\x01\x00\x01\x00" + bytes(8)
    head += len(picture).to_bytes(4, "little") + (22).to_bytes(4, "little")
    assert findings_in(head + picture) == ["tEXt chunk"]
    assert findings_in(head + picture + b"secret") == ["bytes after the image", "tEXt chunk"]
    assert findings_in(plain("ICO", sizes=[(16, 16)])) == []


def test_a_box_behind_an_avif_is_found():
    assert "uuid box" in findings_in(plain("AVIF") + b"\x00\x00\x00\x0euuidsecret")


def test_a_picture_inside_a_picture_is_found():
    jpeg = plain("JPEG")
    assert findings_in(
        jpeg[:2] + b"\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x10\x10" + jpeg[20:]
    )


def test_camera_files_are_full_of_findings():
    if not camera_files():
        pytest.skip("the camera files of the Camtrap DP example are not here")
    assert all("APP1 segment" in findings_in(path.read_bytes()) for path in camera_files())


def test_what_is_committed_is_clean():
    paths = [
        path
        for root in (DEMO_MEDIA, STATIC)
        for path in root.rglob("*")
        if path.suffix in {".webp", ".png", ".jpg", ".jpeg", ".avif"}
    ]
    assert len(paths) > 100
    assert {
        path.name: findings_in(path.read_bytes())
        for path in paths
        if findings_in(path.read_bytes())
    } == {}


@pytest.mark.django_db
def test_the_command_passes_when_all_is_clean(capsys):
    default_storage.save("images/clean.jpg", ContentFile(plain("JPEG")))
    default_storage.save("documents/clean.txt", ContentFile(b"words"))
    call_command("scan_public_files")
    assert " 0 with findings" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["images/x.jpg", "documents/x.jpg", "wagtail_uploads/deep/x.jpg"])
def test_the_command_fails_and_names_the_file(name, capsys):
    default_storage.save(name, ContentFile(picture_bytes()))
    with pytest.raises(CommandError):
        call_command("scan_public_files")
    assert f"{name}: APP1 segment" in capsys.readouterr().out


def sheet(**changes: str) -> bytes:
    """Return a PDF as our own typesetter makes them, with changes to its information."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    told = {"Creator": "Typst 0.15.1", "Author": "大猫之乡", "Title": "Plan", **changes}
    for key, value in told.items():
        pdf.docinfo[f"/{key}"] = value
    encoded = BytesIO()
    pdf.save(encoded)
    return encoded.getvalue()


def test_our_own_lesson_sheets_may_say_title_and_site():
    assert findings_in(sheet()) == []


@pytest.mark.parametrize(
    "changes",
    [{"Author": "Anna"}, {"Creator": "Word"}, {"CreationDate": "D:20240501"}, {"Producer": "x"}],
)
def test_a_sheet_that_tells_more_is_found(changes):
    assert findings_in(sheet(**changes))
