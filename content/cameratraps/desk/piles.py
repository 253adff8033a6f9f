"""What lies on the desk: the visits of a pile, the one before and after, and the species seen most often."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from content.cameratraps.desk.forms import PileForm
from content.cameratraps.models import Event
from content.cameratraps.staff_lists import staff_events
from content.cameratraps.states import State, in_state
from content.reserve.models import Species

ON_KEYS = 9


@dataclass
class Pile:
    """The visits that were asked for, in one fixed order that tells nothing."""

    form: PileForm
    state: str
    events: QuerySet

    @classmethod
    def of(cls, request: HttpRequest) -> "Pile":
        """Return the pile a request names; without a word those nobody has looked at."""
        form = PileForm(request.GET)
        form.is_valid()
        asked = form.cleaned_data
        state = asked.get("state") or State.NEW
        side = request.user.side
        events = Event.objects.filter(pk__in=in_state(state, side).values("pk"))
        if side and state in (State.NEW, State.ASIDE):
            events = events.filter(deployment__zone__side=side)
        if asked.get("species"):
            events = events.filter(species=asked["species"])
        if asked.get("zone"):
            events = events.filter(deployment__zone=asked["zone"])
        return cls(form, state, events.order_by("pk"))

    @property
    def query(self) -> str:
        """The query that names this pile, to go on with."""
        asked = self.form.cleaned_data
        named = {"state": self.state}
        named |= {name: asked[name].pk for name in ("species", "zone") if asked.get(name)}
        return urlencode(named)

    @property
    def shown(self) -> QuerySet:
        return staff_events().filter(pk__in=self.events.values("pk")).order_by("pk")

    def address(self, pk: int) -> str:
        return f"{reverse('cameratraps_desk_visit', args=[pk])}?{self.query}"

    @property
    def list_address(self) -> str:
        return f"{reverse('cameratraps_desk')}?{self.query}"

    def around(self, pk: int) -> dict:
        """Return the addresses before and after a visit, whether or not it still lies here, and how many are left."""
        before = self.events.filter(pk__lt=pk).order_by("-pk").values_list("pk", flat=True)
        after = self.events.filter(pk__gt=pk).values_list("pk", flat=True)
        back, on = before.first(), after.first()
        return {
            "previous": self.address(back) if back else "",
            "next": self.address(on) if on else "",
            "left": self.events.count(),
        }


def commonest_species() -> list[Species]:
    """Return the species that get a number key: those seen most often here."""
    return list(
        Species.objects.annotate(seen=Count("events")).order_by("-seen", "order", "pk")[:ON_KEYS]
    )
