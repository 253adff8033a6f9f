"""What a stored file holds besides what it shows."""

import re
import zipfile
from io import BytesIO

from content.base.scanning import boxes, film, icon, jpeg, pdf, png, webp

_FORMATS = (
    (lambda data: data[:2] == b"\xff\xd8", jpeg.findings),
    (lambda data: data[:8] == b"\x89PNG\r\n\x1a\n", png.findings),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", webp.findings),
    (film.is_film, film.findings_in_mp4),
    (lambda data: data[:4] == b"\x1a\x45\xdf\xa3", film.findings_in_webm),
    (lambda data: data[4:8] == b"ftyp", boxes.findings),
    (lambda data: data[:5] == b"%PDF-", pdf.findings),
    (lambda data: data[:4] == b"\x00\x00\x01\x00", icon.findings),
)
# What cameras and editing programs leave behind, wherever it hides.
_EVERYWHERE = {
    "EXIF": b"Exif\x00\x00",
    "XMP": b"http://ns.adobe.com/xap/1.0/\x00",
    "IPTC": b"Photoshop 3.0\x008BIM",
    "ICC profile": b"ICC_PROFILE\x00",
}


def findings_in(data: bytes) -> list[str]:
    """Return what the bytes of a picture or document hold that they should not; empty when clean."""
    found = [f"{name} bytes" for name, mark in _EVERYWHERE.items() if mark in data]
    reader = next((read for is_format, read in _FORMATS if is_format(data)), None)
    if reader is not None:
        found += reader(data)
    elif data[:4] == b"PK\x03\x04":
        found += _findings_in_zip(data)
    elif not _is_text(data):
        found.append("unknown format")  # what cannot be read cannot be called clean
    return sorted(set(found))


def _is_text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode()
    except UnicodeDecodeError:
        return False


def _findings_in_zip(data: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if archive.comment:
            found.append("archive comment")
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename.startswith("docProps/") and re.search(
                rb"creator|lastModifiedBy|Company|Manager|created|modified|<property\b", content
            ):
                found.append(f"{part.filename}: properties")
            if "thumbnail" in part.filename.lower():
                found.append(f"{part.filename}: thumbnail")
            if part.extra or part.comment:
                found.append(f"{part.filename}: extra fields")
            found += [f"{part.filename}: {finding}" for finding in findings_in(content)]
    return found
