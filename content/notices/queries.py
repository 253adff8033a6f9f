"""The urgent notices that hold now, and on which pages each stands."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.base.formats import format_date
from content.base.languages import LANGUAGE_NAMES
from content.notices.models import NoticeKind, UrgentNotice
from content.notices.wording import column
from content.reserve.models import AreaPage, HomePage, ReserveIndexPage
from content.trails.models import TrailIndexPage, TrailPage

CACHE_KEY, KEEP_SECONDS = "urgent-notices", 60  # dropped at every publication


@dataclass(frozen=True)
class ShownNotice:
    """One notice with its three texts, ready to be shown."""

    kind: str
    texts: dict[str, str]
    last_day: date
    ends_at: datetime
    side: str | None
    area: int | None
    trail: int | None

    @property
    def title(self) -> str:
        return {
            NoticeKind.FIRE: _("Urgent: fire"),
            NoticeKind.CLOSURE: _("Urgent: closed"),
            NoticeKind.SAFETY: _("Urgent: your safety"),
            NoticeKind.WEATHER: _("Urgent: weather"),
            NoticeKind.BORDER: _("Urgent: border zone"),
        }[NoticeKind(self.kind)]

    @property
    def icon(self) -> str:
        return "fire" if self.kind == NoticeKind.FIRE else "warning"

    @property
    def text(self) -> str:
        return self.texts[get_language() or "en"]

    @property
    def until(self) -> str:
        return _("Holds until the end of %(day)s.") % {"day": format_date(self.last_day)}


def in_force(now: datetime | None = None) -> QuerySet[UrgentNotice]:
    """Return the notices that hold at a moment, newest first."""
    return UrgentNotice.objects.filter(ended_at=None, ends_at__gt=now or timezone.now())


def notices_on(page: Page | None, now: datetime | None = None) -> list[ShownNotice]:
    """Return what a page has to show: everything on the pages people begin with, else what concerns the page."""
    moment = now or timezone.now()
    return [notice for notice in _all() if notice.ends_at > moment and _concerns(notice, page)]


def _all() -> list[ShownNotice]:
    notices = cache.get(CACHE_KEY)
    if notices is None:
        notices = [_shown(record) for record in in_force()[:20]]
        cache.set(CACHE_KEY, notices, KEEP_SECONDS)
    return notices


def _shown(record: UrgentNotice) -> ShownNotice:
    return ShownNotice(
        kind=record.kind,
        texts={code: getattr(record, column(code)) for code in LANGUAGE_NAMES},
        last_day=record.last_day,
        ends_at=record.ends_at,
        side=record.side_id,
        area=record.area_id,
        trail=record.trail_id,
    )


def forget_notices() -> None:
    """Drop the notices from the cache, so that the next page reads them anew."""
    cache.delete(CACHE_KEY)


def _concerns(notice: ShownNotice, page: Page | None) -> bool:
    if notice.side is None:
        return True
    if isinstance(page, TrailPage):
        return _covers(notice, page.trail.side_id, page.trail.area_id, page.trail_id)
    if isinstance(page, AreaPage):
        return _covers(notice, page.area.side_id, page.area_id, None)
    begins_here = isinstance(page, HomePage | TrailIndexPage | ReserveIndexPage)
    return page is None or begins_here or "/visit/" in page.url_path


def _covers(notice: ShownNotice, side: str, area: int | None, trail: int | None) -> bool:
    """Say whether a notice of a side, area or trail reaches a thing; a trail's reaches its area's page too."""
    if notice.trail:
        return notice.trail == trail or (trail is None and notice.area == area)
    if notice.area:
        return notice.area == area
    return notice.side == side
