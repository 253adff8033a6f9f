"""Texts that a machine has drafted and nobody has read yet."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from staff.translating.texts import ADDRESS

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


@dataclass(frozen=True)
class Draft:
    """A text and its translation by a machine."""

    segment_id: int
    source: str
    words: str


def unread_drafts(translation: Translation) -> list[Draft]:
    """Return the drafts nobody has read, in the order of the page."""
    drafted = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
        translation_type=MACHINE,
        has_error=False,
    )
    rows = (
        StringSegment.objects.filter(source=translation.source_id)
        .exclude(context__path=ADDRESS)
        .annotate(words=Subquery(drafted.values("data")[:1]))
        .filter(words__isnull=False)
        .order_by("order")
        .values_list("pk", "string__data", "words")
    )
    return [Draft(*row) for row in rows]
