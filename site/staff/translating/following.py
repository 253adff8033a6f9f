"""Noticing that an original has changed: what is done whenever a page is published."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail_localize.models import Translation, TranslationLog, TranslationSource

from staff.translating.judging import newer_than
from staff.translating.models import PublishedText, TranslationBase
from staff.translating.texts import (
    ChangeKind,
    Text,
    changes_between,
    count_of,
    digest,
    texts_of_page,
    texts_of_source,
)


@transaction.atomic
def follow_publication(page: Page, revision: Revision) -> None:
    """Mark what a newly published page leaves behind, and what it has caught up with itself."""
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is not None:
        follow_original(source)
    translation = translation_into(page)
    if translation:
        _begin_anew(translation, revision)
    _mark(page, revision, is_translation=translation is not None)


def translation_into(page: Page) -> Translation | None:
    """Return the translation at work that makes this page."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )


def follow_original(source: TranslationSource) -> None:
    """Take over the original as it is now: what is unchanged keeps its translation, what changed waits for one."""
    before = texts_of_source(source)
    source.update_from_db()
    after = texts_of_source(source)
    for translation in source.translations.filter(enabled=True):
        base, _made = TranslationBase.objects.get_or_create(
            translation=translation, defaults={"texts": before}
        )
        _compare(base, after)


def _compare(base: TranslationBase, texts: list[Text]) -> None:
    changes = changes_between(base.texts, texts)
    base.changed = count_of(changes, ChangeKind.CHANGED)
    base.added = count_of(changes, ChangeKind.ADDED)
    base.removed = count_of(changes, ChangeKind.REMOVED)
    base.since = (base.since or timezone.now()) if changes else None
    base.save()


def _begin_anew(translation: Translation, revision: Revision) -> None:
    """A translation made from the texts of now has gone live: from here on the original is followed again."""
    log = TranslationLog.objects.filter(
        source=translation.source, locale=translation.target_locale, revision=revision
    ).first()
    if log is None or log.created_at < translation.source.last_updated_at:
        return  # it was made from older texts: what changed since still waits
    TranslationBase.objects.update_or_create(
        translation=translation,
        defaults={
            "texts": texts_of_source(translation.source),
            "changed": 0,
            "added": 0,
            "removed": 0,
            "since": None,
        },
    )


def _mark(page: Page, revision: Revision, *, is_translation: bool) -> None:
    """Remember the texts of a page. Who was behind has caught up; who was not leaves the others behind."""
    now, mark = timezone.now(), digest(texts_of_page(page))
    row = PublishedText.objects.filter(page=page.pk).first() or _first_mark(page, revision, mark)
    if row.digest == mark and row.pk:
        return
    if row.digest != mark:
        if not is_translation and not _is_behind(page, row):
            row.changed_at = now
        row.digest, row.caught_up_at = mark, now
    row.save()


def _first_mark(page: Page, revision: Revision, mark: str) -> PublishedText:
    """Return the mark of what was public before, as far as Wagtail's log knows it; else of what is public now."""
    earlier = (
        PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish", revision__isnull=False)
        .exclude(revision=revision)
        .select_related("revision")
        .order_by("-timestamp")
        .first()
    )
    then = digest(texts_of_page(earlier.revision.as_object())) if earlier else mark
    return PublishedText(
        page_id=page.pk,
        digest=then,
        caught_up_at=earlier.timestamp if earlier else timezone.now(),
    )


def _is_behind(page: Page, row: PublishedText) -> bool:
    page.published_text = row
    others = page.get_translations().select_related("published_text")
    return bool(newer_than(page, [other for other in others if other.live]))
