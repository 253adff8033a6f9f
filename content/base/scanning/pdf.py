"""PDF: no author, program, date, attachment or private data; in our own lesson sheets only what readers need.

The sheets say their title, subject and language, as PDF/UA (ISO 14289-1) asks, and are signed by the site.
"""

import re
from io import BytesIO

from content.base.scanning import jpeg

_SIGNATURES = {"Land of Big Cats", "Земля больших кошек", "大猫之乡"}
_SHEET_KEYS = {"/Title", "/Author", "/Creator", "/Keywords"}
_PRIVATE = ("/PieceInfo", "/LastModified", "/Thumb", "/EF", "/AF")
_DATES = re.compile(rb"<xmp:(?:Create|Modify|Metadata)Date|<(?:exif|photoshop|GPano|tiff):")


def findings(data: bytes) -> list[str]:
    from pikepdf import PdfError, open  # slow to load, and only this reader needs it

    try:
        with open(BytesIO(data)) as pdf:
            is_sheet = _is_sheet(pdf)
            allowed = _SHEET_KEYS if is_sheet else set()
            info = pdf.trailer.get("/Info", {})
            found = [f"{key[1:]} entry" for key in info if key not in allowed]
            for element in pdf.objects:
                found += _of_object(element, is_root_metadata=is_sheet)
    except PdfError:
        return ["cannot be read"]
    return found


def _is_sheet(pdf) -> bool:
    """Say whether this is a sheet that the site itself has typeset."""
    if "/Info" not in pdf.trailer:
        return False
    creator, author = (str(pdf.docinfo.get(key, "")) for key in ("/Creator", "/Author"))
    return creator.startswith("Typst ") and author in _SIGNATURES


def _of_object(element, *, is_root_metadata: bool) -> list[str]:
    from pikepdf import Dictionary, Stream

    if not isinstance(element, Dictionary | Stream):
        return []
    found = [f"{key[1:]} entry" for key in _PRIVATE if key in element]
    if element.get("/Type") == "/EmbeddedFile":
        found.append("attached file")
    if not isinstance(element, Stream):
        return found
    if element.get("/Type") == "/Metadata" and not is_root_metadata:
        found.append("XMP")
    elif element.get("/Type") == "/Metadata" and _DATES.search(element.read_bytes()):
        found.append("XMP with dates or camera data")
    if element.get("/Filter") == "/DCTDecode":
        found += jpeg.findings(element.read_raw_bytes())
    return found
