"""DOCX, PPTX, XLSX: no author, company, dates, paths, thumbnail, nor metadata in the pictures inside."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from content.base.scrubbing.errors import NotADocumentError, NotAPictureError
from content.base.scrubbing.pictures import scrub_bytes
from content.base.scrubbing.sniffing import kind_of

MAIN_PARTS = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
MAX_UNPACKED = 300 * 1024 * 1024
MAX_PARTS = 5000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TEXT_PARTS = (".xml", ".rels", ".vml")
_PLAIN_PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
_VECTOR_PICTURES = {".emf", ".wmf", ".svg"}
_FONTS = {".odttf", ".fntdata", ".ttf"}
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_REPLACED = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP}
# Parts that describe people, programs and machines; links to them go as well.
_DROPPED = re.compile(
    r"(^|/)(docProps/(?!core\.xml$|app\.xml$).*|customXml/.*|.*thumbnail\.\w+|people\.xml|persons/.*"
    r"|printerSettings/.*|revisions/.*|activeX/.*|webextensions/.*|vbaProject\.bin|vbaData\.xml)$",
    re.IGNORECASE,
)
_WHO = re.compile(  # who wrote or changed something
    rb'(\s(?:\w+:)?(?:author|initials|lastModifiedBy|userId|providerId|userName|lastEdited)=)"[^"]*"'
)
_WHEN = re.compile(rb'(\s(?:\w+:)?(?:date|dt|dateUtc|modified|created)=)"[^"]*"')
_DATED_PARTS = re.compile(r"(document|comments\w*|footnotes|endnotes|header\d*|footer\d*)\.xml$")
_AUTHOR_ELEMENTS = re.compile(rb"(<(?:\w+:)?author>)[^<]*(</(?:\w+:)?author>)")
_PEOPLE = re.compile(rb'(<(?:p|p\d+):(?:cmAuthor|author)\b[^>]*?\sname=)"[^"]*"')
_PATHS = re.compile(rb"<x15ac:absPath\b[^>]*/>|<(?:\w+:)?fileSharing\b[^>]*/>")
_LOCAL_TARGETS = re.compile(rb'Target="(?:file:[^"]*|[A-Za-z]:[\\/][^"]*|\\\\[^"]*)"')
_RELATION = re.compile(rb'<Relationship\b[^>]*?\sTarget="([^"]*)"[^>]*?/>')
_OVERRIDE = re.compile(rb'<Override\b[^>]*?\sPartName="/?([^"]*)"[^>]*?/>')


def scrub_office(content: bytes, extension: str) -> bytes:
    """Return the file rewritten part by part. Raises NotADocumentError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as source:
            _refuse_bombs_and_strangers(source, extension)
            return _rewrite(source)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as e:
        raise NotADocumentError(
            _("This file is damaged or locked and cannot be read."), code="damaged"
        ) from e


def _refuse_bombs_and_strangers(source: zipfile.ZipFile, extension: str) -> None:
    parts = source.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise NotADocumentError(_("This file unpacks to far too much."), code="too_large")
    names = {part.filename for part in parts}
    has_main = any(name.startswith(MAIN_PARTS[extension]) for name in names)
    if "[Content_Types].xml" not in names or not has_main:
        raise NotADocumentError(
            _("The name ends in .%(extension)s, but the content is something else.")
            % {"extension": extension},
            code="false_name",
        )


def _rewrite(source: zipfile.ZipFile) -> bytes:
    cleaned = BytesIO()
    with zipfile.ZipFile(cleaned, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.is_dir() or _DROPPED.search(part.filename):
                continue
            entry = zipfile.ZipInfo(part.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, _clean_part(part.filename, source.read(part)))
    return cleaned.getvalue()


def _clean_part(name: str, content: bytes) -> bytes:
    if name in _REPLACED:
        return _REPLACED[name].encode()
    suffix = PurePosixPath(name).suffix.lower()
    if name.endswith(_TEXT_PARTS):
        return _clean_xml(name, content)
    if suffix in _PLAIN_PICTURES:
        return _clean_picture(name, content)
    inner = suffix.removeprefix(".")
    if inner in MAIN_PARTS and kind_of(content[:64]) == "zip":
        return scrub_office(content, inner)  # the table behind a chart
    if suffix in _VECTOR_PICTURES | _FONTS:
        return content
    raise NotADocumentError(
        _("Inside this file is “%(name)s”, which cannot be cleaned. Take it out and send again.")
        % {"name": name},
        code="unknown_part",
    )


def _clean_picture(name: str, content: bytes) -> bytes:
    try:
        return scrub_bytes(content)
    except NotAPictureError as error:
        raise NotADocumentError(
            _(
                "Inside this file is “%(name)s”, which cannot be cleaned. Take it out and send again."
            )
            % {"name": name},
            code="unknown_part",
        ) from error


def _clean_xml(name: str, content: bytes) -> bytes:
    content = _PATHS.sub(b"", content)
    content = _PEOPLE.sub(rb'\1""', content)
    content = _WHO.sub(rb'\1""', content)
    if _DATED_PARTS.search(name) or "comment" in name.lower():
        content = _WHEN.sub(rb'\1""', content)
        content = _AUTHOR_ELEMENTS.sub(rb"\1\2", content)
    if name.endswith(".rels"):
        content = _LOCAL_TARGETS.sub(b'Target=""', content)
        content = _RELATION.sub(_without_dropped, content)
    if name == "[Content_Types].xml":
        content = _OVERRIDE.sub(_without_dropped, content)
    return content


def _without_dropped(match: re.Match) -> bytes:
    target = match[1].decode("utf-8", "replace").replace("../", "").lstrip("/")
    return b"" if _DROPPED.search(target) else match[0]
