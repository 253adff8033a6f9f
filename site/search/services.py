"""What keeps the search index true: called by signals, by the command and by `load_demo`."""

from collections.abc import Iterable, Iterator

from django.db import models, transaction
from wagtail.models import Page, get_page_models

from content.cameratraps.models import GalleryIndexPage, Individual
from content.reserve.models import Species, WildlifeIndexPage
from search.entries import (
    animal_entries,
    animal_key,
    page_entry,
    page_key,
    species_entries,
    species_key,
)
from search.extraction import fact_fields
from search.models import SearchEntry

KEY = ["language", "object_key"]
CHANGING = ["animal", "kind", "url", "title", "summary", "text", "folded_title", "folded_text"]


def index_page(page: Page) -> None:
    """Make a page's entry agree with the page: written when anyone may read it, removed otherwise."""
    entry = page_entry(page.specific) if _is_public(page) else None
    if entry is None:
        remove_pages([page.pk])
    else:
        _write([entry])
    if isinstance(page.specific, WildlifeIndexPage):
        index_species(Species.objects.all())
    if isinstance(page.specific, GalleryIndexPage):
        index_animals(_animals())


def index_subtree(page: Page) -> None:
    """Make the entries of a page and of all below it agree with them: an address or a restriction changed."""
    for one in Page.objects.descendant_of(page, inclusive=True).specific():
        index_page(one)


def index_pages_of(fact: models.Model) -> None:
    """Make the entries of all pages that show a record of facts agree with it."""
    for model in _page_models():
        for field in fact_fields(model):
            if isinstance(fact, field.related_model):
                for page in model.objects.live().filter(**{field.name: fact}):
                    index_page(page)


def remove_pages(pks: Iterable[int]) -> None:
    """Take pages out of search."""
    SearchEntry.objects.filter(object_key__in=[page_key(pk) for pk in pks]).delete()


@transaction.atomic
def index_species(species: Iterable[Species]) -> None:
    """Make the entries of species agree with them and with the pages of animals that are public."""
    animals = list(species)
    remove_species([animal.pk for animal in animals])
    _write(species_entries(animals, _wildlife_pages()))


def remove_species(pks: Iterable[int]) -> None:
    """Take species out of search."""
    SearchEntry.objects.filter(object_key__in=[species_key(pk) for pk in pks]).delete()


@transaction.atomic
def index_animals(animals: Iterable[Individual]) -> None:
    """Make the entries of animals known by name agree with them; who may be found is asked when somebody searches."""
    known = list(animals)
    SearchEntry.objects.filter(object_key__in=[animal_key(one.pk) for one in known]).delete()
    _write(animal_entries(known, _gallery_index_pages()))


@transaction.atomic
def rebuild() -> int:
    """Make the whole index anew in one pass; return the number of entries."""
    SearchEntry.objects.all().delete()
    entries = [
        *_all_page_entries(),
        *species_entries(Species.objects.all(), _wildlife_pages()),
        *animal_entries(_animals(), _gallery_index_pages()),
    ]
    SearchEntry.objects.bulk_create(entries, batch_size=100)
    return len(entries)


def _all_page_entries() -> Iterator[SearchEntry]:
    for model in _page_models():
        pages = _public(model).select_related("locale")
        names = [field.name for field in fact_fields(model)]
        for page in pages.prefetch_related(*names):
            entry = page_entry(page)
            if entry is not None:
                yield entry


def _page_models() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page]


def _wildlife_pages() -> list[WildlifeIndexPage]:
    return list(_public(WildlifeIndexPage).select_related("locale"))


def _gallery_index_pages() -> list[GalleryIndexPage]:
    return list(_public(GalleryIndexPage).select_related("locale"))


def _animals() -> models.QuerySet[Individual]:
    return Individual.objects.select_related("species")


def _public(model: type[Page]) -> models.QuerySet:
    """Return the pages of a type that anyone may read; a mirror of another language's page is left out."""
    return model.objects.live().public().filter(alias_of__isnull=True, depth__gt=1)


def _is_public(page: Page) -> bool:
    return page.live and page.alias_of_id is None and not page.get_view_restrictions().exists()


def _write(entries: Iterable[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=KEY, update_fields=CHANGING
    )
