"""The sizes in which every picture is made ready, once, when it is stored: never inside a visitor's request."""

from collections.abc import Iterable
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as PillowImage

WIDTHS = (320, 640, 1024, 1600)
FORMATS = ("avif", "webp")
_ENCODERS = {
    "avif": {"format": "AVIF", "quality": 58, "speed": 8},
    "webp": {"format": "WEBP", "quality": 74, "method": 4},
}


def filter_spec(width: int, image_format: str) -> str:
    """Return Wagtail's name for one size, as stored on the rendition."""
    return f"width-{width}|format-{image_format}"


def widths_for(original_width: int) -> list[int]:
    """Return the widths made for a picture: the standard ones it can fill, at least one."""
    fitting = [width for width in WIDTHS if width <= original_width]
    return fitting or [min(original_width, WIDTHS[0])]


def make_renditions(image) -> int:
    """Make the missing standard sizes of one picture; return how many were made."""
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    wanted = [
        (width, image_format)
        for width in widths_for(image.width)
        for image_format in FORMATS
        if filter_spec(width, image_format) not in existing
    ]
    if not wanted:
        return 0
    with image.open_file() as stored, PillowImage.open(stored) as opened:
        files = list(encode_sizes(opened, wanted))
    store_renditions(image, files)
    return len(files)


def encode_sizes(
    opened: PillowImage.Image, wanted: Iterable[tuple[int, str]]
) -> Iterable[tuple[str, int, int, bytes, str]]:
    """Yield (filter spec, width, height, bytes, format) for each wanted (width, format)."""
    mode = "RGBA" if opened.mode == "RGBA" else "RGB"
    pixels = opened.convert(mode)
    resized: dict[int, PillowImage.Image] = {}
    for width, image_format in wanted:
        if width not in resized:
            height = max(1, round(pixels.height * width / pixels.width))
            resized[width] = pixels.resize((width, height), PillowImage.Resampling.LANCZOS)
        picture = resized[width]
        encoded = BytesIO()
        picture.save(encoded, **_ENCODERS[image_format])
        yield filter_spec(width, image_format), *picture.size, encoded.getvalue(), image_format


def store_renditions(image, files: Iterable[tuple[str, int, int, bytes, str]]) -> None:
    """Write encoded sizes as renditions of `image`, under the image's own random name."""
    stem = image.file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    rendition_model = image.get_rendition_model()
    with transaction.atomic():
        for spec, width, height, content, image_format in files:
            rendition = rendition_model(image=image, filter_spec=spec, focal_point_key="")
            rendition.file.save(f"{stem}.{width}.{image_format}", ContentFile(content), save=False)
            rendition.width, rendition.height = width, height  # Django cannot measure an AVIF file
            rendition.save()
