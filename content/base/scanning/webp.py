"""WebP: only the chunks that pixels and transparency need (RFC 9649)."""

_HARMLESS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
_FLAGS = {0x20: "ICC flag", 0x08: "EXIF flag", 0x04: "XMP flag", 0x02: "animation flag"}


def findings(data: bytes) -> list[str]:
    found, at = [], 12
    end = 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(end, len(data)):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind not in _HARMLESS:
            found.append(f"{kind.decode('latin-1').strip()} chunk")
        if kind == b"VP8X":
            found += [name for bit, name in _FLAGS.items() if data[at + 8] & bit]
        at += 8 + size + size % 2
    if len(data) > end:
        found.append("bytes after the image")
    return found
