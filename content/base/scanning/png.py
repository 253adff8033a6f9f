"""PNG: only the chunks that pixels and transparency need (W3C PNG, third edition)."""

_HARMLESS = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"sRGB",
    b"gAMA",
    b"cHRM",
    b"pHYs",
    b"bKGD",
    b"sBIT",
}


def findings(data: bytes) -> list[str]:
    found, at = [], 8
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind not in _HARMLESS:
            found.append(f"{kind.decode('latin-1')} chunk")
        at += 12 + size
        if kind == b"IEND":
            break
    if len(data) > at:
        found.append("bytes after the image")
    return found
