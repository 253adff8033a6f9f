"""The fire danger as pages tell it: of each side the newest notice that still holds."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.base.choices import SideCode
from content.base.facts import FactText, fact_text
from content.base.formats import colon_after, format_date
from content.base.languages import LANGUAGE_NAMES
from content.reserve.models.fire import FireDanger, FireLevel

CACHE_KEY = "fire-notices:{language}"
KEEP_SECONDS = 60


@dataclass(frozen=True)
class FireNotice:
    """One notice, ready to be shown."""

    side: str
    time_zone: str
    level: int
    valid_until: date
    text: FactText
    rules_url: str = ""

    @property
    def kind(self) -> str:
        return "caution" if self.level == FireLevel.ELEVATED else "danger"

    @property
    def title(self) -> str:
        where = {
            SideCode.RU: _("Fire danger on the Russian side"),
            SideCode.CN: _("Fire danger on the Chinese side"),
        }[SideCode(self.side)]
        return f"{where}{colon_after(where)}{FireLevel(self.level).label}"

    @property
    def advice(self) -> str:
        return {
            FireLevel.ELEVATED: _("No open fire in the forest, no smoking on the trails."),
            FireLevel.HIGH: _(
                "No fire, no stoves, no smoking in the forest. Trails can close within the day: look here again before "
                "you set out."
            ),
            FireLevel.EXTREME: _(
                "No fire of any kind. The forest itself can be closed without notice: ask the office before you come."
            ),
        }[FireLevel(self.level)]

    @property
    def until(self) -> str:
        return _("Holds until the end of %(day)s.") % {"day": format_date(self.valid_until)}

    def holds_at(self, now: datetime) -> bool:
        return now.astimezone(ZoneInfo(self.time_zone)).date() <= self.valid_until


def fire_notices(language: str, side: str = "", now: datetime | None = None) -> list[FireNotice]:
    """Return the notices that hold now, of one side or of both, Russia's first."""
    moment = now or timezone.now()
    newest: dict[str, FireNotice] = {}
    for notice in _all_notices(language):
        if notice.holds_at(moment):
            newest.setdefault(notice.side, notice)
    return [newest[code] for code in SideCode.values if code in newest and side in ("", code)]


def _all_notices(language: str) -> list[FireNotice]:
    """Return what may still hold somewhere, newest first, from the cache where it is there."""
    key = CACHE_KEY.format(language=language)
    notices = cache.get(key)
    if notices is None:
        notices = _read(language)
        cache.set(key, notices, KEEP_SECONDS)
    return notices


def _read(language: str) -> list[FireNotice]:
    records = list(
        FireDanger.objects.select_related("side", "rules_page").order_by("-set_at", "-pk")[:20]
    )
    keys = {record.rules_page.translation_key for record in records if record.rules_page}
    pages = Page.objects.live().filter(translation_key__in=keys, locale__language_code=language)
    urls = {page.translation_key: page.url for page in pages} if keys else {}
    return [
        FireNotice(
            side=record.side_id,
            time_zone=record.side.time_zone,
            level=record.level,
            valid_until=record.valid_until,
            text=fact_text(record, "text"),
            rules_url=urls.get(record.rules_page.translation_key, "") if record.rules_page else "",
        )
        for record in records
    ]


def forget_fire_notices() -> None:
    """Drop the cached notices."""
    cache.delete_many([CACHE_KEY.format(language=code) for code in LANGUAGE_NAMES])
