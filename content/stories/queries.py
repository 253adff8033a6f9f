"""The questions pages ask about stories."""

from django.db.models import Count, Q, QuerySet

from content.base.languages import prefer_language
from content.stories.models import StoryPage, Topic


def published() -> QuerySet[StoryPage]:
    """Return the stories anyone may read; a mirror of another language's page is not a story of its own."""
    return StoryPage.objects.live().public().filter(alias_of__isnull=True)


def for_cards(pages: QuerySet[StoryPage]) -> QuerySet[StoryPage]:
    """Fetch with each story what its card shows, newest first, without its body."""
    return (
        pages.select_related("locale", "image")
        .prefetch_related("image__renditions", "topics", "authors")
        .defer("body")
        .order_by("-date", "-pk")
    )


def story_pages(
    language: str, topic: Topic | None = None, *, among: QuerySet[StoryPage] | None = None
) -> QuerySet[StoryPage]:
    """Return one page for each story, in the visitor's language where it exists, newest first."""
    pages = published() if among is None else among
    if topic is not None:
        pages = pages.filter(topics=topic)
    return for_cards(prefer_language(pages, language))


def topics_of(pages: QuerySet[StoryPage]) -> list[Topic]:
    """Return the topics that these stories are about, in their order."""
    return list(Topic.objects.filter(stories__in=pages).distinct())


def related_to(page: StoryPage, topics: list[Topic], limit: int = 3) -> list[StoryPage]:
    """Return other stories: those that share most topics first, then the newest."""
    others = published().exclude(translation_key=page.translation_key)
    chosen = prefer_language(others, page.locale.language_code)
    shared = Count("topics", filter=Q(topics__in=[topic.pk for topic in topics]), distinct=True)
    return list(
        for_cards(chosen).annotate(shared=shared).order_by("-shared", "-date", "-pk")[:limit]
    )


def stories_in(language: str, limit: int = 20) -> QuerySet[StoryPage]:
    """Return the newest stories that exist in this very language, for its feed."""
    pages = published().filter(locale__language_code=language).defer("body")
    return pages.order_by("-first_published_at", "-pk")[:limit]
