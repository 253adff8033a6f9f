"""The report of links that lead nowhere, for those who can mend them."""

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from content.base.languages import LANGUAGE_NAMES
from staff.quality.links.reasons import Kind, Reason
from staff.quality.models import BrokenLink
from staff.quality.queries import broken_links_for
from staff.quality.reach import ForWriters


class BrokenLinkFilterSet(WagtailFilterSet):
    reason = django_filters.ChoiceFilter(
        label=_("What is wrong"), choices=Reason.choices, empty_label=_("Anything")
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=settings.LANGUAGES,
        empty_label=_("Any language"),
        field_name="page__locale__language_code",
    )
    stands = django_filters.ChoiceFilter(
        label=_("Where it stands"),
        choices=[("page", _("On a page")), ("fact", _("In a fact"))],
        empty_label=_("Anywhere"),
        method="filter_stands",
    )

    class Meta:
        model = BrokenLink
        fields = ["reason", "language", "stands"]

    def filter_stands(self, links: QuerySet, _name: str, value: str) -> QuerySet:
        return links.filter(page__isnull=value == "fact")


class BrokenLinks(ForWriters, ReportView):
    """List the broken links in what this person may change."""

    page_title = _("Broken links")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    results_template_name = "staff/quality/broken_links_results.html"
    filterset_class = BrokenLinkFilterSet
    is_searchable = False
    permission_required = "change"
    list_export = ["title", "language", "where", "leads_to", "what", "found_on"]
    export_headings = {
        "title": _("Page or fact"),
        "language": _("Language"),
        "where": _("Where it stands"),
        "leads_to": _("Leads to"),
        "what": _("What is wrong"),
        "found_on": _("Found"),
    }
    columns = [
        TitleColumn("title", label=_("Page or fact"), get_url=lambda link: link.edit_url),
        Column("language", label=_("Language")),
        Column("where", label=_("Where it stands")),
        Column("leads_to", label=_("Leads to")),
        Column("what", label=_("What is wrong")),
        DateColumn("found_at", label=_("Found"), width="10%"),
    ]

    def get_queryset(self) -> QuerySet[BrokenLink]:
        return broken_links_for(self.request.user).prefetch_related("fact")

    def decorate_paginated_queryset(self, links):
        describe(links, self.request)
        return links

    def get_filename(self) -> str:
        return f"broken-links-{localdate():%Y-%m-%d}"


def describe(links, request: HttpRequest):
    """Write beside each link what the report says of it, in the reader's language."""
    find, titles = AdminURLFinder(request.user), _titles(links)
    for link in links:
        record = link.page or link.fact
        link.title = link.page.get_admin_display_title() if link.page else str(record)
        link.language = LANGUAGE_NAMES.get(link.page.locale.language_code) if link.page else "–"
        link.leads_to = titles.get(link.address, "") if link.kind == Kind.PAGE else ""
        link.leads_to = link.leads_to or _written(link)
        link.what = link.get_reason_display()
        link.found_on = date_format(localtime(link.found_at), "SHORT_DATE_FORMAT")
        link.edit_url = find.get_edit_url(record) if record else None
    return links


def _titles(links) -> dict[str, str]:
    keys = [link.address for link in links if link.reason == Reason.PAGE_DRAFT]
    pages = Page.objects.filter(pk__in=keys).only("pk", "title", "draft_title")
    return {str(page.pk): page.draft_title or page.title for page in pages}


def _written(link: BrokenLink) -> str:
    if link.kind == Kind.ADDRESS:
        return link.address
    return f"{link.get_kind_display()} {link.address}"
