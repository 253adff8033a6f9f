from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from staff.urgent import views


@hooks.register("register_admin_urls")
def urgent_urls() -> list:
    return [
        path("urgent/", views.notices, name="staff_urgent_notices"),
        path("urgent/new/", views.compose, name="staff_urgent_new"),
        path("urgent/<int:pk>/end/", views.end, name="staff_urgent_end"),
    ]


class UrgentItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("notices.add_urgentnotice")


@hooks.register("register_admin_menu_item")
def urgent_item() -> MenuItem:
    return UrgentItem(
        _("Urgent notices"),
        reverse("staff_urgent_notices"),
        name="urgent-notices",
        icon_name="warning",
        order=90,
    )
