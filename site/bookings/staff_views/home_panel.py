"""The next departures on the first page of a booking officer."""

from django.utils import timezone
from wagtail.admin.ui.components import Component

from bookings.models import Departure
from bookings.wording import when_text

SHOWN = 6


class DeparturesPanel(Component):
    """What leaves next in the officer's country, and how full it is; nothing for other roles."""

    name = "departures"
    order = 60
    template_name = "bookings/staff/departures_panel.html"

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        if not user.has_perm("bookings.view_departure"):
            return {"departures": []}
        coming = Departure.objects.of_side(user.side).coming(timezone.now()).with_trail()
        departures = list(coming[:SHOWN])
        for departure in departures:
            departure.when = when_text(departure)
        return {"departures": departures, "shows_side": not user.side}
