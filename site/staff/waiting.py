"""What waits for one person and is told as a number: the words for it, and the way to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Page

from bookings.models import Booking, ClassVisit, VisitState
from bookings.queries import with_unsent_mail
from content.base.alternatives import lacks_words
from content.base.permissions import SIDE_LANGUAGES
from content.cameratraps.states import State, refused, review_due
from content.cameratraps.states import waiting_for as waiting_for_side
from content.reserve.models import ContactMessage
from staff.models import User
from staff.picture_report import PicturesWithoutWords, pictures_of

FRESH = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One kind of work that waits, never with nothing in it."""

    count: int
    words: str
    icon: str
    url: str


def waiting_for(user: User) -> list[Waiting]:
    """Return what waits for a person, the most pressing first."""
    return [one for find in _FINDERS for one in find(user) if one.count]


def language_of(user: User) -> str:
    """Return the language a person writes for: that of their country, English without one."""
    return SIDE_LANGUAGES.get(user.side, "en")


def drafts_of(user: User) -> QuerySet[Page]:
    """Return the pages a person changed last and nobody has published since, the latest first."""
    return Page.objects.filter(latest_revision__user=user, has_unpublished_changes=True).order_by(
        "-latest_revision_created_at"
    )


def _mails(user: User) -> Iterator[Waiting]:
    if user.has_perm("bookings.view_booking"):
        count = with_unsent_mail(Booking.objects.of_side(user.side)).count()
        words = ngettext(
            "party could not be reached by e-mail", "parties could not be reached by e-mail", count
        )
        yield Waiting(count, words, "mail", f"{reverse('booking:index')}?mail=unsent")


def _classes(user: User) -> Iterator[Waiting]:
    if user.has_perm("bookings.change_classvisit"):
        count = ClassVisit.objects.of_side(user.side).filter(state=VisitState.ASKED).count()
        words = ngettext(
            "school class waits for an answer", "school classes wait for an answer", count
        )
        yield Waiting(count, words, "group", f"{reverse('classvisit:index')}?state=asked")


def _pictures(user: User) -> Iterator[Waiting]:
    language = language_of(user)
    count = pictures_of(user).filter(lacks_words([language])).count()
    words = ngettext(
        "picture of yours has no text alternative",
        "pictures of yours have no text alternative",
        count,
    )
    address = reverse(PicturesWithoutWords.index_url_name)
    yield Waiting(count, words, "image", f"{address}?language={language}&mine=1")


def _releases(user: User) -> Iterator[Waiting]:
    if user.side and user.has_perm("cameratraps.release_event"):
        count = waiting_for_side(user.side).count()
        words = ngettext(
            "visit waits for your side’s release", "visits wait for your side’s release", count
        )
        yield Waiting(count, words, "check", _desk(State.MINE))
        count = refused().count()
        words = ngettext("visit is refused", "visits are refused", count)
        yield Waiting(count, words, "cross", _desk(State.REFUSED))
        count = review_due(user.side).count()
        words = ngettext(
            "release is to be looked at again", "releases are to be looked at again", count
        )
        yield Waiting(count, words, "history", _desk(State.REVIEW))


def _desk(state: State) -> str:
    return f"{reverse('cameratraps_desk')}?state={state}"


def _messages(user: User) -> Iterator[Waiting]:
    if not user.has_perm("reserve.view_contactmessage"):
        return
    messages = ContactMessage.objects.filter(created_at__gte=timezone.now() - FRESH)
    count = (messages.filter(side_id=user.side) if user.side else messages).count()
    words = ngettext("message from visitors this week", "messages from visitors this week", count)
    address = reverse(ContactMessage.snippet_viewset.get_url_name("list"))
    yield Waiting(count, words, "mail", address)


_FINDERS: tuple[Callable[[User], Iterator[Waiting]], ...] = (
    _mails,
    _classes,
    _messages,
    _releases,
    _pictures,
)
