"""Where pictures go, and how they are saved: WebP without any metadata."""

from pathlib import Path

from PIL import Image

MEDIA = Path(__file__).parents[1] / "media"


def save(picture: Image.Image, folder: str, name: str, largest: int) -> int:
    """Save as WebP of at most `largest` bytes and return the size."""
    path = MEDIA / folder / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    clean = Image.new("RGB", picture.size)
    clean.paste(picture.convert("RGB"))
    for quality in range(80, 30, -4):
        clean.save(path, "WEBP", quality=quality, method=5)
        if path.stat().st_size <= largest:
            break
    return path.stat().st_size
