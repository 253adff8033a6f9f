"""Judging one page in one language: which page it is translated from, and how it stands against that page."""

from datetime import datetime
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from wagtail.models import Page
from wagtail_localize.models import Translation

from staff.translating.models import PublishedText, TranslationBase
from staff.translating.pages import Group, Progress, Records
from staff.translating.work import Changes, PageWork, Section, State, importance_of

STEP = 4  # letters of a path for each level of the tree
HOME_DEPTH = 2


def work_on(records: Records, key: UUID) -> PageWork | None:
    """Return how a page stands in the records' language; None for the original itself and for what nobody can read."""
    group = records.groups[key]
    target = group.get(records.language)
    translation = records.translations.get((key, records.language)) if target else None
    source = original_of(group, key, records, translation)
    if source is None or source is target:
        return None
    state, since, changes = _judge(records, source, target, translation)
    progress = _progress(records, translation)
    model = source.content_type.model_class()
    section = _section(records, source)
    return PageWork(
        key=key,
        title=source.title,
        kind=capfirst(model._meta.verbose_name) if model else "",
        section=section,
        language=records.language,
        source_language=source.locale.language_code,
        source_id=source.pk,
        state=state,
        importance=importance_of(source, source.content_type.model, section.slug),
        since=since,
        target_id=target.pk if target else None,
        translation_id=translation.pk if translation else None,
        total=progress.total if progress else None,
        done=progress.done if progress else None,
        unread=progress.unread if progress else 0,
        changes=changes,
        is_submitted=bool(target) and target.pk in records.submitted,
        missing_parent="" if target else _missing_parent(records, source),
    )


def original_of(
    group: Group, key: UUID, records: Records, translation: Translation | None
) -> Page | None:
    """Return the page a language's page is made from: the one named by its translation, the one it lags behind, or
    the first that is public and is no translation itself."""
    if translation:
        return group.get(translation.source.locale.language_code)
    public = [page for page in group.values() if page.live]
    written = [page for page in public if not _is_translation(records, key, page)] or public
    target = group.get(records.language)
    ahead = newer_than(target, written) if target else []
    others = ahead or [page for page in written if page is not target]
    return min(others, key=lambda page: page.pk, default=None)


def _is_translation(records: Records, key: UUID, page: Page) -> bool:
    return (key, page.locale.language_code) in records.translations


def newer_than(target: Page, others: list[Page]) -> list[Page]:
    """Return the pages whose texts changed after the target last caught up with them."""
    mark = published_text_of(target)
    then = mark.caught_up_at if mark else target.last_published_at
    if then is None:
        return []
    marks = ((page, published_text_of(page)) for page in others if page is not target)
    return [page for page, mark in marks if mark and mark.changed_at and mark.changed_at > then]


def published_text_of(page: Page) -> PublishedText | None:
    return getattr(page, "published_text", None)


def _judge(
    records: Records, source: Page, target: Page | None, translation: Translation | None
) -> tuple[State, datetime | None, Changes]:
    if target is None:
        return State.MISSING, source.first_published_at, Changes()
    if translation:
        return _judge_translation(records, target, translation)
    if newer_than(target, [source]):
        return State.OUT_OF_DATE, published_text_of(source).changed_at, Changes()
    state = State.DONE if target.live else State.IN_PROGRESS
    return state, target.latest_revision_created_at, Changes()


def _judge_translation(
    records: Records, target: Page, translation: Translation
) -> tuple[State, datetime | None, Changes]:
    progress = _progress(records, translation)
    changes, since = _changes(translation)
    if progress.left or progress.unread:
        if changes:
            return State.OUT_OF_DATE, since, changes
        return State.IN_PROGRESS, translation.created_at, changes
    edited = records.last_edits.get(translation.source.object_id)
    published = target.last_published_at
    is_public = bool(target.live and published and (edited is None or edited <= published))
    if changes or not is_public:
        return State.READY, edited or translation.created_at, changes
    return State.DONE, published, changes


def _changes(translation: Translation) -> tuple[Changes, datetime | None]:
    base: Model | None = getattr(translation, "base", None)
    if not isinstance(base, TranslationBase):
        return Changes(), None
    return Changes(base.changed, base.added, base.removed), base.since


def _progress(records: Records, translation: Translation | None) -> Progress | None:
    return records.progress.get(translation.source_id, Progress()) if translation else None


def _ancestors(records: Records, page: Page) -> list[Page]:
    """Return the pages above, from the home page down to the parent."""
    ends = range(HOME_DEPTH * STEP, len(page.path), STEP)
    return [records.by_path[page.path[:end]] for end in ends if page.path[:end] in records.by_path]


def _section(records: Records, source: Page) -> Section:
    lineage = [*_ancestors(records, source), source]
    head = lineage[1] if len(lineage) > 1 else lineage[0]
    own = records.groups[head.translation_key].get(records.language, head)
    return Section("" if head.depth == HOME_DEPTH else head.slug, own.title)


def _missing_parent(records: Records, source: Page) -> str:
    above = _ancestors(records, source)
    missing = [p for p in above if records.language not in records.groups[p.translation_key]]
    return missing[0].title if missing else ""
