"""Making entries, without storing them."""

from collections.abc import Iterable, Iterator

from django.utils import translation
from wagtail.models import Page

from content.base.facts import fact_text
from content.cameratraps.models import GalleryIndexPage, Individual
from content.reserve.models import Species, WildlifeIndexPage
from search.extraction import fact_words, page_text
from search.folding import clean_text, fold
from search.models import Kind, SearchEntry

KIND_OF_PAGE = {
    "trails.trailpage": Kind.TRAIL,
    "cameratraps.gallerypage": Kind.GALLERY,
    "schools.programmepage": Kind.LESSON,
    "schools.unitpage": Kind.LESSON,
    "schools.lessonpage": Kind.LESSON,
    "stories.storypage": Kind.STORY,
}

_SENTENCE_ENDS = ".!?…:;。！？：；”»"


def page_key(page_pk: int) -> str:
    return f"page:{page_pk}"


def species_key(species_pk: int) -> str:
    return f"species:{species_pk}"


def animal_key(individual_pk: int) -> str:
    return f"animal:{individual_pk}"


def page_entry(page: Page) -> SearchEntry | None:
    """Return the entry of a public, specific page; None when it has no address."""
    url = page.url
    if not url:
        return None
    return _entry(
        language=page.locale.language_code,
        object_key=page_key(page.pk),
        kind=KIND_OF_PAGE.get(page._meta.label_lower, Kind.PAGE),
        url=url,
        title=page.title,
        summary=getattr(page, "summary", "") or page.search_description,
        text=page_text(page),
    )


def species_entries(
    species: Iterable[Species], homes: Iterable[WildlifeIndexPage]
) -> Iterator[SearchEntry]:
    """Yield one entry for each species and each public page of animals below which it is shown."""
    animals = list(species)
    for home in homes:
        with translation.override(home.locale.language_code):
            yield from [_species_entry(animal, home) for animal in animals]


def _species_entry(species: Species, home: WildlifeIndexPage) -> SearchEntry:
    return _entry(
        language=home.locale.language_code,
        object_key=species_key(species.pk),
        kind=Kind.SPECIES,
        url=f"{home.url}{species.slug}/",
        title=fact_text(species, "name").text or species.scientific_name,
        summary=fact_text(species, "lead").text,
        text=f"{species.scientific_name}\n{fact_words(species)}",
    )


def animal_entries(
    animals: Iterable[Individual], homes: Iterable[GalleryIndexPage]
) -> Iterator[SearchEntry]:
    """Yield one entry for each animal known by name and each public page of galleries below which it is shown.

    Its codes are left out: which of them may be told depends on its visits.
    """
    known = list(animals)
    for home in homes:
        with translation.override(home.locale.language_code):
            yield from [_animal_entry(one, home) for one in known]


def _animal_entry(animal: Individual, home: GalleryIndexPage) -> SearchEntry:
    return _entry(
        language=home.locale.language_code,
        object_key=animal_key(animal.pk),
        kind=Kind.SPECIES,
        url=f"{home.url}cats/{animal.code}/",
        title=fact_text(animal, "name").text,
        summary=fact_text(animal, "about").text,
        text=fact_text(animal.species, "name").text,
        animal=animal,
    )


def _entry(*, title: str, summary: str, text: str, **fields) -> SearchEntry:
    title, summary, text = clean_text(title), clean_text(summary), _in_one_line(text)
    return SearchEntry(
        title=title,
        summary=summary,
        text=text,
        folded_title=fold(title),
        folded_text=fold(f"{title} {summary} {text}"),
        **fields,
    )


def _in_one_line(text: str) -> str:
    """Join the pieces of a text, each on a line of its own, so that they stay apart when read."""
    joined = ""
    for piece in filter(None, (clean_text(line) for line in text.split("\n"))):
        gap = "" if not joined else " " if joined[-1] in _SENTENCE_ENDS else " · "
        joined += gap + piece
    return joined
