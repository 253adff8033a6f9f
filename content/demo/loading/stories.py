"""Stories: authors, topics, the list, and each story in the languages it exists in."""

from datetime import UTC, date, datetime, time, timedelta

from content.demo.loading.sample import Sample
from content.demo.loading.texts import columns, read_texts
from content.stories.models import Author, StoryIndexPage, StoryPage, Topic

INDEX = {
    "title": {"en": "Stories", "ru": "Истории", "zh": "故事"},
    "summary": {
        "en": "Dispatches from both sides of the border: the cats, the people who look after them, "
        "and how we know what we know.",
        "ru": "Рассказы с обеих сторон границы: о кошках, о людях, которые их берегут, "
        "и о том, откуда берутся наши знания.",
        "zh": "来自边境两侧的讲述：大猫、守护它们的人，以及我们如何得知这一切。",
    },
    "seo_description": {
        "en": "Stories about leopards, tigers, rangers and research on both sides of the border.",
        "ru": "Истории о леопардах, тиграх, инспекторах и исследованиях по обе стороны границы.",
        "zh": "边境两侧关于豹、虎、巡护员和科学研究的故事。",
    },
    "banner": "banners/stories",
}
PUBLISHED_AT = time(0, 0)  # UTC: morning in both countries


def load(sample: Sample) -> None:
    """Load every story, its original language first, so that the others are its translations."""
    texts = read_texts("stories")
    topics = {record["slug"]: _topic(record, place) for place, record in enumerate(texts["topics"])}
    authors = {record["slug"]: _author(sample, record) for record in texts["authors"]}
    sample.ensure_pages(StoryIndexPage, "stories", INDEX, in_menu=True)
    for record in sorted(texts["stories"], key=lambda story: story["date"]):
        pages = sample.ensure_pages(
            StoryPage,
            f"stories/{record['slug']}",
            record,
            languages=_original_first(record),
            image=record["image"],
            fields=lambda _key, record=record: {
                "date": record["date"],
                "topics": [topics[slug] for slug in record["topics"]],
                "authors": [authors[record["author"]]],
            },
        )
        _date_back([page.pk for page in pages.values()], record["date"])


def _original_first(record: dict) -> list[str]:
    return sorted(record["languages"], key=lambda key: key != record["original"])


def _date_back(pks: list[int], day: date) -> None:
    """Let sample stories have come out on their own dates, for the feed and the sitemap."""
    moment = datetime.combine(day, PUBLISHED_AT, tzinfo=UTC)
    fresh = StoryPage.objects.filter(pk__in=pks, first_published_at__gt=moment + timedelta(days=1))
    fresh.update(first_published_at=moment, last_published_at=moment)


def _topic(record: dict, place: int) -> Topic:
    topic, _made = Topic.objects.get_or_create(
        slug=record["slug"], defaults={"order": place, **columns(record, "name")}
    )
    return topic


def _author(sample: Sample, record: dict) -> Author:
    author, _made = Author.objects.get_or_create(
        slug=record["slug"],
        defaults={
            "side_id": record["side"],
            "image_id": sample.picture_pk(record.get("image")),
            **columns(record, "name", "role", "bio"),
        },
    )
    return author
