"""Dates in the translation editor as the reader's language writes them; wagtail-localize writes English ones."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail_localize.compat import DATE_FORMAT
from wagtail_localize.models import StringTranslation

from content.base.formats import format_date

_comment = StringTranslation.get_comment


def comment_in_readers_language(text: StringTranslation) -> str | None:
    """Say when a text was translated, with the date as the reader's language writes it; of a draft, that it is one."""
    if text.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return _("Draft by a machine, not read yet")
    comment = _comment(text)
    english = text.updated_at.strftime(DATE_FORMAT)
    return comment and comment.replace(english, format_date(localdate(text.updated_at)))


def date_in_readers_language() -> None:
    """Let the translation editor write its dates this way."""
    StringTranslation.get_comment = comment_in_readers_language
