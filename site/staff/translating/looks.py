"""The texts of a translation that want a look because the original has changed."""

from dataclasses import dataclass

from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from staff.translating.diffs import Piece, word_changes
from staff.translating.models import TranslationBase
from staff.translating.texts import (
    ADDRESS,
    Change,
    ChangeKind,
    changes_between,
    texts_of_page,
    texts_of_source,
)


@dataclass(frozen=True)
class Look:
    """One changed text: what it said and says, its translation of before, and whether it has one again."""

    change: Change
    pieces: list[Piece]
    previous: str = ""
    segment_id: int | None = None
    is_done: bool = False

    @property
    def may_keep(self) -> bool:
        """Say whether the translation of before can be taken for the changed text too."""
        return bool(self.previous and self.segment_id and not self.is_done)


def looks_of(translation: Translation) -> list[Look]:
    """Return what changed since a translation last went live, in the order of the page."""
    base = TranslationBase.objects.filter(translation=translation).first()
    if base is None or base.since is None:
        return []
    changes = changes_between(map(tuple, base.texts), texts_of_source(translation.source))
    words, segments = _translations(translation), _segments(translation)
    return [_look(change, words, segments) for change in changes]


def _look(change: Change, words: dict, segments: dict) -> Look:
    return Look(
        change=change,
        pieces=word_changes(change.old, change.new),
        previous=words.get((change.path, change.old), ""),
        segment_id=segments.get((change.path, change.new)),
        is_done=(change.path, change.new) in words,
    )


def _translations(translation: Translation) -> dict[tuple[str, str], str]:
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__object_id=translation.source.object_id,
        has_error=False,
    )
    found = rows.values_list("context__path", "translation_of__data", "data")
    return {(path, text): data for path, text, data in found}


def _segments(translation: Translation) -> dict[tuple[str, str], int]:
    rows = StringSegment.objects.filter(source=translation.source_id).exclude(context__path=ADDRESS)
    found = rows.values_list("context__path", "string__data", "pk")
    return {(path, text): number for path, text, number in found}


def looks_by_hand(page: Page, original: Page) -> list[Look]:
    """Return what changed in another language's page since a page without segments last caught up with it."""
    then = page.published_text.caught_up_at if hasattr(page, "published_text") else None
    then = then or page.last_published_at
    entries = PageLogEntry.objects.filter(
        page=original.pk, action="wagtail.publish", revision__isnull=False
    ).select_related("revision")
    before = entries.filter(timestamp__lte=then).order_by("-timestamp").first()
    if before is None:
        return []
    old = texts_of_page(before.revision.as_object())
    changes = changes_between(old, texts_of_page(original.specific))
    return [Look(change, word_changes(change.old, change.new)) for change in changes]


def counts_of(looks: list[Look]) -> dict[ChangeKind, int]:
    """Return how many texts changed, came and went."""
    return {kind: sum(look.change.kind == kind for look in looks) for kind in ChangeKind}
