"""What the galleries page shows: the galleries, and the wall of visits."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.utils.translation import get_language

from content.base.facts import fact_text
from content.base.languages import html_lang
from content.base.models import Image
from content.cameratraps import queries, wall, words
from content.cameratraps.models import Event, GalleryPage, ShownVisit
from content.reserve.models import Species

NEWEST = 8


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
    def of(cls, event: Event, url: str, image: Image | None) -> "VisitCard":
        """Make the card of an event that came from `wall.visits`."""
        return cls(
            url=url,
            title=words.title_of(event).html,
            species=fact_text(event.species, "name").html,
            image=image,
            frames=words.frames_text(event.frame_number),
            meta=[words.side_name(event), words.month_of(event), event.get_band_display()],
            is_night=event.band == "night",
            is_sample=event.is_sample,
        )

    @classmethod
    def beside_its_name(cls, event: Event, url: str, image: Image | None) -> "VisitCard":
        """Make the card of a visit among others of one animal: side and year, no month beside the others'."""
        card = cls.of(event, url, image)
        return replace(card, species="", meta=[words.side_name(event), str(event.year)])


def listing_context(page, request: HttpRequest) -> dict:
    """Return the galleries and the newest visits."""
    language = get_language() or "en"
    pages = [page for page in queries.gallery_pages(language) if page.visits]
    events = wall.visits(ShownVisit.objects.shown(), number=NEWEST)
    images = queries.pictures([*(one.image_id for one in pages), *(one.cover_id for one in events)])
    address = page.get_url(request)
    return {
        "galleries": [_gallery_card(one, one.get_url(request), images, language) for one in pages],
        "visits": [
            VisitCard.of(event, f"{address}visits/{event.code}/", images.get(event.cover_id))
            for event in events
        ],
        "count_text": words.visits_told(ShownVisit.objects.shown().count()),
    }


def _gallery_card(
    page: GalleryPage, url: str, images: dict[int, Image], language: str
) -> GalleryCard:
    own_language = page.locale.language_code
    return GalleryCard(
        page=page,
        url=url,
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
    rows = ShownVisit.objects.shown().filter(event__entries__gallery=page.gallery_id)
    cards = visit_cards(wall.visits(rows, number=limit), lambda event: f"{url}{event.code}/")
    return {"page": page, "url": url, "visits": cards}


def species_cards(species: Species, language: str, limit: int) -> list[VisitCard]:
    """Return public visits of a species as cards: those with the most frames."""
    rows = ShownVisit.objects.shown().filter(species=species).order_by("-frames", "code")
    address = f"/{language}/galleries/visits/"
    return visit_cards(wall.visits(rows, number=limit), lambda event: f"{address}{event.code}/")


def visit_cards(
    events: list[Event], url_of: Callable[[Event], str], make: Callable = VisitCard.of
) -> list[VisitCard]:
    """Return the cards of events that came from `wall.visits`."""
    images = queries.pictures(event.cover_id for event in events) if events else {}
    return [make(event, url_of(event), images.get(event.cover_id)) for event in events]
