"""The name a file came with, which may tell the place, the camera or the day."""

import re
from pathlib import PurePath

from django.core.files.base import File


def is_name_of(upload: File, text: str) -> bool:
    """Say whether a text is nothing but the name of the file, however it is spelt."""
    name = upload.name or ""
    return _letters(text) in {_letters(name), _letters(PurePath(name).stem)}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
