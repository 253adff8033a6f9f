"""One page's texts between our database and a file."""

from dataclasses import dataclass

from wagtail_localize.models import StringSegment, Translation


@dataclass(frozen=True)
class Unit:
    """A text of the page, and its translation as far as there is one."""

    segment: StringSegment
    path: str
    source: str
    words: str = ""
    is_draft: bool = False


@dataclass(frozen=True)
class Returned:
    """A text that came back in a file: on which line, what it claims to translate, and the translation."""

    line: int
    path: str
    source: str
    words: str


@dataclass(frozen=True)
class ReturnedFile:
    """What a file says it belongs to, and its texts. `language` is empty where the format does not name it."""

    kind: str
    translation: str
    language: str
    texts: list[Returned]
    left_out: int = 0  # empty, or marked by the agency as not finished


def units_of(translation: Translation) -> list[Unit]:
    """Return the texts of a page in order, one that stands twice in the same place once."""
    segments = (
        StringSegment.objects.filter(source=translation.source_id)
        .annotate_translation(translation.target_locale, include_errors=True)
        .select_related("string", "context")
        .order_by("order")
    )
    units = {
        (one.context.path, one.string.data): Unit(
            one, one.context.path, one.string.data, one.translation or ""
        )
        for one in segments
    }
    return list(units.values())
