"""The screen of the scans: what each has found, with the names of the files, which only staff may see."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from content.base.models import FileScan
from staff.models import User
from staff.roles import RELEASE

SHOWN = 20


def may_see_scans(user: User) -> bool:
    return user.has_perm(RELEASE)


@require_safe
def scans(request: HttpRequest) -> HttpResponse:
    """List the last scans."""
    if not may_see_scans(request.user):
        raise PermissionDenied
    title = _("Check of all files")
    return render(
        request,
        "staff/scans.html",
        {
            "scans": FileScan.objects.all()[:SHOWN],
            "page_title": title,
            "header_title": title,
            "header_icon": "warning",
            "breadcrumbs_items": [{"url": "", "label": title}],
        },
    )


class ScansItem(MenuItem):
    """Leads to the scans from the reports."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Check of all files"),
            reverse("staff_scans"),
            name="scans",
            icon_name="warning",
            order=660,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_scans(request.user)
