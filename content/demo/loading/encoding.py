"""The work that runs in other processes: no Django models here, so that a fresh process can import it."""

from pathlib import Path

from PIL import Image as PillowImage

from content.base.renditions import (
    Encoded,
    encode_sizes,
    filter_spec,
    sizes_for,
    tall_box,
    tall_sizes_for,
    tall_spec,
)


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
        files.extend(_tall(path, opened))
    return files


def tall_path(path: Path) -> Path:
    """Return where the same scene lies, drawn for tall screens."""
    return path.parents[1] / "tall" / path.parent.name / path.name


def _tall(path: str, wide: PillowImage.Image) -> list[Encoded]:
    """Return the tall sizes: of the tall drawing, or of a crop where there is none."""
    drawn, width, height = tall_path(Path(path)), *wide.size
    if not drawn.exists():
        crop = wide.crop(tall_box(width, height, None))
        return list(encode_sizes(crop, tall_sizes_for(width, height), tall_spec))
    with PillowImage.open(drawn) as opened:
        return list(encode_sizes(opened, tall_sizes_for(width, height), tall_spec))
