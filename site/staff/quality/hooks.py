"""Where the checks of quality enter Wagtail's interface."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from staff.quality import still_right  # noqa: F401  (registers its hook)
from staff.quality.doors import others  # noqa: F401  (registers its hooks)
from staff.quality.gaps.report import GapReport
from staff.quality.links.report import BrokenLinks
from staff.quality.reach import writes

REPORTS = {"broken-links": BrokenLinks, "missing-translations": GapReport}


@hooks.register("register_admin_urls")
def register_quality_reports() -> list:
    return [
        address
        for slug, report in REPORTS.items()
        for address in (
            path(f"reports/{slug}/", report.as_view(), name=report.index_url_name),
            path(
                f"reports/{slug}/results/",
                report.as_view(results_only=True),
                name=report.index_results_url_name,
            ),
        )
    ]


class WritersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return writes(request.user)


@hooks.register("register_reports_menu_item")
def register_broken_links() -> MenuItem:
    return WritersItem(
        _("Broken links"),
        reverse(BrokenLinks.index_url_name),
        name="broken-links",
        icon_name="link",
        order=660,
    )


@hooks.register("register_reports_menu_item")
def register_missing_translations() -> MenuItem:
    return WritersItem(
        GapReport.page_title,
        reverse(GapReport.index_url_name),
        name="missing-translations",
        icon_name="wagtail-localize-language",
        order=640,
    )
