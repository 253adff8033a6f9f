from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.images.permissions import permission_policy as picture_policy

from staff.approving import hooks as approving_hooks  # noqa: F401  (registers its hooks)
from staff.audit import hooks as audit_hooks  # noqa: F401
from staff.closures import hooks as closure_hooks  # noqa: F401
from staff.desk import hooks as desk_hooks  # noqa: F401  (registers the first page)
from staff.explorer import hooks as explorer_hooks  # noqa: F401  (registers the lists of pages)
from staff.handbook import hooks as handbook_hooks  # noqa: F401  (registers the handbook)
from staff.invitations import hooks as invitation_hooks  # noqa: F401  (registers them)
from staff.leaving import hooks as leaving_hooks  # noqa: F401  (registers them)
from staff.mailing import hooks as mailing_hooks  # noqa: F401
from staff.menus import lift_ones_own_work  # noqa: F401  (registers the order of the menu)
from staff.picture_report import WRITES, PicturesWithoutWords
from staff.quality import hooks as quality_hooks  # noqa: F401  (registers them)
from staff.role_screen import RoleScreen
from staff.scans import ScansItem, scans
from staff.signin import hooks as signin_hooks  # noqa: F401  (registers them)
from staff.strips import decide_about_strip
from staff.translating import hooks as translating_hooks  # noqa: F401  (registers them)
from staff.urgent import hooks as urgent_hooks  # noqa: F401
from staff.writing import hooks as writing_hooks  # noqa: F401  (registers them)


@hooks.register("register_admin_urls")
def register_reports() -> list:
    report = PicturesWithoutWords
    return [
        path("pictures/<int:pk>/strip/", decide_about_strip, name="staff_picture_strip"),
        path("roles/", RoleScreen.as_view(), name="staff_roles"),
        path("reports/scans/", scans, name="staff_scans"),
        path("reports/pictures/", report.as_view(), name=report.index_url_name),
        path(
            "reports/pictures/results/",
            report.as_view(results_only=True),
            name=report.index_results_url_name,
        ),
    ]


class PictureReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return picture_policy.user_has_any_permission(request.user, WRITES)


@hooks.register("register_reports_menu_item")
def register_picture_report() -> MenuItem:
    return PictureReportItem(
        gettext_lazy("Pictures without text alternative"),
        reverse(PicturesWithoutWords.index_url_name),
        name="pictures-without-words",
        icon_name="image",
        order=650,
    )


@hooks.register("register_reports_menu_item")
def register_scans() -> MenuItem:
    return ScansItem()
