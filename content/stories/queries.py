"""The questions pages ask about stories."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import (
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)
from wagtail.models import PageViewRestriction

from content.base.languages import prefer_language
from content.stories.models import Author, StoryPage, Topic


def published() -> QuerySet[StoryPage]:
    """Return the stories anyone may read; a mirror of another language's page is not a story of its own."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restriction = PageViewRestriction.objects.annotate(below=path).filter(
        below__startswith=F("page__path")
    )
    return StoryPage.objects.live().filter(~Exists(restriction), alias_of__isnull=True)


def story_pages(language: str, topic: Topic | None = None) -> QuerySet[StoryPage]:
    """Return one page for each story, in the visitor's language where it exists, newest first, without its body."""
    pages = published()
    if topic is not None:
        pages = pages.filter(topics=topic)
    chosen = prefer_language(pages, language).select_related("locale").defer("body")
    return chosen.order_by("-date", "-pk")


def topics_by_story() -> dict[int, list[Topic]]:
    """Return the topics of every published story by its primary key, in their order."""
    links = StoryPage.topics.through.objects.filter(storypage__in=published())
    found: dict[int, list[Topic]] = defaultdict(list)
    for link in links.select_related("topic").order_by("topic__order", "topic_id"):
        found[link.storypage_id].append(link.topic)
    return found


def related_to(page: StoryPage, topics: Iterable[Topic], language: str) -> QuerySet[StoryPage]:
    """Return other stories: those that share most topics first, then the newest."""
    others = published().exclude(translation_key=page.translation_key)
    chosen = prefer_language(others, language).select_related("locale").defer("body")
    shared = Count("topics", filter=Q(topics__in=[topic.pk for topic in topics]), distinct=True)
    return chosen.annotate(shared=shared).order_by("-shared", "-date", "-pk")


def stories_in(language: str, limit: int = 20) -> QuerySet[StoryPage]:
    """Return the newest stories that exist in this very language, for its feed."""
    pages = published().filter(locale__language_code=language).defer("body")
    return pages.order_by("-first_published_at", "-pk")[:limit]


def stories_signed_by(author: Author) -> list[StoryPage]:
    """Return the stories that name an author, published or in their latest draft."""
    published = list(StoryPage.objects.filter(authors=author))
    drafts = StoryPage.objects.filter(has_unpublished_changes=True).select_related(
        "latest_revision"
    )
    named = [
        page
        for page in drafts
        if page.latest_revision and author.pk in page.latest_revision.content.get("authors", [])
    ]
    return [*published, *(page for page in named if page not in published)]
