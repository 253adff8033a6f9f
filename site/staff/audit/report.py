"""The report “Who did what”."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import PageLogEntry

from bookings.merging import Merged
from content.base.choices import SideCode
from staff.approving.status import name_of
from staff.audit.lines import Line, lines_of
from staff.audit.sources import KINDS, Wanted, entries
from staff.models import User

MOST_EXPORTED = 20_000


def may_read(user: User) -> bool:
    """Say whether the log is a person's business: moderators', booking officers' and administrators'."""
    return user.has_perm("approving.read_log")


class LogFilterSet(WagtailFilterSet):
    """By kind, person, side and day. What is asked for is narrowed in each log (`sources`), not in the joined rows."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("log", "Kind"), choices=KINDS, method="keep"
    )
    person = django_filters.ModelChoiceFilter(
        label=_("Person"), queryset=User.objects.order_by("last_name", "username"), method="keep"
    )
    side = django_filters.ChoiceFilter(label=_("Side"), choices=SideCode.choices, method="keep")
    day = django_filters.DateFromToRangeFilter(
        label=_("Day"), method="keep", widget=DateRangePickerWidget
    )

    class Meta:
        model = PageLogEntry
        fields = ["kind", "person", "side", "day"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.filters["person"].field.label_from_instance = name_of

    def keep(self, rows: QuerySet, _name: str, _value) -> QuerySet:
        return rows

    @property
    def wanted(self) -> Wanted:
        """Return what is asked for; nonsense is answered as if nothing were asked."""
        if not self.is_valid():
            return Wanted()
        given = self.form.cleaned_data
        day = given.get("day")
        return Wanted(
            kind=given.get("kind") or "",
            person=given.get("person"),
            side=given.get("side") or "",
            since=day.start.date() if day and day.start else None,
            until=day.stop.date() if day and day.stop else None,
        )


class WhoDidWhat(ReportView):
    """List everything that is logged and that this person may see, newest first."""

    page_title = _("Who did what")
    header_icon = "history"
    index_url_name = "staff_who_did_what"
    index_results_url_name = "staff_who_did_what_results"
    results_template_name = "staff/audit/results.html"
    filterset_class = LogFilterSet
    is_searchable = False
    paginate_by = 50
    list_export = ["when", "who", "side", "what", "thing", "sort", "note"]
    export_headings = {
        "when": _("Time"),
        "who": pgettext_lazy("log", "Who"),
        "side": _("Side"),
        "what": pgettext_lazy("log", "What"),
        "thing": pgettext_lazy("log", "Upon what"),
        "sort": pgettext_lazy("log", "Kind"),
        "note": _("Note"),
    }
    columns = [
        Column("when", label=_("Time"), width="15%", classname="staff-unbroken"),
        Column("who", label=pgettext_lazy("log", "Who"), width="16%"),
        Column("side", label=_("Side"), width="12%"),
        Column("what", label=pgettext_lazy("log", "What"), width="18%"),
        TitleColumn(
            "thing", label=pgettext_lazy("log", "Upon what"), get_url=lambda line: line.url
        ),
        Column("sort", label=pgettext_lazy("log", "Kind"), width="12%"),
        Column("note", label=_("Note")),
    ]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_read(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filtered_queryset(self) -> QuerySet | Merged:
        found = entries(self.request.user, self.filters.wanted)
        return found[:MOST_EXPORTED] if self.is_export else found

    def get_table(self, rows) -> Table:
        self.lines = lines_of(rows)
        return super().get_table(self.lines)

    def decorate_paginated_queryset(self, rows) -> list[Line]:
        return lines_of(rows) if self.is_export else self.lines

    def get_filename(self) -> str:
        return f"who-did-what-{localdate():%Y-%m-%d}"
