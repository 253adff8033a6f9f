"""Words of the interface that are not translated: told by the PO files, which the code's own people keep."""

from functools import lru_cache

from bigcats.catalogues import TRANSLATED, missing, po_path, read_catalogue
from staff.quality.gaps.gap import Found, Gap, GapState, Kind, Total

LANGUAGES = {"ru": "ru", "zh_Hans": "zh-hans"}  # name of the catalogue → language


def gaps_of_interface() -> Found:
    """Return the words that each catalogue lacks; English is the language of the code itself."""
    found = Found(Kind.INTERFACE)
    for name in TRANSLATED:
        path = po_path(name)
        gaps, of = _read(name, path.stat().st_mtime if path.exists() else 0.0)
        found.gaps += gaps
        found.totals[LANGUAGES[name]] = Total(of - len(gaps), of)
    found.totals["en"] = found.totals.get("ru", Total(0, 0))
    found.totals["en"] = Total(found.totals["en"].of, found.totals["en"].of)
    return found


@lru_cache(maxsize=4)
def _read(name: str, _changed: float) -> tuple[tuple[Gap, ...], int]:
    catalogue = read_catalogue(name)
    gaps = tuple(
        Gap(
            kind=Kind.INTERFACE,
            sort="",
            title=message.id[0] if message.pluralizable else message.id,
            language=LANGUAGES[name],
            state=GapState.OUTDATED if message.fuzzy else GapState.MISSING,
            what=message.context or "",
        )
        for message in missing(catalogue)
    )
    return gaps, len(catalogue)
