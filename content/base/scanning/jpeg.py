"""JPEG: only the segments that pixels need, one picture, nothing behind it (ITU-T T.81)."""

_HARMLESS = {0xC4, 0xDB, 0xDD, 0xDA, 0xD9, *range(0xC0, 0xC4), *range(0xC5, 0xD0)}
_STANDALONE = {0x01, *range(0xD0, 0xD8)}


def findings(data: bytes) -> list[str]:
    found, at = [], 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            return [*found, "bytes between segments"]
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        found += _of_segment(marker, data[at + 4 : at + 2 + size])
        at += 2 + size
        if marker == 0xDA:
            at = _end_of_scan(data, at)
    if data[at : at + 2] != b"\xff\xd9":
        found.append("no end of image")
    elif len(data) > at + 2:
        found.append("bytes after the image")
    return found


def _of_segment(marker: int, content: bytes) -> list[str]:
    if marker in _HARMLESS:
        return []
    if marker == 0xE0 and content[:5] == b"JFIF\x00":
        return ["thumbnail"] if content[12:14] != b"\x00\x00" or len(content) > 14 else []
    if marker == 0xEE and content[:5] == b"Adobe" and len(content) == 12:
        return []  # how the colours are stored
    return ["comment" if marker == 0xFE else f"APP{marker - 0xE0} segment"]


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker that ends a scan stands."""
    while at + 1 < len(data):
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and data[at + 1] not in _STANDALONE:
            return at
        at += 2
    return len(data)
