"""Whether a walk with a least number of people takes place: judged once its day of decision has come."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from bookings import databases, places, scheduling, services
from bookings.models import CancelReason, Departure, DepartureState
from bookings.models.states import LIVE_STATES
from bookings.parties import SYSTEM


@dataclass
class Decided:
    """How many walks are promised now, and how many were called off."""

    guaranteed: int = 0
    cancelled: int = 0


def decide_due(now: datetime | None = None) -> Decided:
    """Decide upon every departure whose time has come; those left to the staff stay until somebody decides."""
    now = now or timezone.now()
    due = (
        Departure.objects.filter(state__in=LIVE_STATES, min_to_run__gt=0)
        .exclude(state=DepartureState.GUARANTEED)
        .exclude(paused_from=DepartureState.GUARANTEED)
        .filter(decide_at__lte=now, starts_at__gt=now)
        .order_by("pk")
    )
    decided = Decided()
    for alias in databases.in_turn():
        for number in due.using(alias).values_list("pk", flat=True):
            _decide(number, decided)
    return decided


def _decide(number: int, decided: Decided) -> None:
    with databases.transaction_for(number):
        departure, now = places.lock(number)
        if departure.state not in LIVE_STATES or departure.starts_at <= now:
            return
        # Places held or offered promise nobody.
        if departure.bookings.live().places() < departure.min_to_run:
            if departure.cancels_itself:
                services.cancel_departure(number, CancelReason.FEW, SYSTEM)
                decided.cancelled += 1
        elif departure.state == DepartureState.OPEN:  # one that staff closed or paused stays so
            scheduling.guarantee_departure(number, SYSTEM)
            decided.guaranteed += 1
