"""The pages of the handbook and where they lie."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bigcats.environment import BASE_DIR
from staff.handbook.markdown import Rendered, rendered

FOLDER = BASE_DIR / "docs" / "editors"
GLOSSARY_SOURCE = BASE_DIR / "docs" / "translating.md"
START = "index"
GLOSSARY = "glossary"
# In the order in which they are listed.
SLUGS = (
    START,
    "first-steps",
    "write",
    "pictures",
    "approve",
    "translate",
    "facts",
    "notices",
    "urgent",
    "galleries",
    "lessons",
    "bookings",
    "check-in",
    "accounts",
    GLOSSARY,
)


@dataclass(frozen=True)
class HandbookPage:
    """One page in one language: its text as HTML, and what its parts are called."""

    slug: str
    title: str
    html: str
    sections: tuple[tuple[str, str], ...]


def handbook_page(language: str, slug: str) -> HandbookPage:
    """Return a page; raises KeyError for an unknown one."""
    if slug not in SLUGS:
        raise KeyError(slug)
    path = FOLDER / language / f"{slug}.md"
    read = _read(language, path, path.stat().st_mtime_ns)
    return HandbookPage(slug, read.title, read.html, read.sections)


def titles(language: str) -> list[tuple[str, str]]:
    """Return slug and title of every page, in their order."""
    return [(slug, handbook_page(language, slug).title) for slug in SLUGS]


def picture_file(language: str, name: str) -> Path | None:
    """Return a picture of the handbook by its bare name; None when there is none."""
    folder = FOLDER / language / "images"
    return next((path for path in folder.glob("*.webp") if path.stem == name), None)


@cache
def _read(language: str, path: Path, changed: int) -> Rendered:
    """Return the text of a file as it was when it was changed last."""
    text = path.read_text(encoding="utf-8")
    if path.stem == GLOSSARY:
        text = f"{text}\n{glossary_table()}"
    return rendered(text, language, path.parent)


def glossary_table() -> str:
    """Return the table of terms, kept once for all three languages in `docs/translating.md`."""
    text = GLOSSARY_SOURCE.read_text(encoding="utf-8")
    section = text.partition("## Glossary")[2].partition("\n## ")[0]
    return "\n".join(line for line in section.splitlines() if line.startswith("|"))
