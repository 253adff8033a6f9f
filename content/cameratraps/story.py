"""A gallery as a told sequence: chapters with their words, the visits of each as film strips, and the ways on."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import get_language

from content.base.languages import html_lang
from content.base.models import Image
from content.cameratraps import queries, words
from content.cameratraps.detail import strip_of
from content.cameratraps.models import GalleryPage


@dataclass
class Chapter:
    """Some visits in a row and the words before them; the visits before the first chapter have none."""

    number: int
    words: dict | None
    strips: list[dict] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"chapter-{self.number}"


@dataclass(frozen=True)
class WayOn:
    """The gallery before or after this one."""

    title: str
    url: str
    image: Image | None
    lang: str


def gallery_context(page: GalleryPage, request: HttpRequest) -> dict:
    """Return the chapters of a gallery and its neighbours."""
    address = page.get_url(request)
    visits = queries.gallery_visits(page.gallery_id)
    strips = {visit.event.pk: strip_of(visit, address) for visit in visits}
    before, after = _neighbours(page, request)
    chapters = _chapters(page, strips)
    return {
        "chapters": chapters,
        "has_chapters": any(chapter.words for chapter in chapters),
        "count_text": words.visits_text(len(strips)),
        "before": before,
        "after": after,
    }


def _chapters(page: GalleryPage, strips: dict[int, dict]) -> list[Chapter]:
    """Part the visits by the chapters, each from where its visit stands, public or not; one without any is left out."""
    said = {
        chapter.value["begins_with"].pk: chapter.value
        for chapter in page.chapters
        if chapter.value["begins_with"]
    }
    order = queries.order_of(page.gallery_id) if said else list(strips)
    chapters = [Chapter(0, None)]
    for event in order:
        if event in said:
            chapters.append(Chapter(0, said[event]))
        if event in strips:
            chapters[-1].strips.append(strips[event])
    seen = [chapter for chapter in chapters if chapter.strips]
    for number, chapter in enumerate((one for one in seen if one.words), start=1):
        chapter.number = number
    return seen


def _neighbours(page: GalleryPage, request: HttpRequest) -> tuple[WayOn | None, WayOn | None]:
    """Return the galleries before and after one, among those with something to see."""
    language = get_language() or "en"
    row = [one for one in queries.gallery_pages(language) if one.visits]
    at = next((at for at, one in enumerate(row) if one.gallery_id == page.gallery_id), None)
    if at is None:
        return None, None
    around = [row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None]
    images = queries.pictures(one.image_id for one in around if one)
    before, after = (_way_on(one, request, images, language) if one else None for one in around)
    return before, after


def _way_on(
    page: GalleryPage, request: HttpRequest, images: dict[int, Image], language: str
) -> WayOn:
    own = page.locale.language_code
    return WayOn(
        title=page.title,
        url=page.get_url(request),
        image=images.get(page.image_id),
        lang="" if own == language else html_lang(own),
    )
