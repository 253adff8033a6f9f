"""Where the files of a package lie: a folder or an archive. Nothing is unpacked, nothing outside is read, ever."""

import io
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from django.utils.translation import gettext as _

from content.cameratraps.camtrapdp.archives import ArchiveSource
from content.cameratraps.camtrapdp.problems import PackageRefusedError

DESCRIPTOR = "datapackage.json"


class Source(Protocol):
    """Files by their path within the package."""

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading. Raises FileNotFoundError, and PackageRefusedError for a file that does harm."""

    def has(self, name: str) -> bool: ...

    def close(self) -> None: ...


class FolderSource:
    """A package in a folder; links that lead out of it are not followed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def open(self, name: str) -> BinaryIO:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder) or not path.is_file():
            raise FileNotFoundError(name)
        return path.open("rb")

    def has(self, name: str) -> bool:
        path = (self.folder / name).resolve()
        return path.is_relative_to(self.folder) and path.is_file()

    def close(self) -> None:
        return


def is_local(name: str) -> bool:
    """Say whether a path lies within a package: relative, no step up, no address, no drive."""
    if not name or "\\" in name or "\0" in name or ":" in name.split("/", 1)[0]:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and not name.startswith("~")


def open_source(place: str | Path | BinaryIO) -> Source:
    """Return the files of a folder, a `datapackage.json`, a ZIP archive or an open file. Raises PackageRefusedError."""
    if isinstance(place, io.IOBase) or hasattr(place, "read"):
        return ArchiveSource(place)
    if "://" in str(place):
        raise PackageRefusedError(
            _("This is an address of the network. Nothing is fetched: give a folder or a file.")
        )
    path = Path(place)
    if path.is_dir():
        return FolderSource(path)
    if path.name == DESCRIPTOR and path.is_file():
        return FolderSource(path.parent)
    if path.is_file():
        return ArchiveSource(path.open("rb"))
    raise PackageRefusedError(_("There is no such file or folder: %(path)s") % {"path": path})
