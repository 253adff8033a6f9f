"""What a person does with a translation: begin it, keep the words of before, say that a draft has been read."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from content.base.languages import LANGUAGE_NAMES
from staff.models import User
from staff.translating.drafts import unread_drafts
from staff.translating.looks import looks_of
from staff.translating.models import PublishedText
from staff.translating.rights import may_translate
from staff.translating.texts import digest, texts_of_page


class CannotTranslateError(Exception):
    """A translation that cannot be begun; its message is for the reader."""


def begin_translation(user: User, page: Page, language: str) -> Page:
    """Return a page's translation into a language, begun now unless somebody has begun it before."""
    locale = Locale.objects.get(language_code=language)
    _refuse(user, page, locale)
    try:
        with transaction.atomic():
            if page.get_translation_or_none(locale) is None:
                translate_object(page.specific, [locale], user=user)
    except IntegrityError:  # somebody else began at the same moment: theirs is the page
        pass
    return page.get_translation(locale).specific


def _refuse(user: User, page: Page, locale: Locale) -> None:
    if page.locale_id == locale.pk:
        raise CannotTranslateError(_("The page is written in this language."))
    above = page.get_parent()
    parent = above.get_translation_or_none(locale)
    if parent is None:
        raise CannotTranslateError(
            _("First translate the page above it, “%(title)s”, into this language (%(language)s).")
            % {"title": above.title, "language": LANGUAGE_NAMES[locale.language_code]}
        )
    if not may_translate(user, page, parent, locale.language_code):
        raise CannotTranslateError(
            _("Pages in this language (%(language)s) are translated by others.")
            % {"language": LANGUAGE_NAMES[locale.language_code]}
        )


@transaction.atomic
def keep_translation(user: User, translation: Translation, segment: StringSegment) -> bool:
    """Take the translation a changed text had before for the changed text too; say whether there was one."""
    look = next((one for one in looks_of(translation) if one.segment_id == segment.pk), None)
    if look is None or not look.may_keep:
        return False
    write_text(user, translation, segment, look.previous)
    return True


def write_text(
    user: User, translation: Translation, segment: StringSegment, words: str, tool: str = ""
) -> None:
    """Store a person's translation of one text."""
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={
            "data": words,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


@transaction.atomic
def confirm_drafts(user: User, translation: Translation, segments: list[int]) -> int:
    """Mark texts drafted by a machine as read by a person; return how many were."""
    drafts = [one for one in unread_drafts(translation) if one.segment_id in segments]
    for segment in StringSegment.objects.filter(pk__in=[one.segment_id for one in drafts]):
        words = next(one.words for one in drafts if one.segment_id == segment.pk)
        write_text(user, translation, segment, words)
    return len(drafts)


def catch_up(page: Page) -> None:
    """Say that a page kept by hand needs no change for what changed in the other languages."""
    now = timezone.now()
    mark = digest(texts_of_page(page.specific))
    PublishedText.objects.update_or_create(
        page_id=page.pk,
        defaults={"caught_up_at": now},
        create_defaults={"digest": mark, "caught_up_at": now},
    )
