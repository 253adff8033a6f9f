"""The translatable texts of a page, and what changed between two states of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

ADDRESS = "slug"  # may stay as it is in the original: no text to translate

Text = tuple[str, str]  # where it stands on the page, and its words


class ChangeKind(TextChoices):
    CHANGED = "changed", pgettext_lazy("text", "Changed")
    ADDED = "added", pgettext_lazy("text", "New")
    REMOVED = "removed", pgettext_lazy("text", "Gone")


@dataclass(frozen=True)
class Change:
    """One text that differs: where it stands, what it said and what it says."""

    kind: ChangeKind
    path: str
    old: str = ""
    new: str = ""


def texts_of_page(page: Page) -> list[Text]:
    """Return the texts of a page as it is in memory, in order."""
    return [
        (segment.path, segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and segment.path != ADDRESS
    ]


def texts_of_source(source: TranslationSource) -> list[Text]:
    """Return the texts that translators are given, in order."""
    segments = source.stringsegment_set.exclude(context__path=ADDRESS).order_by("order")
    return list(segments.values_list("context__path", "string__data"))


def digest(texts: Iterable[Text]) -> str:
    """Return one mark for all texts: equal marks, equal texts."""
    return sha256("\x1f".join(f"{path}\x1e{text}" for path, text in texts).encode()).hexdigest()


def changes_between(old: Iterable[Text], new: Iterable[Text]) -> list[Change]:
    """Return what differs, place by place, in the order of the new texts; what is gone comes last."""
    before, after = _by_path(old), _by_path(new)
    places = [*after, *(path for path in before if path not in after)]
    return [one for path in places for one in _changes_at(path, before[path], after[path])]


def _by_path(texts: Iterable[Text]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path, text in texts:
        found[path].append(text)
    return found


def _changes_at(path: str, old: list[str], new: list[str]) -> Iterator[Change]:
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for step, old_start, old_end, new_start, new_end in steps:
        if step == "equal":
            continue
        gone, come = old[old_start:old_end], new[new_start:new_end]
        shared = min(len(gone), len(come))
        for was, now in zip(gone, come, strict=False):
            yield Change(ChangeKind.CHANGED, path, was, now)
        yield from (Change(ChangeKind.ADDED, path, new=text) for text in come[shared:])
        yield from (Change(ChangeKind.REMOVED, path, old=text) for text in gone[shared:])


def count_of(changes: Iterable[Change], kind: ChangeKind) -> int:
    return sum(change.kind == kind for change in changes)
