"""Marking several walks as having taken place, from their list."""

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from bookings import scheduling
from bookings.models import Departure
from bookings.parties import staff_actor
from bookings.wording import when_text


class CompleteDepartures(BulkAction):
    """One thing done to several chosen rows; coming walks and those of the other side stay as they are."""

    display_name = _("They took place")
    aria_label = _("Mark the chosen departures as having taken place")
    action_type = "complete"
    template_name = "bookings/staff/complete.html"
    form_class = Form
    models = [Departure]

    @classmethod
    def get_queryset(cls, model: type[Departure], object_ids: list) -> list[Departure]:
        numbers = [number for number in object_ids if str(number).isdecimal()]
        return list(Departure.objects.with_trail().filter(pk__in=numbers))

    def get_all_objects_in_listing_query(self, parent_id) -> list[int]:
        own = Departure.objects.of_side(self.request.user.side)
        return list(own.values_list("pk", flat=True))

    def check_perm(self, departure: Departure) -> bool:
        user = self.request.user
        is_own = user.side in ("", departure.trail.side_id)
        return is_own and user.has_perm("bookings.change_departure")

    def object_context(self, departure: Departure) -> dict:
        return {"item": departure, "when": when_text(departure)}

    def get_execution_context(self) -> dict:
        return {"actor": staff_actor(self.request.user)}

    @classmethod
    def execute_action(cls, objects: list[Departure], actor=None, **kwargs) -> tuple[int, int]:
        return scheduling.complete_departures(objects, actor), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d departure marked as having taken place.",
            "%(count)d departures marked as having taken place.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
