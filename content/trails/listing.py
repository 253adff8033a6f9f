"""What the list of trails shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.languages import html_lang
from content.trails import queries, words
from content.trails.filters import TrailFilters
from content.trails.models import Trail, TrailPage


@dataclass(frozen=True)
class TrailCard:
    """One trail in a list, all texts in the reader's language where they exist."""

    page: TrailPage
    meta: list[str]
    badge: str
    badge_kind: str
    lang: str

    @classmethod
    def of(cls, page: TrailPage) -> "TrailCard":
        """Make the card of a page that came from `queries.trail_pages`."""
        trail, state = page.trail, queries.state_of(page.trail)
        own_language = page.locale.language_code
        badge, kind = "", ""
        if state.is_closed:
            badge, kind = _("Closed"), "danger"
        elif not state.in_season:
            badge, kind = _("Out of season"), "caution"
        return cls(
            page=page,
            meta=[
                words.length_text(trail),
                words.duration_text(trail),
                words.level_text(trail),
            ],
            badge=badge,
            badge_kind=kind,
            lang="" if own_language == get_language() else html_lang(own_language),
        )

    @property
    def side_name(self) -> str:
        return fact_text(self.page.trail.side, "name").text


def chosen_cards(chosen: Iterable[Trail | None], language: str) -> list[TrailCard]:
    """Return cards of the chosen trails that have a public page, in the order in which they were chosen."""
    keys = [trail.pk for trail in chosen if trail is not None]
    pages = queries.trail_pages(language, {"trails": keys})
    return [
        TrailCard.of(page) for page in sorted(pages, key=lambda page: keys.index(page.trail_id))
    ]


def listing_context(request: HttpRequest) -> dict:
    """Return the filters, the cards that match and their number in words."""
    form = TrailFilters(request.GET)
    chosen = form.chosen()
    cards = [TrailCard.of(page) for page in queries.trail_pages(get_language() or "en", chosen)]
    return {
        "filter_form": form,
        "is_filtered": bool(chosen) or bool(form.errors),
        "cards": cards,
        "count_text": ngettext("%(count)d trail", "%(count)d trails", len(cards))
        % {"count": len(cards)},
    }
