"""The work that runs in other processes: no Django models here, so that a fresh process can import it."""

from pathlib import Path

from PIL import Image as PillowImage

from content.base.renditions import encode_sizes, filter_spec, sizes_for


def encode(path: str) -> tuple[bytes, tuple[int, int], list]:
    """Return a committed picture's bytes, its size, and all its standard sizes.

    The committed file is itself the largest WebP: it is not encoded twice.
    """
    content = Path(path).read_bytes()
    with PillowImage.open(path) as opened:
        width, height = opened.size
        wanted = sizes_for(width)
        files = []
        if (width, "webp") in wanted:
            wanted.remove((width, "webp"))
            files.append((filter_spec(width, "webp"), width, height, content, "webp"))
        files.extend(encode_sizes(opened, wanted))
        return content, opened.size, files
