"""The sample pictures: committed files become images with their words and all their sizes."""

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db.models import QuerySet
from PIL import Image as PillowImage

from content.base.models import Image
from content.base.renditions import store_renditions
from content.demo.loading.encoding import encode
from content.demo.loading.picture_titles import title_of
from content.demo.loading.texts import LANGUAGES, MEDIA_DIR

CREDIT = "Land of Big Cats"
SAMPLE_CAPTION = {
    "en": "Sample picture, drawn by our own software; not a record of a real animal.",
    "ru": "Условное изображение: нарисовано нашей программой, это не снимок реального животного.",
    "zh": "示例图片，由本站程序绘制，并非真实动物的影像记录。",
}


def media_keys() -> list[str]:
    """Return the keys of all committed pictures, such as `banners/home` or `frames/tiger-1-2`."""
    return sorted(f"{path.parent.name}/{path.stem}" for path in MEDIA_DIR.glob("*/*.webp"))


def load_pictures(words: dict[str, dict], collection) -> dict[str, int]:
    """Store every committed picture that is not there yet and return picture key → primary key.

    `words` maps a key to {"alt": {en, ru, zh}, "caption": {…}, "focus": [x, y]}. The sizes follow: see `PictureSizes`.
    """
    _name_those_called_by_key()
    stored = dict(sample_pictures().values_list("title", "pk"))
    known: dict[str, int] = {}
    for key in media_keys():
        pk = stored.get(title_of(key))
        known[key] = _store(key, words.get(key, {}), collection) if pk is None else pk
    return known


def sample_pictures() -> QuerySet[Image]:
    """Return the pictures that were made of committed files."""
    return Image.objects.filter(title__in=[title_of(key) for key in media_keys()])


def _name_those_called_by_key() -> None:
    """Give titles to pictures that an earlier loading called by their keys."""
    for picture in Image.objects.filter(title__in=media_keys(), is_sample=True).only("title"):
        Image.objects.filter(pk=picture.pk).update(title=title_of(picture.title))


def has_pictures_without_sizes() -> bool:
    """Say whether loading was interrupted: the sizes of the sample pictures are the last thing it stores."""
    return sample_pictures().filter(is_sample=True, renditions=None).exists()


def _path(key: str) -> Path:
    return MEDIA_DIR / f"{key}.webp"


def _store(key: str, words: dict, collection) -> int:
    # The committed file holds pixels only (a test reads its bytes), so it is stored as it is.
    content = _path(key).read_bytes()
    with PillowImage.open(_path(key)) as opened:
        width, height = opened.size
    image = Image(
        title=title_of(key),
        width=width,
        height=height,
        file_size=len(content),
        credit=CREDIT,
        licence="CC-BY-4.0",
        is_sample=True,
        collection=collection,
        **_word_columns(words),
        **_focal_point(words, width, height),
    )
    stored = image.file.storage.save(f"images/{uuid4().hex}.webp", ContentFile(content))
    image.file.name = stored
    image.file._committed = True
    image.save()
    return image.pk


def _focal_point(words: dict, width: int, height: int) -> dict[str, int]:
    """Return where the eye should stay when a layout crops the picture, in pixels; nothing when nobody said."""
    if "focus" not in words:
        return {}
    across, down = words["focus"]
    side = height // 4
    return {
        "focal_point_x": round(across * width),
        "focal_point_y": round(down * height),
        "focal_point_width": side,
        "focal_point_height": side,
    }


class PictureSizes:
    """The sizes of the sample pictures, encoded on all cores while the other steps of loading go on."""

    def __init__(self, pictures: dict[str, int]) -> None:
        without = set(
            Image.objects.filter(pk__in=pictures.values(), renditions=None).values_list(
                "pk", flat=True
            )
        )
        self.keys = {pk: key for key, pk in pictures.items() if pk in without}
        self.pool = ProcessPoolExecutor(min(os.cpu_count() or 1, 4))
        self.encoded = self.pool.map(encode, [str(_path(key)) for key in self.keys.values()])

    def store(self) -> None:
        """Wait for the encoders and write what they made."""
        with self.pool:
            for pk, files in zip(self.keys, self.encoded, strict=True):
                store_renditions(Image.objects.get(pk=pk), files)

    def stop(self) -> None:
        """Begin no more sizes: without this, an interrupted loading waits for all of them."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def _word_columns(words: dict) -> dict[str, str]:
    values = {}
    for key, code in LANGUAGES.items():
        column = code.replace("-", "_")
        caption = words.get("caption", {}).get(key, "")
        separator = "" if key == "zh" or not caption else " "
        values[f"alt_{column}"] = words.get("alt", {}).get(key, "")
        values[f"caption_{column}"] = f"{caption}{separator}{SAMPLE_CAPTION[key]}"
    return values
