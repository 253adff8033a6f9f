"""Pictures lose everything but their pixels before they are stored.

EXIF, XMP, IPTC, maker notes, comments, colour profiles, embedded thumbnails and bytes after the image are dropped by
decoding the picture and encoding the pixels anew; a position hidden in any of them would lead poachers to a cat.
"""

import warnings
from collections.abc import Collection
from io import BytesIO
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image as PillowImage
from PIL import ImageCms
from pillow_heif import register_heif_opener

from content.base.likeness import look_of
from content.base.scrubbing.errors import DECODING_ERRORS, NotAPictureError
from content.base.scrubbing.sniffing import kind_of
from content.base.scrubbing.strips import strips_of
from content.base.scrubbing.traces import Trace, traces_in

FORMATS = {
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "webp": ("WEBP",),
    "avif": ("AVIF",),
    "gif": ("GIF",),
    "heic": ("HEIF",),
}
INSIDE_FILES = {"jpeg", "png", "webp", "avif"}  # what office programs and PDFs read and we write
EXTENSIONS = {"jpg": "jpeg", "jpeg": "jpeg", "jpe": "jpeg", "heif": "heic"} | {
    kind: kind for kind in ("png", "webp", "avif", "gif", "heic")
}
NAMES = {
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WebP",
    "avif": "AVIF",
    "gif": "GIF",
    "heic": "HEIC",
    "tiff": "TIFF",
}
MAX_SIDE = 3840
_DAMAGED = gettext_lazy("This picture is damaged or not complete: it cannot be read to its end.")
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: PillowImage.Transpose.FLIP_LEFT_RIGHT,
    3: PillowImage.Transpose.ROTATE_180,
    4: PillowImage.Transpose.FLIP_TOP_BOTTOM,
    5: PillowImage.Transpose.TRANSPOSE,
    6: PillowImage.Transpose.ROTATE_270,
    7: PillowImage.Transpose.TRANSVERSE,
    8: PillowImage.Transpose.ROTATE_90,
}


class ScrubbedPicture(ContentFile):
    """A picture made of pixels only, under a random name, with its width and height and what it looks like.

    `traces` says what the file it was made from carried besides, `strips` where a camera has written into the pixels.
    """

    def __init__(
        self, content: bytes, extension: str, pixels: PillowImage.Image, traces: list[Trace]
    ) -> None:
        super().__init__(content, name=f"{uuid4().hex}.{extension}")
        self.dimensions = pixels.size
        self.look = look_of(pixels)
        self.traces = traces
        self.strips = strips_of(pixels)


def scrub_picture(source: File) -> ScrubbedPicture:
    """Return a new file that holds only the upright sRGB pixels of `source`.

    Photographs become JPEG, pictures with transparency or a palette WebP. Raises NotAPictureError.
    """
    kind = _kind_of(source)
    _refuse_false_name(kind, source.name or "")
    pixels, is_drawing, traces = _decode(source, kind)
    encoded = BytesIO()
    if is_drawing:
        pixels.save(encoded, "WEBP", lossless=True, method=4)
    elif pixels.mode == "RGBA":
        pixels.save(encoded, "WEBP", quality=90, method=4)
    else:
        pixels.save(encoded, "JPEG", quality=90, optimize=True, progressive=True)
    extension = "webp" if is_drawing or pixels.mode == "RGBA" else "jpg"
    return ScrubbedPicture(encoded.getvalue(), extension, pixels, traces)


def read_pixels(source: File) -> PillowImage.Image:
    """Return the upright pixels of a picture that is looked at and not kept. Raises NotAPictureError."""
    return _decode(source, _kind_of(source))[0]


def _kind_of(source: File) -> str:
    source.seek(0)
    kind = kind_of(source.read(64))
    _refuse_other_kinds(kind, FORMATS)
    return kind


def scrub_bytes(content: bytes, *, keep_mode: bool = False) -> bytes:
    """Return a picture's bytes with pixels only, in the format they came in (for pictures inside documents).

    `keep_mode` leaves grey and CMYK as they are. Raises NotAPictureError.
    """
    kind = kind_of(content[:64])
    _refuse_other_kinds(kind, INSIDE_FILES)
    source = BytesIO(content)
    pixels = _decode_as_is(source, FORMATS[kind]) if keep_mode else _decode(source, kind)[0]
    encoded = BytesIO()
    if kind == "jpeg":
        pixels = pixels.convert("RGB") if pixels.mode == "RGBA" else pixels
        pixels.save(encoded, "JPEG", quality=90, optimize=True)
    else:
        pixels.save(encoded, FORMATS[kind][0])
    return encoded.getvalue()


def _refuse_other_kinds(kind: str, known: Collection[str]) -> None:
    if kind in known:
        return
    if kind:
        message = _("This is a %(kind)s file. Send a JPEG, PNG, WebP, AVIF or HEIC picture.") % {
            "kind": NAMES.get(kind, kind.upper())
        }
    else:
        message = _("This file is not a picture. Send a JPEG, PNG, WebP, AVIF or HEIC picture.")
    raise NotAPictureError(message, code="not_a_picture")


def _refuse_false_name(kind: str, name: str) -> None:
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if extension and EXTENSIONS.get(extension) != kind:
        raise NotAPictureError(
            _("The name ends in .%(extension)s, but the file is a %(kind)s picture.")
            % {"extension": extension[:12], "kind": NAMES[kind]},
            code="false_name",
        )


def _decode(source: File, kind: str) -> tuple[PillowImage.Image, bool, list[Trace]]:
    """Return a new image of the upright sRGB pixels, whether it is a drawing of few colours, and its traces."""
    if kind == "heic":
        register_heif_opener()
    source.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # size and damaged EXIF are dealt with here
            with PillowImage.open(source, formats=FORMATS[kind]) as opened:
                _refuse_size_and_motion(opened)
                opened.load()
                is_drawing, traces = opened.mode in ("P", "PA", "1"), traces_in(opened)
                flat = _flatten(opened)
    except PillowImage.DecompressionBombError as error:
        raise _too_large() from error
    except DECODING_ERRORS as error:
        raise NotAPictureError(_DAMAGED, code="damaged") from error
    flat.thumbnail((MAX_SIDE, MAX_SIDE), PillowImage.Resampling.LANCZOS)
    return _pixels_of(flat), is_drawing, traces


def _decode_as_is(source: File, formats: tuple[str, ...]) -> PillowImage.Image:
    try:
        with PillowImage.open(source, formats=formats) as opened:
            _refuse_size_and_motion(opened)
            opened.load()
            return _pixels_of(opened)
    except (PillowImage.DecompressionBombError, *DECODING_ERRORS) as error:
        raise NotAPictureError(_DAMAGED, code="damaged") from error


def _pixels_of(flat: PillowImage.Image) -> PillowImage.Image:
    # A new image: nothing of `info` (comments, profiles, chunks) comes along.
    clean = PillowImage.new(flat.mode, flat.size)
    clean.paste(flat)
    return clean


def _refuse_size_and_motion(opened: PillowImage.Image) -> None:
    if opened.width * opened.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_large()
    # An MPO is a still with a second view or a preview behind it, a HEIC may be one of a burst: the first is taken.
    if opened.format not in ("MPO", "HEIF") and getattr(opened, "n_frames", 1) > 1:
        raise NotAPictureError(
            _("This picture moves. Send one still picture from it."), code="moving"
        )


def _too_large() -> NotAPictureError:
    millions = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return NotAPictureError(
        _("This picture has more than %(millions)d million pixels. Send a smaller one.")
        % {"millions": millions},
        code="too_large",
    )


def _flatten(opened: PillowImage.Image) -> PillowImage.Image:
    upright = _upright(opened)
    if upright.mode.startswith("I") or upright.mode == "F":
        upright = upright.point(lambda value: value * (1 / 256)).convert("L")  # 16 bits to 8
    return _to_srgb(upright, "RGBA" if upright.has_transparency_data else "RGB")


def _upright(opened: PillowImage.Image) -> PillowImage.Image:
    try:
        turn = _UPRIGHT.get(opened.getexif().get(_ORIENTATION))
    except DECODING_ERRORS:  # damaged EXIF is no reason to refuse good pixels
        turn = None
    return opened.transpose(turn) if turn is not None else opened


def _to_srgb(picture: PillowImage.Image, mode: str) -> PillowImage.Image:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert(mode)
    try:
        return ImageCms.profileToProfile(
            picture.convert(mode) if picture.mode in ("P", "PA", "LA") else picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=mode,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture.convert(mode)  # a damaged profile: the plain numbers are near enough
