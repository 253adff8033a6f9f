"""A stretch of a file (RFC 9110, 14): without it, Safari plays no film and nobody can jump within one."""

import re
from collections.abc import Iterator

from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

_ONE_RANGE = re.compile(r"^bytes=(\d{0,15})-(\d{0,15})$")
PIECE = 64 * 1024


def in_ranges(request: HttpRequest, stored: File, kind: str) -> HttpResponseBase:
    """Answer with the stretch of a file that was asked for, the whole file when none or several were."""
    size = stored.size
    match = _ONE_RANGE.match(request.headers.get("Range", ""))
    if match is None or match.groups() == ("", ""):
        response: HttpResponseBase = FileResponse(stored, content_type=kind)
    elif stretch := _stretch(match, size):
        first, last = stretch
        pieces = _pieces(stored, first, last - first + 1)
        response = StreamingHttpResponse(pieces, status=206, content_type=kind)
        response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        response.headers["Content-Length"] = str(last - first + 1)
    else:
        stored.close()
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response.headers["Accept-Ranges"] = "bytes"
    return response


def _stretch(match: re.Match, size: int) -> tuple[int, int] | None:
    if not match[1]:  # the last so many bytes
        first, last = max(0, size - int(match[2])), size - 1
    else:
        first, last = int(match[1]), min(size - 1, int(match[2] or size - 1))
    return (first, last) if first <= last else None


def _pieces(stored: File, first: int, length: int) -> Iterator[bytes]:
    with stored:
        stored.seek(first)
        while length > 0 and (piece := stored.read(min(PIECE, length))):
            length -= len(piece)
            yield piece
