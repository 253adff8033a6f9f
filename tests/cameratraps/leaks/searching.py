"""Finding a secret in an answer, however it is written there."""

import base64
import gzip
import html
import zipfile
from io import BytesIO
from urllib.parse import quote

from PIL import Image as PillowImage
from PIL import UnidentifiedImageError

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8")


def written_ways(secret: str) -> set[bytes]:
    """Return the bytes a secret may come as."""
    ways = {secret, quote(secret), html.escape(secret), secret.encode("unicode_escape").decode()}
    found = {way.encode().lower() for way in ways}
    found |= {secret.encode(code).lower() for code in ("utf-16-le", "utf-16-be")}
    if len(secret) > 5:  # shorter ones would be found by chance
        found.add(base64.b64encode(secret.encode()).rstrip(b"=")[:-1].lower())
    return found


def parts_of(data: bytes) -> list[bytes]:
    """Return bytes and what is packed in them: entries of archives with their names, metadata of pictures."""
    found = [data]
    if data[:2] == b"\x1f\x8b":
        found += parts_of(gzip.decompress(data))
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                found.append(entry.filename.encode() + entry.comment + entry.extra)
                found += parts_of(archive.read(entry))
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp":
        found.append(_told_by_picture(data))
    return found


def _told_by_picture(data: bytes) -> bytes:
    try:
        with PillowImage.open(BytesIO(data)) as picture:
            return repr((dict(picture.info), dict(picture.getexif()))).encode()
    except UnidentifiedImageError:
        return b""  # a film


def secrets_in(data: bytes, secrets) -> list[str]:
    """Return which secrets bytes hold."""
    whole = b"\n".join(parts_of(data)).lower()
    return [secret for secret in secrets if any(way in whole for way in written_ways(secret))]
