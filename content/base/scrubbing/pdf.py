"""PDF: no information dictionary, no XMP, no attachments, no scripts, no embedded picture metadata."""

from io import BytesIO

from django.utils.translation import gettext as _

from content.base.scrubbing.errors import NotADocumentError
from content.base.scrubbing.pictures import NotAPictureError, scrub_bytes

# Keys that carry metadata, private data of programs, page thumbnails or the time of a change.
_PRIVATE_KEYS = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/EF")
_ROOT_KEYS = ("/Metadata", "/PieceInfo", "/OpenAction", "/AA", "/Perms")
_ANNOTATION_KEYS = ("/T", "/M", "/CreationDate", "/NM", "/A", "/AA", "/RC")
_RUNNING = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")


def scrub_pdf(content: bytes) -> tuple[bytes, bool]:
    """Return the pages alone, and whether scripts were among what was taken out.

    Raises NotADocumentError for damaged or locked files.
    """
    import pikepdf  # slow to load, and only staff need it

    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            had_script = "/JavaScript" in pdf.Root.get("/Names", {}) or _runs(
                pdf.Root.get("/OpenAction")
            )
            _drop_document_metadata(pdf)
            had_script |= _defuse_all(pdf.objects)
            for element in pdf.objects:
                _drop_private_keys(element)
            for page in pdf.pages:
                _clean_annotations(page)
            cleaned = BytesIO()
            pdf.remove_unreferenced_resources()
            pdf.save(cleaned, deterministic_id=True, linearize=False, compress_streams=True)
    except pikepdf.PasswordError as error:
        raise NotADocumentError(
            _("This PDF is locked with a password. Send one without."), code="locked"
        ) from error
    except (pikepdf.PdfError, ValueError, TypeError, LookupError, RuntimeError) as error:
        raise NotADocumentError(
            _("This PDF is damaged and cannot be read."), code="damaged"
        ) from error
    return cleaned.getvalue(), had_script


def _defuse(element) -> bool:
    """Take what runs out of an object and of what it holds directly; say whether there was anything."""
    from pikepdf import Array, Dictionary, Stream

    if isinstance(element, Array):
        return _defuse_all(one for one in element if not _is_visited_itself(one))
    if not isinstance(element, (Dictionary, Stream)):
        return False
    found = "/AA" in element or "/JS" in element or _runs(element.get("/A"))
    for key in ("/AA", "/JS", *(["/A"] if _runs(element.get("/A")) else [])):
        if key in element:
            del element[key]
    return _defuse_all(one for _key, one in element.items() if not _is_visited_itself(one)) or found


def _defuse_all(elements) -> bool:
    """Defuse every one of them; `any` would stop at the first find."""
    return sum(_defuse(element) for element in elements) > 0


def _is_visited_itself(element) -> bool:
    return getattr(element, "is_indirect", False)


def _runs(action) -> bool:
    from pikepdf import Dictionary

    if not isinstance(action, Dictionary):
        return False
    return action.get("/S") in _RUNNING or _runs(action.get("/Next"))


def _drop_document_metadata(pdf) -> None:
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for key in _ROOT_KEYS:
        if key in pdf.Root:
            del pdf.Root[key]
    for name in ("/EmbeddedFiles", "/JavaScript"):
        if "/Names" in pdf.Root and name in pdf.Root.Names:
            del pdf.Root.Names[name]


def _drop_private_keys(element) -> None:
    from pikepdf import Dictionary, Stream

    if not isinstance(element, (Dictionary, Stream)):
        return
    for key in _PRIVATE_KEYS:
        if key in element:
            del element[key]
    if isinstance(element, Stream) and element.get("/Filter") == "/DCTDecode":
        _reencode_jpeg(element)


def _reencode_jpeg(stream) -> None:
    """Take EXIF out of a JPEG inside the PDF; colours stay as they are."""
    from pikepdf import Name

    try:
        clean = scrub_bytes(bytes(stream.read_raw_bytes()), keep_mode=True)
    except NotAPictureError:
        return  # a mask or an odd colour space, drawn by the reader alone
    stream.write(clean, filter=Name.DCTDecode)


def _clean_annotations(page) -> None:
    for annotation in page.get("/Annots", []):
        subtype = annotation.get("/Subtype")
        if subtype in ("/FileAttachment", "/Sound", "/Movie", "/RichMedia", "/Screen"):
            raise NotADocumentError(
                _("This PDF holds attached files, sound or film. Send it without them."),
                code="attachments",
            )
        if subtype in ("/Link", "/Widget"):
            continue
        for key in _ANNOTATION_KEYS:
            if key in annotation:
                del annotation[key]
