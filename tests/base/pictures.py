"""Makers of pictures full of secrets."""

from io import BytesIO
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, ImageCms, PngImagePlugin
from PIL import Image as PillowImage

SECRET = "H2RXEM06043616"
CAMERA_FILES = Path(__file__).parents[3] / "shared/camtrapdp/tdwg-example-1.0.2/media"
CAMERA_SECRETS = ("RECONYX", "HYPERFIRE", "MICA 318", "H2RXEM06043616", "G23CSDS", "2021:04:11")


def camera_files() -> list[Path]:
    return sorted(CAMERA_FILES.glob("*.JPG"))


def secrets_in(data: bytes, secrets: tuple[str, ...] = CAMERA_SECRETS) -> list[str]:
    """Return the secrets found in bytes, as ASCII or UTF-16."""
    return [
        secret
        for secret in secrets
        if any(
            secret.encode(code).lower() in data.lower()
            for code in ("ascii", "utf-16-le", "utf-16-be")
        )
    ]


def exif() -> PillowImage.Exif:
    """EXIF with maker, position, a comment and a serial number."""
    made = PillowImage.Exif()
    made[ExifTags.Base.Make] = SECRET
    made[ExifTags.Base.UserComment] = SECRET
    made.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (43.0, 6.0, 1.0), 3: "E", 4: (131.0, 2.0, 3.0)}
    )
    return made


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture_bytes(image_format: str = "JPEG", mode: str = "RGB", size=(60, 40), **options) -> bytes:
    """Return a picture with every kind of metadata its format can carry."""
    colour = {"L": 120, "1": 1, "P": 3, "I;16": 30000, "I": 30000, "LA": (120, 200)}.get(mode)
    colour = (
        colour or {"RGB": (200, 60, 30), "RGBA": (200, 60, 30, 90), "CMYK": (0, 180, 200, 20)}[mode]
    )
    picture = PillowImage.new(mode, size, colour)
    given = {"exif": exif(), "icc_profile": srgb_profile() if mode != "CMYK" else None, **options}
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    if image_format == "JPEG":
        given |= {"comment": SECRET, "xmp": xmp}
    elif image_format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", SECRET)
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode())
        given |= {"pnginfo": texts}
    else:
        given |= {"xmp": xmp}
    encoded = BytesIO()
    picture.save(encoded, image_format, **{key: value for key, value in given.items() if value})
    return encoded.getvalue()


def upload(content: bytes, name: str = "STATION-7_2024-05-01.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
