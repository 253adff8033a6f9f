from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from staff.audit.report import WhoDidWhat, may_read


@hooks.register("register_admin_urls")
def audit_urls() -> list:
    results = WhoDidWhat.as_view(results_only=True)
    return [
        path("reports/who-did-what/", WhoDidWhat.as_view(), name=WhoDidWhat.index_url_name),
        path("reports/who-did-what/results/", results, name=WhoDidWhat.index_results_url_name),
    ]


class AuditItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


@hooks.register("register_reports_menu_item")
def audit_item() -> MenuItem:
    return AuditItem(
        _("Who did what"),
        reverse(WhoDidWhat.index_url_name),
        name="who-did-what",
        icon_name="history",
        order=600,
    )


@hooks.register("construct_reports_menu")
def leave_out_site_history(request: HttpRequest, items: list) -> None:
    """Take away Wagtail's own report, which knows nothing of sides; its address leads to ours."""
    items[:] = [item for item in items if item.name != "site-history"]
