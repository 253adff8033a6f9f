from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from bookings.staff_views.bookings import BookingViewSet
from bookings.staff_views.departures import DepartureViewSet
from bookings.staff_views.home_panel import DeparturesPanel


class BookingGroup(ViewSetGroup):
    menu_label = _("Bookings")
    menu_name = "bookings"
    menu_icon = "calendar-alt"
    menu_order = 250
    items = (DepartureViewSet, BookingViewSet)


@hooks.register("register_admin_viewset")
def register_bookings() -> BookingGroup:
    return BookingGroup()


@hooks.register("construct_homepage_panels")
def show_next_departures(request: HttpRequest, panels: list) -> None:
    panels.append(DeparturesPanel())
