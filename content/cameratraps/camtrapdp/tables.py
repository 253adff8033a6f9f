"""The rows of a table, one at a time, from `.csv` or `.csv.gz`, in the encoding the package names."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.cameratraps.camtrapdp.descriptor import Resource
from content.cameratraps.camtrapdp.problems import PackageRefusedError, Problems
from content.cameratraps.camtrapdp.source import Source

MAX_BYTES = 4 * 1024**3  # of one table, unpacked
MAX_RATIO = 250  # unpacked to packed
MAX_CELL = 1_000_000  # characters: exifData is long
CHUNK = 256 * 1024

Line = tuple[str, int, list[str]]  # path of the file, row in it, cells

BROKEN = gettext_lazy(
    "The table is broken here: a quotation mark that is never closed, or a cell beyond measure."
)

csv.field_size_limit(MAX_CELL)


class Measured(io.RawIOBase):
    """Passes bytes on and stops when there are far more than a table can have, or than were packed."""

    def __init__(self, file: BinaryIO, packed: BinaryIO | None, path: str) -> None:
        self._file, self._packed, self._path, self._read = file, packed, path, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._file.read(min(len(buffer), CHUNK))
        self._read += len(data)
        if self._read > MAX_BYTES or self._is_bomb():
            raise PackageRefusedError(
                _("The table %(path)s unpacks beyond measure.") % {"path": self._path}
            )
        buffer[: len(data)] = data
        return len(data)

    def _is_bomb(self) -> bool:
        if self._packed is None or self._read < 64 * CHUNK:
            return False
        return self._read > MAX_RATIO * (self._packed.tell() + 1)


def header_and_lines(
    source: Source, resource: Resource, problems: Problems
) -> tuple[list[str], Iterator[Line]]:
    """Return the heading of a table and an iterator over its rows; what cannot be read becomes a problem."""
    known = problems.count
    lines = _lines(source, resource, problems)
    first = next(lines, None)
    if first is None and problems.count == known:
        problems.add(resource.paths[0], 0, "", gettext_lazy("The table is empty."))
    return (first[2] if first else []), lines


def _lines(source: Source, resource: Resource, problems: Problems) -> Iterator[Line]:
    """Yield the heading of the first file, then all rows; further files may repeat the heading."""
    heading: list[str] | None = None
    for path in resource.paths:
        for number, cells in _rows(source, resource, path, problems):
            if number == 1:
                if heading is None:
                    heading = cells
                    yield path, number, cells
                    continue
                if cells == heading:
                    continue
            if any(cells):
                yield path, number, cells


def _rows(
    source: Source, resource: Resource, path: str, problems: Problems
) -> Iterator[tuple[int, list[str]]]:
    number = 0
    with source.open(path) as packed:
        try:
            text = _text(packed, path, resource.encoding)
            reader = csv.reader(
                text, delimiter=resource.delimiter, quotechar=resource.quote, strict=True
            )
            for number, cells in enumerate(reader, start=1):
                yield number, cells
        except UnicodeDecodeError:
            reason = gettext_lazy("The file is not in the encoding it names (%(encoding)s).")
            problems.add(path, number + 1, "", reason, encoding=resource.encoding)
        except csv.Error:
            problems.add(path, number + 1, "", BROKEN)
        except (OSError, EOFError, zlib.error, RuntimeError) as error:
            raise PackageRefusedError(
                _("The archive is damaged: %(name)s cannot be read.") % {"name": path}
            ) from error


def _text(packed: BinaryIO, path: str, encoding: str) -> io.TextIOWrapper:
    is_packed = path.lower().endswith(".gz")
    file = gzip.GzipFile(fileobj=packed) if is_packed else packed
    measured = Measured(file, packed if is_packed else None, path)
    return io.TextIOWrapper(
        io.BufferedReader(measured, CHUNK), encoding=encoding, errors="strict", newline=""
    )
