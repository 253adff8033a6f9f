"""One story in a list."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.base.facts import fact_text
from content.base.formats import format_date, format_list
from content.base.languages import html_lang
from content.stories.models import StoryPage

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
    def of(cls, page: StoryPage) -> "StoryCard":
        """Make the card of a page that came from `queries.for_cards`."""
        code = page.locale.language_code
        is_own = code == get_language()
        return cls(
            page=page,
            topics=[fact_text(topic, "name").text for topic in page.topics.all()],
            meta=[format_date(page.date), byline(list(page.authors.all()))],
            lang="" if is_own else html_lang(code),
            language_badge="" if is_own else str(IN_LANGUAGE.get(code, "")),
        )


def byline(authors: list) -> str:
    """Return the authors' names as the reader's language joins them."""
    names = [fact_text(author, "name").text for author in authors]
    return format_list(names) if names else ""
