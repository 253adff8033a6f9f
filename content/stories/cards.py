"""One story in a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.base.facts import fact_text
from content.base.formats import format_date
from content.base.languages import html_lang
from content.stories.models import StoryPage, Topic

IN_LANGUAGE = {"en": _("in English"), "ru": _("in Russian"), "zh-hans": _("in Chinese")}


@dataclass(frozen=True)
class StoryCard:
    """What a card says: the story's words are in its own language, the rest in the reader's."""

    page: StoryPage
    topics: list[str]
    meta: list[str]
    lang: str  # empty when it is the reader's language
    language_badge: str

    @classmethod
    def of(cls, page: StoryPage, topics: Iterable[Topic] = ()) -> "StoryCard":
        """Make the card of a page whose locale and picture have been fetched."""
        code = page.locale.language_code
        is_own = code == get_language()
        return cls(
            page=page,
            topics=[fact_text(topic, "name").text for topic in topics],
            meta=[format_date(page.date)],
            lang="" if is_own else html_lang(code),
            language_badge="" if is_own else str(IN_LANGUAGE.get(code, "")),
        )
