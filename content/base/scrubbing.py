"""Pictures lose everything but their pixels before they are stored.

EXIF, XMP, IPTC, maker notes, comments, colour profiles, embedded thumbnails and bytes after the image are dropped by
decoding the picture and encoding the pixels anew; a position hidden in any of them would lead poachers to a cat.
"""

from io import BytesIO
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image as PillowImage
from PIL import ImageCms, ImageOps, UnidentifiedImageError

ALLOWED_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "MPO")
MAX_SIDE = 3840


class NotAPictureError(ValidationError):
    """The file is not one of the picture formats we take, or cannot be decoded to its end."""


def scrub_picture(source: File) -> ContentFile:
    """Return a new file that holds only the upright sRGB pixels of `source`, under a random name.

    Photographs become JPEG, pictures with transparency WebP. Raises NotAPictureError.
    """
    pixels = _decode(source)
    encoded = BytesIO()
    if pixels.mode == "RGBA":
        pixels.save(encoded, "WEBP", quality=90, method=4)
        extension = "webp"
    else:
        pixels.save(encoded, "JPEG", quality=90, optimize=True, progressive=True)
        extension = "jpg"
    return ContentFile(encoded.getvalue(), name=f"{uuid4().hex}.{extension}")


def _decode(source: File) -> PillowImage.Image:
    source.seek(0)
    try:
        with PillowImage.open(source, formats=ALLOWED_FORMATS) as opened:
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            mode = "RGBA" if upright.has_transparency_data else "RGB"
            flat = _to_srgb(upright, mode)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise NotAPictureError(
            _("This file is not a picture we can read. Send a JPEG, PNG, WebP or AVIF file."),
            code="not_a_picture",
        ) from error
    except PillowImage.DecompressionBombError as error:
        raise NotAPictureError(_("This picture has too many pixels."), code="too_large") from error
    flat.thumbnail((MAX_SIDE, MAX_SIDE), PillowImage.Resampling.LANCZOS)
    # A new image: nothing of `info` (comments, profiles, chunks) comes along.
    clean = PillowImage.new(mode, flat.size)
    clean.paste(flat)
    return clean


def _to_srgb(picture: PillowImage.Image, mode: str) -> PillowImage.Image:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert(mode)
    try:
        return ImageCms.profileToProfile(
            picture.convert("RGBA" if mode == "RGBA" else "RGB")
            if picture.mode == "P"
            else picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=mode,
        )
    except ImageCms.PyCMSError:
        return picture.convert(mode)
