"""One Atom feed per language: only what exists in that language, and nobody's personal data."""

from datetime import datetime
from uuid import uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.feeds import LanguageAtomFeed, printable
from content.stories import queries
from content.stories.models import StoryPage


class StoryFeed(Feed):
    """The newest stories of the active language."""

    feed_type = LanguageAtomFeed

    def title(self) -> str:
        return _("Stories – Land of Big Cats")

    def subtitle(self) -> str:
        return _(
            "Stories from the cross-border reserve of the Far Eastern leopard and the Amur tiger"
        )

    def author_name(self) -> str:
        return _("Land of Big Cats")

    def link(self) -> str:
        return f"{settings.SITE_URL}/{get_language()}/stories/"

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("stories:feed")

    def items(self) -> list[StoryPage]:
        return list(queries.stories_in(get_language() or settings.LANGUAGE_CODE))

    def item_title(self, item: StoryPage) -> str:
        return printable(item.title)

    def item_description(self, item: StoryPage) -> str:
        return escape(printable(item.summary))  # a reader takes it for HTML

    def item_link(self, item: StoryPage) -> str:
        return settings.SITE_URL + item.url

    def item_guid(self, item: StoryPage) -> str:
        """Return an identifier that outlives a change of address."""
        return uuid5(item.translation_key, get_language() or settings.LANGUAGE_CODE).urn

    def item_pubdate(self, item: StoryPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: StoryPage) -> datetime | None:
        return item.last_published_at
