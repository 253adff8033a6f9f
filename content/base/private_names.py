"""Names that are never told: brooks, ridges, cordons by which somebody could find an animal. Staff keep the list."""

import re
import unicodedata
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from content.base.formats import format_list
from content.base.texts.columns import text_columns

_ANY_ENDING = "*"  # a name that is declined: its stem and this


def private_names_in(*texts: str) -> list[str]:
    """Return the names of the list that texts hold, as the list writes them.

    Case, accents, hyphens and markup make no difference. A name counts as a whole word; a Chinese one anywhere.
    """
    from content.base.site_settings import current_settings  # it needs the models, which need this

    names = current_settings().private_names
    if not names.strip():
        return []
    whole = _folded(" \n ".join(strip_tags(text) for text in texts if text))
    return [name for name, pattern in _patterns(names) if pattern.search(whole)]


def refuse_private_names(record: Model) -> None:
    """Raise ValidationError at the texts of a fact that hold such a name; it is said to staff alone."""
    columns = text_columns(type(record))
    found = {name: private_names_in(getattr(record, name) or "") for name in columns}
    errors = {name: told_in_words(names) for name, names in found.items() if names}
    if errors:
        raise ValidationError(errors)


def told_in_words(names: list[str]) -> str:
    return _("This would tell a place that is kept secret: %(names)s.") % {
        "names": format_list(names)
    }


@lru_cache(maxsize=4)
def _patterns(names: str) -> list[tuple[str, re.Pattern]]:
    lines = [line.strip() for line in names.splitlines() if line.strip(f" {_ANY_ENDING}")]
    return [(line, _pattern(line)) for line in lines]


def _pattern(line: str) -> re.Pattern:
    words = [re.escape(word) for word in _folded(line.rstrip(_ANY_ENDING)).split()]
    text = r"\W+".join(words)
    if any("\u4e00" <= sign <= "\u9fff" for sign in line):
        return re.compile(text)
    end = "" if line.endswith(_ANY_ENDING) else r"\b"
    return re.compile(rf"\b{text}{end}")


def _folded(text: str) -> str:
    """Return a text in one case, without accents, its hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[-‐‑–—_]+", " ", plain)
