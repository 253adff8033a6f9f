"""Publishing a notice in three languages at once, and ending it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from content.base.permissions import is_of_other_side
from content.notices.models import UrgentNotice
from content.notices.queries import forget_notices
from content.notices.wording import column, unknown_gaps
from content.reserve.models import ProtectedArea, Side
from content.trails.models import Trail

LONGEST_DAYS = 31  # a forgotten notice goes by itself


class NoticeError(ValidationError):
    """A notice that cannot be published; the message says why."""


@dataclass(frozen=True)
class Place:
    """Where a notice holds: one trail, one area, one side, or, with none of them, the whole reserve."""

    side: Side | None = None
    area: ProtectedArea | None = None
    trail: Trail | None = None

    @property
    def thing(self) -> Trail | ProtectedArea | Side | None:
        return self.trail or self.area or self.side

    @property
    def side_code(self) -> str | None:
        return self.side.pk if self.side else None


def may_publish(user, side: str | None) -> bool:
    """Say whether a person may publish and end notices of a side; without one, of both sides together."""
    if not user.has_perm("notices.add_urgentnotice"):
        return False
    if side is None:
        return user.has_perm("notices.joint_urgentnotice")
    return not is_of_other_side(user, side)


@transaction.atomic
def publish_notice(
    user, kind: str, place: Place, texts: dict[str, str], last_day: date
) -> UrgentNotice:
    """Show a notice at once in all languages. Raises NoticeError, and PermissionDenied for the other side's places."""
    if not may_publish(user, place.side_code):
        raise PermissionDenied
    texts = {language: text.strip() for language, text in texts.items()}
    _refuse_unfinished(texts)
    now = timezone.now()
    notice = UrgentNotice.objects.create(
        kind=kind,
        side=place.side,
        area=place.area,
        trail=place.trail,
        last_day=last_day,
        ends_at=_end_of(last_day, place, now),
        published_at=now,
        published_by=user,
        **{column(language): text for language, text in texts.items()},
    )
    log(instance=notice, action="notices.publish", user=user)
    transaction.on_commit(forget_notices)
    return notice


def _refuse_unfinished(texts: dict[str, str]) -> None:
    for language, name in settings.LANGUAGES:
        text = texts.get(language, "")
        if not text:
            raise NoticeError(_("The text in %(language)s is missing.") % {"language": name})
        if wrong := unknown_gaps(text) or [gap for gap in ("{place}", "{until}") if gap in text]:
            raise NoticeError(
                _("%(gap)s in the text in %(language)s is not filled in.")
                % {"gap": wrong[0], "language": name}
            )


def _end_of(last_day: date, place: Place, now: datetime) -> datetime:
    """Return the last moment of a day by the clock of the place."""
    zone = ZoneInfo(place.side.time_zone if place.side else settings.TIME_ZONE)
    today = now.astimezone(zone).date()
    if not today <= last_day <= today + timedelta(days=LONGEST_DAYS):
        raise NoticeError(_("The last day is today or later, at most a month ahead."))
    return datetime.combine(last_day + timedelta(days=1), time(), zone)


@transaction.atomic
def end_notice(notice: UrgentNotice, user) -> None:
    """Take a notice down now; raises PermissionDenied for the other side's, NoticeError for one that is over."""
    notice = UrgentNotice.objects.select_for_update().get(pk=notice.pk)
    if not may_publish(user, notice.side_id):
        raise PermissionDenied
    now = timezone.now()
    if notice.ended_at or notice.ends_at <= now:
        raise NoticeError(_("This notice has ended already."))
    notice.ended_at, notice.ended_by = now, user
    notice.save(update_fields=["ended_at", "ended_by"])
    log(instance=notice, action="notices.end", user=user)
    transaction.on_commit(forget_notices)
