"""What the pages of known animals show: all of them, and one."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from content.base.choices import SideCode
from content.base.facts import fact_text
from content.base.languages import prefer_language
from content.base.menus import MenuItem
from content.base.models import Image
from content.cameratraps import cat_words, known, queries
from content.cameratraps.cat_filters import CatFilters
from content.cameratraps.known import Known
from content.cameratraps.lanes import lanes_chart
from content.cameratraps.ledger import ledgers
from content.cameratraps.listing import VisitCard
from content.cameratraps.models import Individual
from content.cameratraps.models.identities import Flank
from content.reserve.counting import ways_of_counting

PER_PAGE = 12
CATS = "cats/"


@dataclass(frozen=True)
class CatCard:
    """One animal in a list: its picture, codes, sides and years."""

    url: str
    name: str
    species: str
    image: Image | None
    meta: list[str]
    is_sample: bool

    @classmethod
    def of(cls, one: Known, address: str, images: dict[int, Image]) -> "CatCard":
        first, last = one.span
        return cls(
            url=f"{address}{CATS}{one.individual.code}/",
            name=fact_text(one.individual, "name").html,
            species=fact_text(one.individual.species, "name").html,
            image=images.get(one.cover or 0),
            meta=[
                cat_words.codes_text(one),
                cat_words.sides_text(one),
                cat_words.years_text(sorted({first, last})),
            ],
            is_sample=one.individual.is_sample,
        )


@dataclass(frozen=True)
class Catalogue:
    """The codes of an animal in one side's catalogue; empty when that side has named it on no visit to be shown."""

    side: str
    codes: list[str]


@dataclass(frozen=True)
class FlankPicture:
    label: str
    image: Image | None


def cats_context(page, request: HttpRequest) -> dict:
    """Return the filters and the page of animals that match."""
    form = CatFilters(request.GET, species=known.species_with_animals())
    chosen = form.chosen()
    page_obj = Paginator(known.animals(chosen), PER_PAGE).get_page(request.GET.get("page"))
    cats = known.with_sightings(page_obj)
    images = known.pictures_of(cats)
    address = page.get_url(request)
    return {
        "extra_breadcrumbs": [MenuItem(page.title, address)],
        "filter_form": form,
        "is_filtered": bool(chosen) or bool(form.errors),
        "query": urlencode(chosen),
        "clear_url": f"{address}{CATS}",
        "page_obj": page_obj,
        "cats": [CatCard.of(one, address, images) for one in cats],
        "count_text": cat_words.animals_text(page_obj.paginator.count),
    }


def cat_context(page, request: HttpRequest, individual: Individual) -> dict:
    """Return all that may be told of one animal."""
    address, language = page.get_url(request), get_language() or "en"
    one = known.with_sightings([individual])[0]
    mother, cubs = known.family(individual)
    visits = known.visits_of(one)
    keys = [one.flank(Flank.LEFT), one.flank(Flank.RIGHT), one.cover]
    images = queries.pictures([*keys, *(event.cover_id for event in visits)])
    images = {key: image for key, image in images.items() if not image.is_withheld}
    name = fact_text(individual, "name")
    return {
        "extra_breadcrumbs": [
            MenuItem(page.title, address),
            MenuItem(cat_words.cats_title(), f"{address}{CATS}"),
        ],
        "cat": individual,
        "cat_name": name,
        "species": individual.species,
        "description": cat_words.description_text(one),
        "cover": images.get(one.cover or 0),
        "sides": [SideCode(side).label for side in one.sides],
        "catalogues": _catalogues(one),
        "flanks": _flanks(one, images),
        "facts": cat_words.facts_of(one),
        "mother": _link(mother, address),
        "cubs": [_link(cub, address) for cub in cubs],
        "lanes": lanes_chart(name.text, one.years, is_sample=individual.is_sample),
        "crossings": cat_words.crossings_text(one),
        "last_seen": cat_words.last_seen_text(one),
        "story": _story(individual, language),
        "visits": [
            VisitCard.beside_its_name(
                event, f"{address}visits/{event.code}/", images.get(event.cover_id)
            )
            for event in visits
        ],
    }


def count_context(page, request: HttpRequest) -> dict:
    """Return the double-count ledger of each cat."""
    address = page.get_url(request)
    return {
        "extra_breadcrumbs": [
            MenuItem(page.title, address),
            MenuItem(cat_words.cats_title(), f"{address}{CATS}"),
        ],
        "ledgers": ledgers(),
        "ways": ways_of_counting(),
    }


def _catalogues(one: Known) -> list[Catalogue]:
    return [Catalogue(SideCode(side).label, one.codes.get(side, [])) for side in SideCode.values]


def _flanks(one: Known, images: dict[int, Image]) -> list[FlankPicture]:
    return [
        FlankPicture(str(flank.label), images.get(one.flank(flank) or 0))
        for flank in (Flank.LEFT, Flank.RIGHT)
    ]


def _link(individual: Individual | None, address: str) -> MenuItem | None:
    if individual is None:
        return None
    return MenuItem(fact_text(individual, "name").html, f"{address}{CATS}{individual.code}/")


def _story(individual: Individual, language: str) -> Page | None:
    """Return the story of an animal in the reader's language, or the next there is, while anyone may read it."""
    if individual.story is None:
        return None
    pages = Page.objects.live().public().filter(translation_key=individual.story.translation_key)
    return prefer_language(pages, language).select_related("locale").first()


def links_of(individuals: Iterable[Individual], language: str) -> list[MenuItem]:
    """Return the names of animals from `known` with the addresses of their pages, for pages of other sections."""
    return [_link(one, f"/{language}/galleries/") for one in individuals]
