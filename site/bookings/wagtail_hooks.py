from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from bookings.permissions import CHECK_IN
from bookings.staff_views.bookings import BookingViewSet
from bookings.staff_views.checkin import CheckInView
from bookings.staff_views.class_visits import ClassVisitViewSet
from bookings.staff_views.completing import CompleteDepartures
from bookings.staff_views.departures import DepartureViewSet
from bookings.staff_views.guides import GuideViewSet
from bookings.staff_views.paper_sheet import PaperSheet
from bookings.staff_views.phone_sheet import (
    PhoneSheet,
    SheetAnswers,
    SheetData,
    SheetManifest,
    SheetWorker,
)
from bookings.staff_views.quotas import QuotaViewSet
from bookings.staff_views.report import ReportView
from bookings.staff_views.series import SeriesViewSet
from bookings.staff_views.side_switch import OtherSideItem
from bookings.staff_views.statistics import VIEW as SEES_STATISTICS
from bookings.staff_views.statistics import StatisticsView
from bookings.staff_views.ticket_photo import TicketPhoto


class BookingGroup(ViewSetGroup):
    menu_label = _("Bookings")
    menu_name = "bookings"
    menu_icon = "calendar-alt"
    menu_order = 250
    items = (
        DepartureViewSet,
        SeriesViewSet,
        BookingViewSet,
        ClassVisitViewSet,
        GuideViewSet,
        QuotaViewSet,
    )


hooks.register("register_bulk_action", CompleteDepartures)


@hooks.register("register_admin_viewset")
def register_bookings() -> BookingGroup:
    return BookingGroup()


@hooks.register("register_admin_urls")
def register_check_in() -> list:
    return [
        path("check-in/", CheckInView.as_view(), name="check_in"),
        path("check-in/report/<int:pk>/", ReportView.as_view(), name="walk_report"),
        path("check-in/paper/", PaperSheet.as_view(), name="ranger_paper"),
        path("check-in/sheet/", PhoneSheet.as_view(), name="ranger_sheet"),
        path("check-in/sheet/data/", SheetData.as_view(), name="ranger_sheet_data"),
        path("check-in/sheet/words/", SheetAnswers.as_view(), name="ranger_sheet_words"),
        path("check-in/ticket/", TicketPhoto.as_view(), name="ranger_ticket_photo"),
        path("check-in/manifest.webmanifest", SheetManifest.as_view(), name="ranger_manifest"),
        path("check-in/worker.js", SheetWorker.as_view(), name="ranger_worker"),
        path("reports/walks/", StatisticsView.as_view(), name="walk_statistics"),
    ]


class CheckInMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHECK_IN)


@hooks.register("register_admin_menu_item")
def register_check_in_item() -> MenuItem:
    return CheckInMenuItem(
        _("Check-in"), reverse("check_in"), name="check-in", icon_name="check", order=240
    )


@hooks.register("insert_global_admin_js")
def forget_the_sheet_at_sign_out() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/ranger/sign_out.js"))


class StatisticsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEES_STATISTICS)


@hooks.register("register_reports_menu_item")
def register_statistics() -> MenuItem:
    return StatisticsMenuItem(
        _("Statistics of walks"),
        reverse("walk_statistics"),
        name="walk-statistics",
        icon_name="order",
        order=900,
    )


@hooks.register("register_admin_menu_item")
def register_other_side() -> MenuItem:
    return OtherSideItem(_("Bookings"), "", name="other-side", order=151)
