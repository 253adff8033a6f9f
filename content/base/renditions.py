"""The sizes in which every picture is made ready, once, when it is stored: never inside a visitor's request."""

from collections.abc import Callable, Iterable
from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import prefetch_related_objects
from PIL import Image as PillowImage

# Measured on camera-trap frames (one thread an image, 1280 px): AVIF speed 9 takes a quarter of the time of speed 8
# for 2 % more bytes; WebP method 1 takes a third less than 2 for 6 % more; plain JPEG a third of progressive.
WIDTHS = (400, 800, 1280, 1600)
FORMATS = ("avif", "webp")
TALL_WIDTHS = (400, 800)  # a header on a phone held upright: four parts wide, five high
TALL_SHAPE = 4 / 5
TALL_FROM = 1.4  # pictures wider than this would be a thin strip on a phone
SHARED_WIDTH = 1280  # one JPEG as well, for downloads and for links that other sites show
_ENCODERS = {
    "avif": {"format": "AVIF", "quality": 52, "speed": 9, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 72, "method": 1},
    "jpeg": {"format": "JPEG", "quality": 82, "optimize": True},
}
_EXTENSIONS = {"jpeg": "jpg"}

Encoded = tuple[str, int, int, bytes, str]  # filter spec, width, height, bytes, format


def filter_spec(width: int, image_format: str) -> str:
    """Return Wagtail's name for one size, as stored on the rendition."""
    return f"width-{width}|format-{image_format}"


def tall_spec(width: int, image_format: str) -> str:
    """Return Wagtail's name for one size of the tall crop."""
    return f"fill-{width}x{round(width / TALL_SHAPE)}|format-{image_format}"


def widths_for(original_width: int, standard: tuple[int, ...] = WIDTHS) -> list[int]:
    """Return the widths made for a picture: the standard ones it can fill, its own when that adds something."""
    fitting = [width for width in standard if width <= original_width]
    largest = fitting[-1] if fitting else 0
    if largest * 1.2 < original_width < standard[-1]:
        fitting.append(original_width)
    return fitting


def tall_sizes_for(width: int, height: int) -> list[tuple[int, str]]:
    """Return every (width, format) of the tall crop; none when the whole picture suits a phone."""
    if width < TALL_FROM * height:
        return []
    return [
        (one, name)
        for one in widths_for(round(height * TALL_SHAPE), TALL_WIDTHS)
        for name in FORMATS
    ]


def tall_box(width: int, height: int, focus: tuple[int, int] | None) -> tuple[int, int, int, int]:
    """Return the part of a wide picture that its tall crop shows: about the focal point, full height."""
    part = round(height * TALL_SHAPE)
    middle = focus[0] if focus else width // 2
    left = min(max(0, middle - part // 2), width - part)
    return left, 0, left + part, height


def sizes_for(original_width: int) -> list[tuple[int, str]]:
    """Return every (width, format) a picture of this width is kept in, the small ones first."""
    responsive = [(width, name) for width in widths_for(original_width) for name in FORMATS]
    return [*responsive, (min(original_width, SHARED_WIDTH), "jpeg")]


def make_renditions(image) -> int:
    """Make the missing standard sizes of one picture; return how many were made."""
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    wanted = [size for size in sizes_for(image.width) if filter_spec(*size) not in existing]
    tall = [
        size
        for size in tall_sizes_for(image.width, image.height)
        if tall_spec(*size) not in existing
    ]
    if not wanted and not tall:
        return 0
    with image.open_file() as stored, PillowImage.open(stored) as opened:
        files = list(encode_sizes(opened, wanted))
        if tall:
            crop = opened.crop(tall_box(image.width, image.height, focus_of(image)))
            files += encode_sizes(crop, tall, tall_spec)
    store_renditions(image, files)
    return len(files)


def focus_of(image) -> tuple[int, int] | None:
    """Return the focal point of a picture, if it has one."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return image.focal_point_x, image.focal_point_y


def remake_tall(image) -> None:
    """Make the tall crop anew: the focal point was moved."""
    with transaction.atomic():
        image.renditions.filter(filter_spec__startswith="fill-").delete()
        getattr(image, "_prefetched_objects_cache", {}).pop("renditions", None)
        transaction.on_commit(lambda: make_renditions(image))


def encode_sizes(
    opened: PillowImage.Image, wanted: list[tuple[int, str]], named: Callable = filter_spec
) -> Iterable[Encoded]:
    """Yield the file of each wanted (width, format), under the name that `named` gives it."""
    pixels = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    pixels.info = {}  # encoders write profiles and EXIF found here
    resized = _resized(pixels, {width for width, _format in wanted})
    for width, image_format in wanted:
        picture = resized[width]
        encoded = BytesIO()
        _for_format(picture, image_format).save(encoded, **_ENCODERS[image_format])
        yield named(width, image_format), *picture.size, encoded.getvalue(), image_format


def _resized(pixels: PillowImage.Image, widths: set[int]) -> dict[int, PillowImage.Image]:
    """Return the picture at each width, each made from the next larger one."""
    found, larger = {}, pixels
    for width in sorted(widths, reverse=True):
        if width != larger.width:
            height = max(1, round(pixels.height * width / pixels.width))
            larger = larger.resize((width, height), PillowImage.Resampling.LANCZOS)
        found[width] = larger
    return found


def _for_format(picture: PillowImage.Image, image_format: str) -> PillowImage.Image:
    if image_format != "jpeg" or picture.mode != "RGBA":
        return picture
    on_white = PillowImage.new("RGB", picture.size, "white")
    on_white.paste(picture, mask=picture.getchannel("A"))
    return on_white


def store_renditions(image, files: Iterable[Encoded]) -> None:
    """Write encoded sizes as renditions of `image`, under the image's own random name."""
    stem = image.file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    rendition_model = image.get_rendition_model()
    with transaction.atomic():
        for spec, width, height, content, image_format in files:
            extension = _EXTENSIONS.get(image_format, image_format)
            rendition = rendition_model(image=image, filter_spec=spec, focal_point_key="")
            rendition.file.save(
                f"{stem}.{width}x{height}.{extension}", ContentFile(content), save=False
            )
            rendition.width, rendition.height = width, height  # Django cannot measure an AVIF file
            rendition.save()


def sizes_of(image) -> list:
    """Return the ready sizes of a picture; asked of the database once, not at all when they were prefetched."""
    known = getattr(image, "_prefetched_objects_cache", {}).get("renditions")
    if known is None:
        prefetch_related_objects([image], "renditions")
        known = image._prefetched_objects_cache["renditions"]
    return list(known)


def shared_rendition(image):
    """Return the JPEG of a picture, or None."""
    return next((one for one in sizes_of(image) if one.filter_spec.endswith("|format-jpeg")), None)


def change_addresses(image) -> None:
    """Move a picture and its sizes to new random names, so that addresses once known lead nowhere."""
    old_name, storage = image.file.name, image.file.storage
    with transaction.atomic():
        image.renditions.all().delete()
        if not storage.exists(old_name):
            return
        with storage.open(old_name) as stored:
            content = stored.read()
        extension = old_name.rsplit(".", 1)[-1]
        new_name = storage.save(f"images/{uuid4().hex}.{extension}", ContentFile(content))
        type(image).objects.filter(pk=image.pk).update(file=new_name)
        image.refresh_from_db(fields=["file"])
        transaction.on_commit(lambda: storage.delete(old_name))
        transaction.on_commit(lambda: make_renditions(image))
