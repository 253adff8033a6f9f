"""When an original is deleted: its translators' work is put into their pages before wagtail-localize forgets it."""

from django.core.exceptions import ValidationError
from wagtail.models import Page
from wagtail_localize.models import Translation


def keep_work_on(original: Page) -> None:
    """Save what is translated so far as a draft of each translation of a page; nothing is published."""
    translations = Translation.objects.filter(
        source__object_id=original.translation_key, source__locale=original.locale_id, enabled=True
    )
    for translation in translations.select_related("source", "target_locale"):
        if not translation.source.object.has_translation(translation.target_locale):
            continue
        try:
            translation.save_target(publish=False)
        except ValidationError:  # a text that does not fit: the page keeps its last draft
            continue
