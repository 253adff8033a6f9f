"""The sample pictures: committed files become images with their words and all their sizes."""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from content.base.models import Image
from content.base.renditions import store_renditions
from content.demo.loading.encoding import encode
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


def load_pictures(words: dict[str, dict], collection_of) -> dict[str, int]:
    """Store every committed picture that is not there yet and return picture key → primary key.

    `words` maps a key to {"alt": {en, ru, zh}, "caption": {…}}. Sizes are encoded on all cores.
    """
    known = dict(Image.objects.filter(title__in=media_keys()).values_list("title", "pk"))
    missing = [key for key in media_keys() if key not in known]
    workers = min(os.cpu_count() or 1, 4)
    with ProcessPoolExecutor(workers) as pool:
        encoded = pool.map(encode, [str(MEDIA_DIR / f"{key}.webp") for key in missing], chunksize=4)
        for key, (content, size, files) in zip(missing, encoded, strict=True):
            known[key] = _store(key, content, size, files, words.get(key, {}), collection_of(key))
    return known


@transaction.atomic
def _store(
    key: str, content: bytes, size: tuple[int, int], files: Iterable, words: dict, collection
) -> int:
    # The committed file holds pixels only (a test reads its bytes), so it is stored as it is.
    image = Image(
        title=key,
        width=size[0],
        height=size[1],
        file_size=len(content),
        credit=CREDIT,
        licence="CC-BY-4.0",
        is_sample=True,
        collection=collection,
        **_word_columns(words),
        **_focal_point(words.get("focus"), size),
    )
    stored = image.file.storage.save(f"images/{uuid4().hex}.webp", ContentFile(content))
    image.file.name = stored
    image.file._committed = True
    image.save()
    store_renditions(image, files)
    return image.pk


def _focal_point(focus: list[float] | None, size: tuple[int, int]) -> dict[str, int]:
    """Turn shares of width and height into Wagtail's focal point, a tenth of the picture wide."""
    if not focus:
        return {}
    return {
        "focal_point_x": round(focus[0] * size[0]),
        "focal_point_y": round(focus[1] * size[1]),
        "focal_point_width": size[0] // 10,
        "focal_point_height": size[1] // 10,
    }


def _word_columns(words: dict) -> dict[str, str]:
    values = {}
    for key, code in LANGUAGES.items():
        column = code.replace("-", "_")
        caption = words.get("caption", {}).get(key, "")
        separator = "" if key == "zh" or not caption else " "
        values[f"alt_{column}"] = words.get("alt", {}).get(key, "")
        values[f"caption_{column}"] = f"{caption}{separator}{SAMPLE_CAPTION[key]}"
    return values
