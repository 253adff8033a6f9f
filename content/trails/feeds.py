"""The closures of trails as an Atom feed for each language: planned, in force, and lifted a while ago."""

from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.feeds import LanguageAtomFeed, printable
from content.base.formats import colon_after, sentences
from content.trails import queries
from content.trails.models import Closure, ClosureState
from content.trails.told_closures import days_of, reason_of, words_of


@dataclass(frozen=True)
class Told:
    """A closure, and the page of its trail, or of all trails."""

    closure: Closure
    address: str


class ClosureFeed(Feed):
    """The newest changes first; one entry a closure, whose state changes with its days."""

    feed_type = LanguageAtomFeed

    def title(self) -> str:
        return _("Closures of trails – Land of Big Cats")

    def subtitle(self) -> str:
        return _("Which trails are closed, or will be, from when to when and why")

    def author_name(self) -> str:
        return _("Land of Big Cats")

    def link(self) -> str:
        return f"{settings.SITE_URL}/{get_language()}/trails/"

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("trails:closures")

    def items(self) -> list[Told]:
        closures = queries.closures_to_tell()
        keys = {closure.trail_id for closure in closures if closure.trail_id}
        pages = queries.trail_pages(get_language() or "en", {"trails": keys})
        addresses = {page.trail_id: settings.SITE_URL + page.url for page in pages}
        return [Told(one, addresses.get(one.trail_id, self.link())) for one in closures]

    def item_title(self, item: Told) -> str:
        closure = item.closure
        state = {
            ClosureState.PLANNED: _("will be closed"),
            ClosureState.ACTIVE: pgettext("in the feed", "closed"),
            ClosureState.LIFTED: _("open again"),
        }[closure.state_on(closure.side.today())]
        place = fact_text(closure.place, "name").text
        return printable(f"{place}{colon_after(place)}{state} · {reason_of(closure)}")

    def item_description(self, item: Told) -> str:
        text = sentences(days_of(item.closure), words_of(item.closure).text)
        return escape(printable(text))  # a reader takes it for HTML

    def item_link(self, item: Told) -> str:
        return item.address

    def item_guid(self, item: Told) -> str:
        """Return an identifier that outlives a change of address."""
        return uuid5(NAMESPACE_URL, f"closure:{item.closure.pk}:{get_language()}").urn

    def item_pubdate(self, item: Told) -> datetime:
        return item.closure.created_at

    def item_updateddate(self, item: Told) -> datetime:
        return item.closure.changed_at
