"""Vectors 1–7: files built to leak in every known way, through the one door, and every byte that comes out."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags, PngImagePlugin
from PIL import Image as PillowImage

from content.base.models import Image
from content.base.scanning import findings_in
from content.base.scrubbing import NotAPictureError, scrub_picture
from content.base.scrubbing.videos import scrub_video
from content.base.strips import cut_strips
from tests.base.films import SECRETS as FILM_SECRETS
from tests.base.films import film_bytes
from tests.base.pictures import upload
from tests.cameratraps.leaks.searching import secrets_in

SECRET = "Q7-SPRING-4711"
SPECS = ("max-165x165", "fill-60x40", "width-320|format-jpeg", "width-320|format-png", "original")


def pixels(size=(640, 480)) -> PillowImage.Image:
    return PillowImage.linear_gradient("L").resize(size).convert("RGB")


def saved(kind: str, **options) -> bytes:
    file = BytesIO()
    pixels().save(file, kind, **options)
    return file.getvalue()


def exif(ifd: int | None = None, **tags) -> PillowImage.Exif:
    made = PillowImage.Exif()
    target = made.get_ifd(ifd) if ifd else made
    for name, value in tags.items():
        target[getattr(ExifTags.GPS if ifd == ExifTags.IFD.GPSInfo else ExifTags.Base, name)] = (
            value
        )
    return made


def position() -> PillowImage.Exif:
    made = exif(
        ExifTags.IFD.GPSInfo, GPSLatitudeRef="N", GPSLongitudeRef="E", GPSAreaInformation=SECRET
    )
    made[ExifTags.Base.Make] = "RECONYX"  # Pillow leaves out of some formats what has no first tag
    made.get_ifd(ExifTags.IFD.GPSInfo).update({2: (43.0, 13.0, 2.3), 4: (131.0, 20.0, 20.7)})
    return made


def segment(marker: int, content: bytes) -> bytes:
    """Return a JPEG with one more segment behind its beginning."""
    jpeg = saved("JPEG")
    return (
        jpeg[:2]
        + bytes((0xFF, marker))
        + (len(content) + 2).to_bytes(2, "big")
        + content
        + jpeg[2:]
    )


def thumbnail() -> bytes:
    small = BytesIO()
    PillowImage.new("RGB", (32, 24), "red").save(small, "JPEG", comment=SECRET)
    return segment(0xE1, b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00" + small.getvalue())


def texts() -> PngImagePlugin.PngInfo:
    made = PngImagePlugin.PngInfo()
    made.add_text("Comment", SECRET)
    made.add_itxt("XML:com.adobe.xmp", SECRET, zip=True)
    return made


def riff_chunk(name: bytes, content: bytes) -> bytes:
    webp = saved("WEBP")
    body = (
        webp[12:]
        + name
        + len(content).to_bytes(4, "little")
        + content
        + b"\x00" * (len(content) % 2)
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


UTF16 = SECRET.encode("utf-16-le")
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
BUILT: dict[str, Callable[[], bytes]] = {
    "1 position in a JPEG": lambda: saved("JPEG", exif=position()),
    "1 position in a PNG": lambda: saved("PNG", exif=position()),
    "1 position in a WebP": lambda: saved("WEBP", exif=position()),
    "1 position in an AVIF": lambda: saved("AVIF", exif=position()),
    "1 position in a HEIC": lambda: saved("HEIF", exif=position()),
    "2 maker note, serial in ASCII": lambda: saved(
        "JPEG", exif=exif(ExifTags.IFD.Exif, MakerNote=b"RECONYX\x00" + SECRET.encode())
    ),
    "2 maker note, label in UTF-16": lambda: saved("JPEG", exif=exif(ExifTags.IFD.Exif, MakerNote=UTF16)),
    "2 temperature and moon in a vendor's segment": lambda: segment(0xE9, b"MOON" + SECRET.encode()),
    "3 comment": lambda: saved("JPEG", comment=SECRET),
    "3 user comment": lambda: saved("JPEG", exif=exif(ExifTags.IFD.Exif, UserComment=UTF16)),
    "3 description and artist": lambda: saved("JPEG", exif=exif(ImageDescription=SECRET, Artist=SECRET)),
    "3 XMP": lambda: saved("JPEG", xmp=XMP),
    "3 XMP in a WebP": lambda: saved("WEBP", xmp=XMP),
    "3 IPTC": lambda: segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x10" + SECRET.encode()),
    "4 thumbnail of the whole picture": thumbnail,
    "4 thumbnail in JFIF": lambda: segment(0xE0, b"JFXX\x00\x10" + thumbnail()[20:]),
    "5 second picture behind the first": lambda: saved("JPEG") + saved("JPEG", comment=SECRET),
    "5 archive behind the picture": lambda: saved("JPEG") + b"PK\x03\x04" + SECRET.encode(),
    "5 second picture by MPF": lambda: segment(0xE2, b"MPF\x00" + SECRET.encode()) + saved("JPEG", comment=SECRET),
    "5 texts of a PNG": lambda: saved("PNG", pnginfo=texts()),
    "5 bytes behind a PNG": lambda: saved("PNG") + SECRET.encode(),
    "5 a chunk of its own in a WebP": lambda: riff_chunk(b"STAT", SECRET.encode()),
    "5 comment of a GIF": lambda: saved("GIF", comment=SECRET.encode()),
    "5 colour profile that names the camera": lambda: segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + SECRET.encode()),
}  # fmt: skip


def tells(data: bytes) -> bool:
    """Say whether a file holds the secret or anything else but pixels."""
    return bool(secrets_in(data, [SECRET]) or findings_in(data))


@pytest.mark.parametrize("vector", BUILT)
def test_a_file_that_leaks_comes_out_as_pixels_alone(vector):
    given = BUILT[vector]()
    assert tells(given), "this file leaks nothing: the test proves nothing"
    try:
        clean = scrub_picture(upload(given))
    except NotAPictureError:
        return  # a file that cannot be read is refused, which leaks nothing either
    content = clean.read()
    assert not tells(content)
    assert SECRET not in clean.name
    with PillowImage.open(BytesIO(content)) as picture:
        assert picture.size == (640, 480)


@pytest.mark.parametrize("vector", ["1 position in a JPEG", "5 second picture behind the first"])
def test_no_size_made_of_it_leaks_either(vector, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.create(title="x", file=upload(BUILT[vector](), f"{SECRET}.jpg"))
    for spec in SPECS:
        image.get_rendition(spec)
    names = default_storage.listdir("images")[1]
    assert len(names) > len(SPECS)
    for name in names:
        assert SECRET.lower() not in name.lower()
        assert not tells(default_storage.open(f"images/{name}").read()), name


def test_5_a_film_keeps_no_place_no_camera_and_no_voice():
    given = film_bytes()
    assert [one for one in FILM_SECRETS if one in given]
    content = scrub_video(upload(given, "STATION-7.mp4"), keeps_sound=False).read()
    assert ([one for one in FILM_SECRETS if one in content], findings_in(content)) == ([], [])
    assert b"soun" not in content


def test_6_what_a_camera_wrote_into_the_picture_is_in_no_size_of_it(
    db, django_capture_on_commit_callbacks
):
    """A strip in a colour that the forest does not have: after the cut no stored file holds it."""
    drawn = pixels((800, 600))
    drawn.paste((255, 0, 255), (0, 560, 800, 600))
    file = BytesIO()
    drawn.save(file, "PNG")
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.create(title="x", file=upload(file.getvalue(), "x.png"))
    assert any(holds_magenta(data) for data in stored())
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.filter(pk=image.pk).update(strip_bottom=42)  # as a person would set it
        cut_strips(image, None)
    image.refresh_from_db()
    image.get_rendition("max-165x165")
    assert stored()
    assert not [data for data in stored() if holds_magenta(data)]


def stored() -> list[bytes]:
    return [
        default_storage.open(f"images/{name}").read()
        for name in default_storage.listdir("images")[1]
    ]


def holds_magenta(data: bytes) -> bool:
    with PillowImage.open(BytesIO(data)) as picture:
        small = picture.convert("RGB").resize((80, 60), PillowImage.Resampling.BOX)
    return any(red > 180 and green < 90 and blue > 180 for red, green, blue in small.getdata())


def test_7_a_name_that_was_sent_is_in_no_header_and_no_title(
    client, db, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image(
            title="x", file=upload(saved("JPEG"), f"{SECRET}__2026-04-10__23-30-00(1).JPG")
        )
        image.save()
    answer = client.get(f"/media/{image.file.name}")
    headers = repr(dict(answer.headers)).encode()
    assert answer.status_code == 200
    assert secrets_in(headers + repr(vars(image)).encode(), [SECRET, "2026-04-10", "(1)"]) == []
    assert not {"ETag", "Last-Modified"} & set(answer.headers)
