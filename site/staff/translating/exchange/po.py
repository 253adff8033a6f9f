"""PO files, as gettext tools and most translation programs read them."""

import re

import polib
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.units import Returned, ReturnedFile, units_of

BELONGS_TO = "X-WagtailLocalize-TranslationID"
LINE = re.compile(r"line (\d+)")


def write_po(translation: Translation) -> bytes:
    """Return the texts of a page with their translations as far as there are."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": translation.source.object_repr,
        "POT-Creation-Date": f"{timezone.now():%Y-%m-%d %H:%M+0000}",
        "Language": translation.target_locale.language_code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        BELONGS_TO: str(translation.uuid),
    }
    for unit in units_of(translation):
        file.append(polib.POEntry(msgctxt=unit.path, msgid=unit.source, msgstr=unit.words))
    return str(file).encode()


def read_po(text: str) -> ReturnedFile:
    """Read a PO file; raise RefusedFileError where it is not one."""
    file = _parse(text)
    texts = [entry for entry in file if not entry.obsolete]
    ready = [entry for entry in texts if entry.msgstr and not entry.fuzzy]
    return ReturnedFile(
        kind="PO",
        translation=file.metadata.get(BELONGS_TO, ""),
        language=file.metadata.get("Language", ""),
        texts=[
            Returned(entry.linenum or 0, entry.msgctxt or "", entry.msgid, entry.msgstr)
            for entry in ready
        ],
        left_out=len(texts) - len(ready),
    )


def po_belongs_to(text: str) -> str:
    """Return the mark of the translation that a PO file says it belongs to."""
    return _parse(text).metadata.get(BELONGS_TO, "")


def _parse(text: str) -> polib.POFile:
    if "\n" not in text:  # polib would take a single line for the name of a file
        raise RefusedFileError(Problem(1, _("This is neither a PO nor an XLIFF file.")))
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError) as error:
        found = LINE.search(str(error))
        line = int(found[1]) if found else 0
        raise RefusedFileError(
            Problem(line, _("This line is not written as in a PO file."))
        ) from error
