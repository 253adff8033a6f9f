"""The pages of the site by translation key, and what is recorded about their translations: all in few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, Max, OuterRef, Q
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from content.base.texts.columns import LANGUAGES
from staff.translating.texts import ADDRESS

Group = dict[str, Page]  # language code → page


@dataclass(frozen=True)
class Progress:
    """How many texts there are, how many are translated, and how many of these only by a machine."""

    total: int = 0
    done: int = 0
    unread: int = 0

    @property
    def left(self) -> int:
        return self.total - self.done


@dataclass(frozen=True)
class Records:
    """All that is needed to judge every page in one language."""

    language: str
    groups: dict[UUID, Group]
    by_path: dict[str, Page]
    translations: dict[tuple[UUID, str], Translation]
    progress: dict[int, Progress]
    last_edits: dict[UUID, datetime]
    submitted: set[int]


def records_for(language: str) -> Records:
    """Ask for everything at once."""
    return _records(language, page_groups(), translations_of_pages(), submitted_pages())


def records_of(keys: Iterable[UUID]) -> list[Records]:
    """Ask for what there is to say of some pages in every language; the pages above them are not asked for."""
    groups, translations = page_groups(keys), translations_of_pages(keys)
    sources = {one.source_id for one in translations.values()}
    return [_records(code, groups, translations, set(), sources) for code in LANGUAGES]


def _records(
    language: str,
    groups: dict[UUID, Group],
    translations: dict[tuple[UUID, str], Translation],
    submitted: set[int],
    sources: Iterable[int] | None = None,
) -> Records:
    return Records(
        language=language,
        groups=groups,
        by_path={page.path: page for group in groups.values() for page in group.values()},
        translations=translations,
        progress=progress_in(language, sources),
        last_edits=last_edits_in(language, groups if sources is not None else None),
        submitted=submitted,
    )


def page_groups(keys: Iterable[UUID] | None = None) -> dict[UUID, Group]:
    """Return every page below the root, or those of some keys, by translation key and language."""
    pages = (
        Page.objects.filter(depth__gt=1)
        .select_related("locale", "content_type", "published_text")
        .order_by("depth", "pk")
    )
    if keys is not None:
        pages = pages.filter(translation_key__in=list(keys))
    groups: dict[UUID, Group] = defaultdict(dict)
    for page in pages:
        groups[page.translation_key].setdefault(page.locale.language_code, page)
    return dict(groups)


def translations_of_pages(
    keys: Iterable[UUID] | None = None,
) -> dict[tuple[UUID, str], Translation]:
    """Return the translations at work, by translation key and target language."""
    found = Translation.objects.filter(
        enabled=True, source__object__content_type=ContentType.objects.get_for_model(Page)
    ).select_related("source__locale", "target_locale", "base")
    if keys is not None:
        found = found.filter(source__object__in=list(keys))
    return {(one.source.object_id, one.target_locale.language_code): one for one in found}


def progress_in(language: str, sources: Iterable[int] | None = None) -> dict[int, Progress]:
    """Return, by source, how far its translation into a language is."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale__language_code=language,
        has_error=False,
    )
    by_machine = translated.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    segments = StringSegment.objects.exclude(context__path=ADDRESS)
    if sources is not None:
        segments = segments.filter(source__in=list(sources))
    rows = (
        segments.annotate(is_done=Exists(translated), is_unread=Exists(by_machine))
        .values("source_id")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(is_done=True)),
            unread=Count("pk", filter=Q(is_unread=True)),
        )
        .order_by()
    )
    return {row["source_id"]: Progress(row["total"], row["done"], row["unread"]) for row in rows}


def progress_of(translation: Translation) -> Progress:
    """Return how far one translation is."""
    language = translation.target_locale.language_code
    return progress_in(language, [translation.source_id]).get(translation.source_id, Progress())


def last_edits_in(language: str, keys: Iterable[UUID] | None = None) -> dict[UUID, datetime]:
    """Return, by translation key, when a text was last translated into a language."""
    texts = StringTranslation.objects.filter(locale__language_code=language, context__isnull=False)
    if keys is not None:
        texts = texts.filter(context__object__in=list(keys))
    rows = texts.values("context__object_id").annotate(last=Max("updated_at")).order_by()
    return {row["context__object_id"]: row["last"] for row in rows}


def submitted_pages() -> set[int]:
    """Return the numbers of the pages that wait for a moderator."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return {int(number) for number in states.values_list("object_id", flat=True)}
