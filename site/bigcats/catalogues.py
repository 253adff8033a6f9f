"""The interface texts: collected from code and templates, kept as PO files, compiled without gettext's own programs.

Everything here is Babel, so a machine needs nothing but Python. PO files live in `locale/<language>/LC_MESSAGES/`.
"""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from bigcats.environment import BASE_DIR

LOCALE_DIR = BASE_DIR / "locale"
TRANSLATED = ("ru", "zh_Hans")  # English is the language of the code
SOURCES = ("content", "site", "templates")
LEFT_OUT = ("content/demo/art", "content/demo/tracks")
_HEADER_NOISE = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Last-Translator',
    '"Language-Team',
    '"Report-Msgid-Bugs-To',
    '"Project-Id-Version',
    '"Generated-By',
)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def po_path(language: str) -> Path:
    return LOCALE_DIR / language / "LC_MESSAGES" / "django.po"


def supplement_path(language: str, domain: str = "django") -> Path:
    """Return the hand-kept file of texts that Wagtail's own translation lacks; `djangojs` are those of its scripts."""
    return BASE_DIR / "site" / "staff" / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(language: str) -> Catalog:
    """Return a language's catalogue, an empty one when there is no file yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain="django", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def write_catalogue(language: str, catalogue: Catalog) -> None:
    """Write a catalogue, ordered by text, without line numbers, so that changes read well."""
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A header without dates and names: a change of texts is the only change of the file.
    catalogue.header_comment = "# Interface texts of the Land of Big Cats."
    content = BytesIO()
    write_po(
        content,
        catalogue,
        width=120,
        no_location=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    lines = content.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(_HEADER_NOISE)))


def collect() -> Catalog:
    """Return every text marked for translation in code and templates."""
    template = Catalog(project="Land of Big Cats")
    for path in _sources():
        code = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            code = _template_as_code(code, path)
        found = extract(
            "python", BytesIO(code.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _line, text, comments, context in found:
            if text:
                template.add(text, auto_comments=comments, context=context)
    return template


def _sources() -> Iterator[Path]:
    for folder in SOURCES:
        for path in sorted((BASE_DIR / folder).rglob("*")):
            relative = path.relative_to(BASE_DIR).as_posix()
            if path.suffix in {".py", ".html", ".txt"} and not relative.startswith(LEFT_OUT):
                yield path


def _template_as_code(source: str, path: Path) -> str:
    """Return a template's texts as Python calls; everything else is blanked out line by line."""
    return "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())


def update(language: str, template: Catalog) -> Catalog:
    """Return the language's catalogue with exactly the template's texts, translations kept, none guessed."""
    catalogue = read_catalogue(language)
    # A copy: Babel takes the template's own messages over, and each language fills in different words.
    catalogue.update(deepcopy(template), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> list[Message]:
    """Return the texts that have no translation, an incomplete plural, or one marked fuzzy."""
    return [
        message for message in catalogue if message.id and (message.fuzzy or not _is_whole(message))
    ]


def _is_whole(message: Message) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return bool(forms) and all(forms)


def compile_all() -> int:
    """Write each binary catalogue whose PO file is newer; return how many were written."""
    written = 0
    for language in TRANSLATED:
        supplements = (supplement_path(language), supplement_path(language, "djangojs"))
        for source in (po_path(language), *supplements):
            written += _compile(source, language)
    return written


def _compile(source: Path, language: str) -> bool:
    target = source.with_suffix(".mo")
    if not source.exists() or (
        target.exists() and target.stat().st_mtime >= source.stat().st_mtime
    ):
        return False
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language, domain="django")
    content = BytesIO()
    write_mo(content, catalogue)
    target.write_bytes(content.getvalue())
    return True
