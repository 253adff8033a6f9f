"""What the galleries page shows: the galleries, and the wall of visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import get_language

from content.base.facts import fact_text
from content.base.languages import html_lang
from content.base.models import Image
from content.cameratraps import queries, words
from content.cameratraps.filters import VisitFilters
from content.cameratraps.models import Event, GalleryPage
from content.cameratraps.rhythm import Rhythms, rhythms_of_galleries
from content.reserve.models import Species

PER_PAGE = 12


@dataclass(frozen=True)
class GalleryCard:
    page: GalleryPage
    url: str
    image: Image | None
    count: str
    lang: str


@dataclass(frozen=True)
class VisitCard:
    """One visit on the wall: cover, number of frames, and as much of place and time as is public."""

    url: str
    title: str
    species: str
    image: Image | None
    frames: str
    meta: list[str]
    is_night: bool
    is_sample: bool

    @classmethod
    def of(cls, event: Event, page_url: str, image: Image | None) -> "VisitCard":
        """Make the card of an event that came from `queries.visits_in`."""
        return cls(
            url=f"{page_url}{event.code}/",
            title=words.title_of(event).html,
            species=fact_text(event.species, "name").html,
            image=image,
            frames=words.frames_text(event.frame_number),
            meta=[words.side_name(event), words.month_of(event), event.get_band_display()],
            is_night=event.band == "night",
            is_sample=event.is_sample,
        )


def listing_context(request: HttpRequest) -> dict:
    """Return the galleries, the filters, and the page of visits that match."""
    language = get_language() or "en"
    pages = queries.gallery_pages(language)
    urls = {page.gallery_id: page.get_url(request) for page in pages}
    form = VisitFilters(request.GET, species=queries.species_in(urls))
    chosen = form.chosen()
    page_obj = Paginator(queries.visits_in(urls, chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    events = list(page_obj)
    images = queries.pictures(
        [page.image_id for page in pages] + [event.cover_id for event in events]
    )
    return {
        "galleries": [_gallery_card(page, urls, images, language) for page in pages if page.visits],
        "filter_form": form,
        "is_filtered": bool(chosen) or bool(form.errors),
        "query": urlencode(chosen),
        "page_obj": page_obj,
        "visits": [
            VisitCard.of(event, urls[event.gallery_id], images.get(event.cover_id))
            for event in events
        ],
        "count_text": words.visits_text(page_obj.paginator.count),
        "rhythms": _rhythms_of_all(urls, page_obj, is_filtered=bool(chosen)),
    }


def _rhythms_of_all(galleries: Iterable[int], page_obj, *, is_filtered: bool) -> Rhythms | None:
    """Return the charts of all galleries below the first page of the whole wall.

    Charts of every filter could be subtracted from one another.
    """
    if is_filtered or page_obj.number != 1 or not page_obj.paginator.count:
        return None
    return rhythms_of_galleries(list(galleries))


def _gallery_card(
    page: GalleryPage, urls: dict[int, str], images: dict[int, Image], language: str
) -> GalleryCard:
    own_language = page.locale.language_code
    return GalleryCard(
        page=page,
        url=urls[page.gallery_id],
        image=_unless_withheld(images.get(page.image_id)),
        count=words.visits_text(page.visits),
        lang="" if own_language == language else html_lang(own_language),
    )


def _unless_withheld(image: Image | None) -> Image | None:
    return None if image is None or image.is_withheld else image


def newest_gallery_cards(language: str, request: HttpRequest, limit: int) -> dict | None:
    """Return the newest gallery's page, its address and the cards of its first visits; None when there is none."""
    page = queries.newest_gallery(language)
    if page is None:
        return None
    url = page.get_url(request)
    events = list(queries.visits_in([page.gallery_id])[:limit])
    return {"page": page, "url": url, "visits": _cards(events, {page.gallery_id: url})}


def species_cards(
    species: Species, language: str, request: HttpRequest, limit: int
) -> list[VisitCard]:
    """Return the newest public visits of a species as cards."""
    urls = {page.gallery_id: page.get_url(request) for page in queries.gallery_pages(language)}
    events = list(queries.visits_in(urls, {"species": species.slug})[:limit])
    return _cards(events, urls)


def _cards(events: list[Event], urls: dict[int, str]) -> list[VisitCard]:
    images = queries.pictures(event.cover_id for event in events) if events else {}
    return [
        VisitCard.of(event, urls[event.gallery_id], images.get(event.cover_id)) for event in events
    ]
