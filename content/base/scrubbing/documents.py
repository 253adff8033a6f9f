"""Files to download lose their authors, dates, thumbnails and everything else nobody meant to publish."""

from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from content.base.scrubbing.errors import NotADocumentError
from content.base.scrubbing.office import MAIN_PARTS, scrub_office
from content.base.scrubbing.pdf import scrub_pdf
from content.base.scrubbing.sniffing import PICTURES, kind_of

TEXT_EXTENSIONS = {"txt", "csv"}


class ScrubbedDocument(ContentFile):
    """A file without metadata, under a random name; `had_script` tells that a script was taken out."""

    had_script = False


def scrub_document(source: File) -> ScrubbedDocument:
    """Return a new file with the content of `source` and without its metadata. Raises NotADocumentError."""
    source.seek(0)
    content = source.read()
    extension = PurePath(source.name or "").suffix.lower().removeprefix(".")
    kind = kind_of(content[:64])
    if kind in PICTURES:
        raise NotADocumentError(
            _("This is a picture. Add it under “Pictures”, where its metadata is taken out."),
            code="picture",
        )
    name, had_script = f"{uuid4().hex}.{extension}", False
    if extension == "pdf" and kind == "pdf":
        clean, had_script = scrub_pdf(content)
    else:
        clean = _scrub(content, extension, kind)
    document = ScrubbedDocument(clean, name=name)
    document.had_script = had_script
    return document


def _scrub(content: bytes, extension: str, kind: str) -> bytes:
    if extension in MAIN_PARTS and kind == "zip":
        return scrub_office(content, extension)
    if extension in TEXT_EXTENSIONS and not kind:
        return _scrub_text(content)
    if extension in {"pdf", *MAIN_PARTS, *TEXT_EXTENSIONS}:
        raise NotADocumentError(
            _("The name ends in .%(extension)s, but the content is something else.")
            % {"extension": extension},
            code="false_name",
        )
    raise NotADocumentError(
        _("Files ending in .%(extension)s are not taken. Send PDF, DOCX, PPTX, XLSX, CSV or TXT.")
        % {"extension": extension[:12]},
        code="not_a_document",
    )


def _scrub_text(content: bytes) -> bytes:
    for encoding in ("utf-8-sig", "utf-16", "gb18030", "cp1251"):
        if encoding == "utf-16" and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.encode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8")
    raise NotADocumentError(
        _("This is not a text file: it holds bytes that are no letters."), code="false_name"
    )
