"""ICO: only pictures, each clean in its own format."""

from content.base.scanning import png

_HEAD, _ENTRY = 6, 16
_BITMAP_HEAD = (40).to_bytes(4, "little")  # BITMAPINFOHEADER: pixels and nothing else


def findings(data: bytes) -> list[str]:
    found, end = [], 0
    for number in range(int.from_bytes(data[4:6], "little")):
        entry = data[_HEAD + _ENTRY * number :][:_ENTRY]
        size, at = (int.from_bytes(entry[start : start + 4], "little") for start in (8, 12))
        picture, end = data[at : at + size], max(end, at + size)
        if picture[:8] == b"\x89PNG\r\n\x1a\n":
            found += png.findings(picture)
        elif picture[:4] != _BITMAP_HEAD:
            found.append("unknown format")
    return [*found, "bytes after the image"] if len(data) > end else found
