"""Sample work on the desks of both sides, so that nobody meets an empty one. Nothing of it is public."""

from wagtail.models import Comment, Page
from wagtail_localize.models import Translation

from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES
from content.stories.models import StoryPage
from staff.accounts import sample_users
from staff.approving import services as approving
from staff.models import User
from staff.translating import services as translating
from staff.translating.models import PublishedText
from staff.translating.texts import ADDRESS

People = dict[str, User]  # by username


def load(sample: Sample) -> None:
    """Add the work that is missing; without sample accounts, as in production, there are no desks."""
    people = {user.username: user for user in sample_users()}
    if not people:
        return
    records = sample.texts("desk")
    for record in records["stories"]:
        _write(sample, record, people)
    for record in records["changes"]:
        _change(sample.page_at(record["path"], record["language"]), record, people)
    for record in records["translations"]:
        _begin_translation(sample, record, people[record["by"]])
    for record in records["left_behind"]:
        page = sample.page_at(record["path"], record["language"])
        _leave_translations_behind(page, record["summary"], people[record["by"]])


def _write(sample: Sample, record: dict, people: People) -> None:
    author, key = people[record["author"]], record["language"]
    parent = sample.page_at("stories", key)
    if parent.get_children().filter(slug=record["slug"]).exists():
        return
    story = StoryPage(
        title=record["title"],
        slug=record["slug"],
        locale=sample.locales[key],
        summary=record["summary"],
        search_description=record["summary"],
        body=sample.body(record, key),
        image_id=sample.picture_pk(record["image"]),
        is_joint=record.get("is_joint", False),
        is_sample=True,
        live=False,
        owner=author,
    )
    parent.add_child(instance=story)
    story.save_revision(user=author)
    _comment(story, record, people)
    if record.get("sent"):
        _send(story, author, people.get(record.get("approved_by", "")))


def _send(story: StoryPage, author: User, approver: User | None) -> None:
    state = story.get_workflow().start(story, author)
    if approver:
        approving.approve(state.current_task_state, approver, comment="")


def _comment(page: Page, record: dict, people: People) -> None:
    for one in record.get("comments", []):
        Comment.objects.create(
            page=page, user=people[one["by"]], text=one["text"], contentpath=one["at"]
        )


def _change(page: Page, record: dict, people: People) -> None:
    if page.has_unpublished_changes:
        return
    page.summary = record["summary"]
    page.save_revision(user=people[record["by"]])
    _comment(page, record, people)


def _begin_translation(sample: Sample, record: dict, translator: User) -> None:
    page, locale = sample.page_at(record["path"], record["from"]), sample.locales[record["to"]]
    if page.get_translation_or_none(locale):
        return
    translating.begin_translation(translator, page, LANGUAGES[record["to"]])
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=locale
    )
    segments = translation.source.stringsegment_set.exclude(context__path=ADDRESS)
    for segment, words in zip(segments.order_by("order"), record["texts"], strict=False):
        translating.write_text(translator, translation, segment, words)


def _leave_translations_behind(page: Page, earlier: str, user: User) -> None:
    """Publish a page as it was, let its translations catch up with that, and publish it as it is."""
    if PublishedText.objects.filter(page=page, changed_at__isnull=False).exists():
        return
    came_out = {name: getattr(page, name) for name in ("first_published_at", "last_published_at")}
    now, page.summary = page.summary, earlier
    page.save_revision(user=user).publish(user=user)
    for other in page.get_translations():
        translating.catch_up(other)
    page.summary = now
    page.save_revision(user=user).publish(user=user)
    Page.objects.filter(pk=page.pk).update(**came_out)
