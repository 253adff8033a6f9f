"""A chart with all that a reader is owed beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class KeyEntry:
    """One line of the key. `mark` is the shape of the sign: circle, square, diamond, bar, line, few …"""

    name: str
    mark: str
    css_class: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing, its caption, what to see in it, its key, the same as a table, its source and date."""

    caption: str
    svg: SafeString
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    seen: str = ""
    key: Sequence[KeyEntry] = field(default_factory=list)
    source: str = ""
    is_sample: bool = False
