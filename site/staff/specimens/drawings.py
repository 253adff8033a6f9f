"""Charts, maps and what depends on a day: drawn from made-up numbers, so that every state is there."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.base.blocks import samples
from content.base.blocks.chart import ChartBlock, ChartKind
from content.base.choices import SideCode
from content.base.drawing.chart import Chart, KeyEntry
from content.base.facts import FactText
from content.base.formats import month_name
from content.cameratraps.choices import Band
from content.cameratraps.drawing import DAY_ORDER, draw_day, draw_year
from content.cameratraps.small_numbers import cells
from content.notices.first_phrases import FIRST_PHRASES
from content.notices.queries import ShownNotice
from content.reserve.climate import climate_charts
from content.reserve.drawing.reserve_map import area_legend, reserve_map
from content.reserve.fire import FireNotice
from content.reserve.models import FireLevel
from content.trails.first_reasons import FIRST_REASONS, columns_of
from content.trails.models import Closure, ClosureReason
from staff.specimens.specimen import Specimen

DAY = [14, 23, 9, 31]
YEAR = [12, 9, 3, 6, 8, 5, 7, 2, 11, 17, 14, 10]


def drawings() -> list[Specimen]:
    language = get_language() or "en"
    drawn = {"svg": reserve_map(language), "legend": area_legend(language)}
    return [
        Specimen(
            _("Chart"),
            "chart",
            [{"chart": chart} for chart in (_day(), _year(), climate_charts()[0], *_typed())],
        ),
        Specimen(_("Map of the reserve"), "reserve_map", [{"drawn": drawn}]),
    ]


def _day() -> Chart:
    names = [str(Band(band).label) for band in DAY_ORDER]
    return _chart(_("Visits by time of day"), DAY, names, draw_day)


def _year() -> Chart:
    return _chart(
        _("Visits by month"), YEAR, [month_name(month) for month in range(1, 13)], draw_year
    )


def _typed() -> list[Chart]:
    """Return what editors draw of numbers they type, as bars and as a line."""
    block = ChartBlock()
    return [
        block.normalize(
            samples.chart() | {"kind": kind, "caption": str(ChartKind(kind).label)}
        ).chart
        for kind in ChartKind.values
    ]


def _chart(caption, numbers: list[int], names: list[str], draw) -> Chart:
    told = cells(numbers)
    words = {"title": caption, "description": caption, "slug": f"specimen-{len(numbers)}"}
    return Chart(
        caption=caption,
        svg=draw(told, unit=_("number of visits"), **words),
        columns=[caption, _("Visits")],
        rows=[
            [name, "–" if cell.number is None else str(cell.number)]
            for name, cell in zip(names, told, strict=True)
        ],
        key=[KeyEntry(_("fewer than %(number)d, perhaps none") % {"number": 5}, "few")],
        is_sample=True,
    )


def _urgent(last_day: date) -> ShownNotice:
    kind, english, russian, chinese = FIRST_PHRASES[0]
    texts = {"en": english, "ru": russian, "zh-hans": chinese}
    texts = {code: text.replace("{place}", "…") for code, text in texts.items()}
    return ShownNotice(kind, texts, last_day, timezone.now(), None, None, None)


def _reason(code: str) -> ClosureReason:
    names, phrases = next((names, said) for key, names, said in FIRST_REASONS if key == code)
    return ClosureReason(code=code, **columns_of(names, phrases))


def warnings() -> list[Specimen]:
    today = timezone.localdate()
    soon = today + timedelta(days=3)
    fires = [
        FireNotice(side, "Asia/Vladivostok", level, soon, FactText("", "en"), "#")
        for side, level in zip(
            (SideCode.RU, SideCode.CN, SideCode.RU), FireLevel.values, strict=True
        )
    ]
    return [
        Specimen(_("Urgent notice"), "urgent_notice", [{"notice": _urgent(soon)}]),
        Specimen(_("Fire danger"), "fire_notice", [{"notice": notice} for notice in fires]),
        Specimen(
            _("Closure of a trail"),
            "closure_notice",
            [
                {"closure": Closure(reason=_reason("flood"), starts_on=today)},
                {
                    "closure": Closure(reason=_reason("works"), starts_on=today, ends_on=soon),
                    "is_coming": True,
                },
            ],
        ),
    ]
