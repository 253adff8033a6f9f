"""For those who work for both sides, where the bookings lie apart: the way to the other side's."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem

from bookings.databases import aliases
from bookings.middleware import chosen_side
from content.base.choices import SideCode


class OtherSideItem(MenuItem):
    """Leads to the departures of the side that is not shown now; from there on all lists are that side's."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return len(aliases()) > 1 and not user.side and user.has_perm("bookings.view_departure")

    def render_component(self, request: HttpRequest):
        other = SideCode.CN if chosen_side(request) == SideCode.RU else SideCode.RU
        label = _("Bookings: %(side)s") % {"side": other.label}
        url = f"{reverse('departure:index')}?side={other}"
        item = MenuItem(label, url, name=self.name, icon_name="calendar-alt")
        return item.render_component(request)
