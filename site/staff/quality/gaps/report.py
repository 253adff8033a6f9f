"""The report of what is missing or out of date in each language."""

from dataclasses import dataclass

import django_filters
from django.conf import settings
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from content.base.choices import SideCode
from content.base.languages import LANGUAGE_NAMES
from staff.quality.gaps.gap import Found, Gap, GapState, Kind, Total
from staff.quality.gaps.queries import find_gaps, in_order
from staff.quality.reach import ForWriters

BOTH = "both"


class GapFilterSet(WagtailFilterSet):
    """Only the form: what it narrows is a list, not a table of the database."""

    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=settings.LANGUAGES, empty_label=_("Any language")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=Kind.choices, empty_label=_("Everything")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=GapState.choices, empty_label=_("Any state")
    )
    side = django_filters.ChoiceFilter(
        label=_("Side"),
        choices=[*SideCode.choices, (BOTH, _("Both sides"))],
        empty_label=_("Any side"),
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def filter_queryset(self, gaps: list[Gap]) -> list[Gap]:
        wanted = {name: value for name, value in self.form.cleaned_data.items() if value}
        if wanted.get("side") == BOTH:
            wanted["side"] = ""
        return [
            gap
            for gap in gaps
            if all(getattr(gap, name) == value for name, value in wanted.items())
        ]


@dataclass(frozen=True)
class LanguageTotals:
    """One row of the head of the report."""

    name: str
    lang: str
    cells: list[tuple[Kind, Total]]


def totals_by_language(found: list[Found]) -> list[LanguageTotals]:
    return [
        LanguageTotals(name, code, [(one.kind, one.totals[code]) for one in found])
        for code, name in LANGUAGE_NAMES.items()
    ]


class GapReport(ForWriters, ReportView):
    page_title = _("Translations: what is missing")
    header_icon = "wagtail-localize-language"
    template_name = "staff/quality/gaps.html"
    results_template_name = "staff/quality/gaps_results.html"
    index_url_name = "missing_translations"
    index_results_url_name = "missing_translations_results"
    filterset_class = GapFilterSet
    is_searchable = False
    permission_required = "change"
    list_export = ["title", "kind_name", "language_name", "state_name", "what", "side_name", "day"]
    export_headings = {
        "title": _("Title"),
        "kind_name": _("Kind"),
        "language_name": _("Language"),
        "state_name": _("State"),
        "what": _("What"),
        "side_name": _("Side"),
        "day": _("Since"),
    }
    columns = [
        TitleColumn("title", label=_("Title"), get_url=lambda row: row.url),
        Column("kind_name", label=_("Kind")),
        Column("language_name", label=_("Language")),
        Column("state_name", label=_("State")),
        Column("what", label=_("What")),
        Column("side_name", label=_("Side")),
        Column("day", label=_("Since"), width="12%"),
    ]

    @cached_property
    def found(self) -> list[Found]:
        return find_gaps(self.request.user)

    def get_queryset(self) -> list[Gap]:
        return in_order([gap for one in self.found for gap in one.gaps], self.request.user)

    def decorate_paginated_queryset(self, gaps: list[Gap]) -> list["Row"]:
        return [Row(gap) for gap in gaps]

    def get_table(self, object_list):
        return super().get_table(self.decorate_paginated_queryset(object_list))

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "kinds": [one.kind for one in self.found],
            "totals": totals_by_language(self.found),
        }

    def get_filename(self) -> str:
        return f"missing-translations-{localdate():%Y-%m-%d}"


class Row:
    """A gap in the reader's words."""

    def __init__(self, gap: Gap) -> None:
        self.pk = None
        self.title, self.url, self.what = gap.title, gap.url, gap.what
        self.kind_name = gap.sort if gap.sort else str(gap.kind.label)
        self.language_name = LANGUAGE_NAMES[gap.language]
        self.state_name = str(gap.state.label)
        self.side_name = str(SideCode(gap.side).label) if gap.side else ""
        self.day = date_format(localtime(gap.since), "SHORT_DATE_FORMAT") if gap.since else ""
