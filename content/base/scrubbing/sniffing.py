"""Telling what a file is by its first bytes, whatever its name says."""

_SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"8BPS", "psd"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\x1a\x45\xdf\xa3", "ebml"),
)
_BRANDS = {b"avif": "avif", b"avis": "avif"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
PICTURES = {"jpeg", "png", "webp", "avif", "gif", "bmp", "tiff", "psd", "heic"}


def kind_of(start: bytes) -> str:
    """Return the kind of a file from its first 64 bytes or more; empty when it is none we know."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    if start[4:8] == b"ftyp":
        return _kind_of_boxes(start)
    return next((kind for mark, kind in _SIGNATURES if start.startswith(mark)), "")


def _kind_of_boxes(start: bytes) -> str:
    size = min(int.from_bytes(start[:4], "big"), len(start))
    brands = [start[8:12], *(start[at : at + 4] for at in range(16, size, 4))]
    for brand in brands:
        if brand in _BRANDS:
            return _BRANDS[brand]
    return "heic" if any(brand in _HEIC_BRANDS for brand in brands) else "film"
