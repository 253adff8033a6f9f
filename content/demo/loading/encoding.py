"""The work that runs in other processes: no Django models here, so that a fresh process can import it."""

from pathlib import Path

from PIL import Image as PillowImage

from content.base.renditions import Encoded, encode_sizes, filter_spec, sizes_for


def encode(path: str) -> list[Encoded]:
    """Return all standard sizes of a committed picture.

    The committed file is itself the largest WebP: it is not encoded twice.
    """
    with PillowImage.open(path) as opened:
        width, height = opened.size
        wanted = sizes_for(width)
        files = []
        if (width, "webp") in wanted:
            wanted.remove((width, "webp"))
            own = (filter_spec(width, "webp"), width, height, Path(path).read_bytes(), "webp")
            files.append(own)
        files.extend(encode_sizes(opened, wanted))
    return files
