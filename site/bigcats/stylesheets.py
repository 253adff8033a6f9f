"""One stylesheet on the wire: `css/site.css` with the sheets it imports joined into it, without a front-end build.

In the source every component has its own sheet and `site.css` imports them; `staff.css` does the same for the editors'
interface, `ranger.css` for the rangers' sheets. This finder stands before the others and answers for these only, so the
sample site and `collectstatic` serve the joined files alike.
"""

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SHEETS = ("css/site.css", "css/staff.css", "css/ranger.css")
_IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')
_ADDRESS = re.compile(r'url\("([^":]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*\n\s*")


class JoinedStylesheetFinder(BaseFinder):
    """Find the joined stylesheets; leave every other file to the finders that follow."""

    def __init__(self, app_names: list[str] | None = None) -> None:
        self.source = Path(settings.STATICFILES_DIRS[0])
        self.storage = FileSystemStorage(location=settings.STYLESHEET_ROOT)

    def check(self, **kwargs) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        if path not in SHEETS:
            return []
        place = str(self._written(path))
        return [place] if find_all else place

    def list(self, ignore_patterns) -> Iterator[tuple[str, FileSystemStorage]]:
        for sheet in SHEETS:
            self._written(sheet)
            yield sheet, self.storage
            if getattr(settings, "WHITENOISE_USE_FINDERS", False):  # collectstatic compresses too
                yield f"{sheet}.gz", self.storage

    def _written(self, sheet: str) -> Path:
        """Write a joined sheet and its gzip twin if a source is newer; return its place."""
        source, target = self.source / sheet, Path(self.storage.path(sheet))
        newest = max(part.stat().st_mtime for part in source.parent.rglob("*.css"))
        if not target.exists() or target.stat().st_mtime < newest:
            text = joined(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target.with_suffix(".css.gz"), gzip.compress(text.encode(), mtime=0))
            _replace(target, text.encode())
        return target


def _replace(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: several processes may start at once."""
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(target)


def joined(sheet: Path) -> str:
    """Return a sheet with its imports in place, addresses made right for where it stands, comments dropped."""

    def imported(match: re.Match) -> str:
        name = match[1]
        text = (sheet.parent / name).read_text("utf-8")
        return _ADDRESS.sub(
            lambda address: f'url("{normpath(join(dirname(name), address[1]))}")', text
        )

    text = _IMPORT.sub(imported, sheet.read_text("utf-8"))
    return _BLANKS.sub("\n", _COMMENT.sub("", text)).strip() + "\n"
