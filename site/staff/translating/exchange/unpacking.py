"""Reading a ZIP that came from outside: only files of texts, only so large, nothing written to disk."""

import stat
from collections import Counter
from pathlib import PurePosixPath
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.services import LARGEST

LARGEST_ARCHIVE = 20 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_FILES = 500
ENDINGS = {".po", ".xlf", ".xliff"}
OF_A_SYSTEM = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}  # put in unasked by a computer
UNREADABLE = (
    BadZipFile,
    LargeZipFile,
    DeflateError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)
IS_ENCRYPTED = 0x1


def unpack(file: File) -> dict[str, File]:
    """Return name → file of an archive; raise RefusedFileError with everything that is wrong with it."""
    if file.size > LARGEST_ARCHIVE:
        reason = _("The file is larger than %(size)d MB.") % {"size": LARGEST_ARCHIVE // 1024**2}
        raise RefusedFileError(Problem(0, reason))
    try:
        with ZipFile(file) as archive:
            return _read(archive)
    except UNREADABLE as error:
        raise RefusedFileError(Problem(0, _("This is no ZIP file, or it is damaged."))) from error


def _read(archive: ZipFile) -> dict[str, File]:
    entries = [entry for entry in archive.infolist() if not _is_beside_the_point(entry)]
    problems = [*_problems_of_all(entries), *(p for entry in entries for p in _problems_of(entry))]
    if problems:
        raise RefusedFileError(*problems)
    return {entry.filename: _contents(archive, entry) for entry in entries}


def _is_beside_the_point(entry: ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return entry.is_dir() or bool(OF_A_SYSTEM.intersection(parts))


def _problems_of_all(entries: list[ZipInfo]) -> list[Problem]:
    if not entries:
        return [Problem(0, _("There is no PO or XLIFF file in this ZIP."))]
    if len(entries) > MOST_FILES:
        reason = ngettext(
            "There is more than %(number)d file in this ZIP.",
            "There are more than %(number)d files in this ZIP.",
            MOST_FILES,
        ) % {"number": MOST_FILES}
        return [Problem(0, reason)]
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        return [Problem(0, _("Unpacked, this ZIP would be too large."))]
    counts = Counter(entry.filename for entry in entries)
    return [
        Problem(0, _("This file stands twice in the ZIP."), name)
        for name, count in counts.items()
        if count > 1
    ]


def _problems_of(entry: ZipInfo) -> list[Problem]:
    name, reason = entry.filename, ""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        reason = _("Its name leads out of the ZIP.")
    elif stat.S_ISLNK(entry.external_attr >> 16):
        reason = _("It is no file but a link to one.")
    elif entry.flag_bits & IS_ENCRYPTED:
        reason = _("It is locked with a password.")
    elif path.suffix.lower() not in ENDINGS:
        reason = _("It is neither a PO nor an XLIFF file.")
    elif entry.file_size > LARGEST:
        reason = _("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2}
    return [Problem(0, reason, name)] if reason else []


def _contents(archive: ZipFile, entry: ZipInfo) -> File:
    """Read one file, but never more of it than is allowed, whatever size the archive claims."""
    with archive.open(entry) as stored:
        data = stored.read(LARGEST + 1)
    return ContentFile(data, name=entry.filename)
