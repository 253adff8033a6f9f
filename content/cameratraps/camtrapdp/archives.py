"""A package in a ZIP archive: read in place, each file as it is asked for, with its size kept in bounds."""

import stat
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from content.cameratraps.camtrapdp.problems import PackageRefusedError

MAX_ENTRIES = 2_000_000
MAX_FILE = 4 * 1024**3  # bytes of one file, unpacked
MAX_RATIO = 250  # unpacked to packed; tables of real packages reach about 30
RATIO_FROM = 4 * 1024**2  # smaller files do no harm, however well they pack
_ENCRYPTED = 0x1


class ArchiveSource:
    """A package in a ZIP archive, alone or in one folder within it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise PackageRefusedError(_("This file is not a ZIP archive, or damaged.")) from error
        entries = self._archive.infolist()
        _refuse_harm(entries)
        self._base = _base_of(entries)
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}

    def open(self, name: str) -> BinaryIO:
        entry = self._entries.get(f"{self._base}{name}")
        if entry is None:
            raise FileNotFoundError(name)
        try:
            return self._archive.open(entry)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise PackageRefusedError(
                _("The archive is damaged: %(name)s cannot be read.") % {"name": name}
            ) from error

    def has(self, name: str) -> bool:
        return f"{self._base}{name}" in self._entries

    def close(self) -> None:
        self._archive.close()
        self._file.close()


def _base_of(entries: list[zipfile.ZipInfo]) -> str:
    """Return the folder of the shallowest `datapackage.json` with a slash at its end; empty at the top."""
    found = [
        entry.filename
        for entry in entries
        if PurePosixPath(entry.filename).name == "datapackage.json"
    ]
    if not found:
        return ""
    return min(found, key=lambda name: (name.count("/"), name)).removesuffix("datapackage.json")


def _refuse_harm(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise PackageRefusedError(_("The archive holds too many files."))
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if _leads_out(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise PackageRefusedError(
                _("The archive holds a path that leads out of it: %(name)s") % {"name": name[:120]}
            )
        if entry.filename in seen:
            raise PackageRefusedError(
                _("The archive holds two files of one name: %(name)s") % {"name": name[:120]}
            )
        seen.add(entry.filename)
        if entry.flag_bits & _ENCRYPTED:
            raise PackageRefusedError(_("The archive is locked with a password."))
        if _is_bomb(entry):
            raise PackageRefusedError(
                _("The archive holds a file that unpacks beyond measure: %(name)s")
                % {"name": name[:120]}
            )
    _refuse_overlaps(entries)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        not name
        or "\\" in name
        or "\0" in name
        or path.is_absolute()
        or ".." in path.parts
        or ":" in path.parts[0]
    )


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size > MAX_FILE:
        return True
    return entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(
        entry.compress_size, 1
    )


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive whose files share bytes: that is how a small one holds a flood."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise PackageRefusedError(_("The archive is damaged: its files lie over each other."))
        end = entry.header_offset + entry.compress_size
