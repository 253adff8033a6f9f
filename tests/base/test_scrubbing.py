"""Only upright sRGB pixels pass; everything else stays outside, and refusals say why."""

from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image as PillowImage
from PIL import PngImagePlugin

from content.base.scanning import findings_in
from content.base.scrubbing import NotAPictureError, scrub_picture
from tests.base.pictures import SECRET, camera_files, picture_bytes, secrets_in, upload


def opened(clean) -> PillowImage.Image:
    return PillowImage.open(BytesIO(clean.read()))


@pytest.mark.parametrize(
    ("image_format", "extension"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("HEIF", "heic")],
)
def test_every_format_loses_all_its_metadata(image_format, extension):
    dirty = picture_bytes(image_format)
    assert findings_in(dirty)
    clean = scrub_picture(upload(dirty, f"IMG_1234.{extension}"))
    content = clean.read()
    assert findings_in(content) == []
    assert secrets_in(content, (SECRET, "IMG_1234")) == []
    assert "1234" not in clean.name


@pytest.mark.parametrize(
    ("mode", "image_format", "colour"),
    [
        ("CMYK", "JPEG", None),
        ("L", "PNG", (120, 120, 120)),
        ("I;16", "PNG", (117, 117, 117)),  # 30000 of 65535: not cut off at 255
        ("1", "PNG", (255, 255, 255)),
        ("RGBA", "PNG", (200, 60, 30)),
        ("LA", "PNG", (120, 120, 120)),
    ],
)
def test_every_mode_becomes_plain_pixels(mode, image_format, colour):
    options = {"icc_profile": None} if mode != "RGBA" else {}
    extension = "jpg" if image_format == "JPEG" else "png"
    picture = opened(
        scrub_picture(upload(picture_bytes(image_format, mode, **options), f"x.{extension}"))
    )
    assert picture.mode in ("RGB", "RGBA")
    assert ("A" in picture.mode) == ("A" in mode)
    if colour:
        seen = picture.convert("RGB").getpixel((30, 20))
        assert max(abs(one - other) for one, other in zip(seen, colour, strict=True)) < 8


def test_palette_with_transparency_keeps_it():
    source = PillowImage.new("P", (40, 40), 1)
    source.putpalette([0, 0, 0, 250, 10, 20])
    encoded = BytesIO()
    source.save(encoded, "PNG", transparency=1)
    assert opened(scrub_picture(upload(encoded.getvalue(), "x.png"))).getpixel((5, 5))[3] == 0


def test_a_turned_picture_is_stored_upright():
    turned = PillowImage.Exif()
    turned[0x0112] = 6
    clean = scrub_picture(upload(picture_bytes(size=(60, 40), exif=turned)))
    assert clean.dimensions == opened(clean).size == (40, 60)


def test_telephone_picture_is_turned_once_only():
    turned = PillowImage.Exif()
    turned[0x0112] = 6
    dirty = picture_bytes("HEIF", size=(60, 40), exif=turned.tobytes())
    clean = scrub_picture(upload(dirty, "x.heic"))
    assert clean.dimensions == opened(clean).size == (40, 60)


def test_still_gif_is_taken_as_the_drawing_it_is():
    encoded = BytesIO()
    PillowImage.new("P", (40, 30), 1).save(encoded, "GIF", comment=SECRET.encode())
    content = scrub_picture(upload(encoded.getvalue(), "x.gif")).read()
    assert secrets_in(content, (SECRET,)) == []
    assert PillowImage.open(BytesIO(content)).format == "WEBP"


def test_damaged_exif_and_profile_do_not_refuse_good_pixels():
    dirty = picture_bytes(
        icc_profile=b"no profile at all", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff"
    )
    assert findings_in(scrub_picture(upload(dirty)).read()) == []


def test_a_second_picture_behind_the_first_is_dropped():
    first, second = (
        PillowImage.new("RGB", (40, 30), "red"),
        PillowImage.new("RGB", (40, 30), "blue"),
    )
    encoded = BytesIO()
    first.save(encoded, "MPO", save_all=True, append_images=[second])
    clean = scrub_picture(upload(encoded.getvalue() + b"trailing " + SECRET.encode())).read()
    assert findings_in(clean) == []
    assert clean.count(b"\xff\xd8\xff") == 1


def moving(image_format: str) -> bytes:
    frames = [PillowImage.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    encoded = BytesIO()
    frames[0].save(encoded, image_format, save_all=True, append_images=frames[1:])
    return encoded.getvalue()


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 40
REFUSED = {
    "named otherwise": (HEIC, "x.jpg", "HEIC"),
    "only the start of a heic": (HEIC, "x.heic", "damaged"),
    "half a heic": (picture_bytes("HEIF", size=(400, 300))[:-90], "x.heic", "damaged"),
    "moving gif": (moving("GIF"), "x.gif", "moves"),
    "tiff": (picture_bytes("TIFF", xmp=None), "x.tif", "This is a TIFF file"),
    "text": (b"just words, and more of them", "x.jpg", "is not a picture"),
    "empty": (b"", "x.jpg", "is not a picture"),
    "script": (b"<svg onload=alert(1)>", "x.png", "is not a picture"),
    "program": (b"MZ" + b"\x00" * 100, "x.jpg", "PROGRAM"),
    "false name": (picture_bytes("PNG"), "x.jpg", "ends in .jpg, but the file is a PNG"),
    "strange name": (picture_bytes("JPEG"), "x.exe", "ends in .exe"),
    "moving png": (moving("PNG"), "x.png", "moves"),
    "moving webp": (moving("WEBP"), "x.webp", "moves"),
    "moving avif": (moving("AVIF"), "x.avif", "moves"),
    "half a jpeg": (picture_bytes(size=(400, 300))[:-900], "x.jpg", "damaged"),
    "half a png": (picture_bytes("PNG", size=(400, 300))[:-60], "x.png", "damaged"),
    "half a webp": (picture_bytes("WEBP", size=(400, 300))[:300], "x.webp", "damaged"),
    "half an avif": (picture_bytes("AVIF", size=(400, 300))[:-90], "x.avif", "damaged"),
    "only a start": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 30, "x.jpg", "damaged"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_whole_still_picture_is_refused_with_the_reason(case):
    content, name, reason = REFUSED[case]
    with translation.override("en"), pytest.raises(NotAPictureError) as refusal:
        scrub_picture(upload(content, name))
    assert reason in refusal.value.messages[0]


def test_a_bomb_is_refused_before_it_is_unpacked():
    encoded = BytesIO()
    PillowImage.new("1", (20_000, 20_000)).save(encoded, "PNG")
    with pytest.raises(NotAPictureError, match="60 million"):
        scrub_picture(upload(encoded.getvalue(), "x.png"))


def test_a_bomb_in_a_text_chunk_does_no_harm():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "A" * 80_000_000, zip=True)
    with pytest.raises(NotAPictureError, match="damaged"):
        scrub_picture(upload(_png(texts), "x.png"))


def _png(texts) -> bytes:
    encoded = BytesIO()
    PillowImage.new("RGB", (10, 10)).save(encoded, "PNG", pnginfo=texts)
    return encoded.getvalue()


def test_real_camera_files_come_out_clean():
    files = camera_files()
    if not files:
        pytest.skip("the camera files of the Camtrap DP example are not here")
    for path in files:
        dirty = path.read_bytes()
        assert secrets_in(dirty), path.name
        clean = scrub_picture(upload(dirty, path.name)).read()
        assert (secrets_in(clean), findings_in(clean)) == ([], [])
