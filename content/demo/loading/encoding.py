"""The work that runs in other processes: no Django models here, so that a fresh process can import it."""

from pathlib import Path

from PIL import Image as PillowImage

from content.base.renditions import encode_sizes, sizes_for


def encode(path: str) -> tuple[bytes, tuple[int, int], list]:
    """Return a committed picture's bytes, its size, and all its standard sizes."""
    content = Path(path).read_bytes()
    with PillowImage.open(path) as opened:
        return content, opened.size, list(encode_sizes(opened, sizes_for(opened.width)))
