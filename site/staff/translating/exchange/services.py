"""Taking in a file from an agency: whole, or not at all."""

from codecs import BOM_UTF8
from dataclasses import dataclass

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from staff.models import User
from staff.translating.exchange.checking import problems_of
from staff.translating.exchange.po import read_po
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.units import ReturnedFile, units_of
from staff.translating.exchange.xliff import read_xliff
from staff.translating.services import write_text

LARGEST = 2 * 1024 * 1024
MOST_TEXTS = 5_000


@dataclass(frozen=True)
class Taken:
    """How many texts of a file were taken over, and how many were empty or not finished."""

    texts: int
    left_out: int


@transaction.atomic
def take_in(user: User, translation: Translation, file: File) -> Taken:
    """Write a file's texts into a translation; raise RefusedFileError with every reason and change nothing."""
    returned = read(translation, file)
    problems = problems_of(returned, translation)
    if problems:
        raise RefusedFileError(*problems)
    units = {(unit.path, unit.source): unit for unit in units_of(translation)}
    changed = [
        (units[(text.path, text.source)], text.words)
        for text in {(one.path, one.source): one for one in returned.texts}.values()
        if units[(text.path, text.source)].words != text.words
    ]
    for unit, words in changed:
        write_text(user, translation, unit.segment, words, tool=returned.kind)
    return Taken(len(changed), returned.left_out)


def read(translation: Translation, file: File) -> ReturnedFile:
    """Read a file of either kind, told apart by how it begins."""
    text = text_of(file)
    returned = read_xliff(text.encode(), translation) if is_xml(text) else read_po(text)
    if len(returned.texts) > MOST_TEXTS:
        raise RefusedFileError(Problem(0, _("The file has more texts than a page can have.")))
    return returned


def text_of(file: File) -> str:
    """Return what is written in a file; raise RefusedFileError where it is too large or no text."""
    if file.size > LARGEST:
        reason = _("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2}
        raise RefusedFileError(Problem(0, reason))
    file.seek(0)
    data = file.read().removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RefusedFileError(Problem(line, _("The file is not written in UTF-8."))) from error
    if "\x00" in text:
        raise RefusedFileError(Problem(0, _("This is neither a PO nor an XLIFF file.")))
    return text.lstrip() if is_xml(text) else text


def is_xml(text: str) -> bool:
    return text.lstrip().startswith("<")
