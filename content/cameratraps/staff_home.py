"""The latest footage on the first page of a photo curator."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from content.cameratraps import words
from content.cameratraps.models import Event
from content.cameratraps.staff_lists import staff_events, state_of
from content.cameratraps.staff_views import RELEASE

SHOWN = 6


class FootagePanel(Component):
    """The visits that came in last, with a small picture; nothing for those who do not keep them."""

    name = "footage"
    order = 70
    template_name = "cameratraps/staff/footage_panel.html"

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        if not user.has_perms(["cameratraps.add_event", RELEASE]):
            return {"visits": []}
        return {"visits": [_shown(event) for event in staff_events().order_by("-pk")[:SHOWN]]}


def _shown(event: Event) -> Event:
    event.cover = event.all_frames[0].image if event.all_frames else None
    event.when, event.state = words.month_of(event), state_of(event)
    event.address = reverse("cameratraps_release", args=[event.pk])
    return event
