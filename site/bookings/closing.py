"""Staff say of each walk under a closure what becomes of it, and every party is told once."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from bookings import databases, history, places, services
from bookings.models import AuditEvent, CancelReason, EventKind
from bookings.models.states import LIVE_STATES
from bookings.parties import Actor
from bookings.standing_still import walks_under
from content.trails.models import Closure, ReasonKind

# What parties are told by the kind of reason a closure has.
REASONS = {
    ReasonKind.FIRE: CancelReason.FIRE,
    ReasonKind.FLOOD: CancelReason.WATER,
    ReasonKind.TYPHOON: CancelReason.WEATHER,
    ReasonKind.PREDATOR: CancelReason.ANIMALS,
    ReasonKind.BORDER: CancelReason.BORDER,
    ReasonKind.WORKS: CancelReason.OTHER,
    ReasonKind.OTHER: CancelReason.OTHER,
}


@dataclass(frozen=True)
class Settled:
    """What became of the walks under a closure: how many were called off, for how many parties; how many were kept."""

    called_off: int = 0
    parties: int = 0
    kept: int = 0


def kept_under(closure: Closure) -> Exists:
    """Return the condition “staff have said, since this closure, that the walk takes place all the same”."""
    said = AuditEvent.objects.filter(departure=OuterRef("pk"), kind=EventKind.DEPARTURE_KEPT)
    return Exists(said.filter(at__gte=closure.created_at))


def settle_closure(
    closure: Closure, calls_off: dict[int, bool], notes: dict[str, str], actor: Actor
) -> Settled:
    """Call off or keep each walk under a closure, as `calls_off` says by number; parties are told once.

    `notes` are the columns of `cancel_departure`. What has been called off meanwhile stays as it is.
    """
    with databases.transaction_in(databases.alias_of(closure.side_id)):
        chosen = walks_under(closure).filter(pk__in=calls_off).values_list("pk", flat=True)
        walks, now = places.lock_all(chosen), timezone.now()
        off = [walk for walk in walks if calls_off[walk.pk] and walk.state in LIVE_STATES]
        reason = REASONS[ReasonKind(closure.reason.kind)]
        told = [services.cancel_departure(walk.pk, reason, actor, notes) for walk in off]
        kept = [walk for walk in walks if not calls_off[walk.pk]]
        for walk in kept:
            history.record(EventKind.DEPARTURE_KEPT, actor, now, departure=walk)
    return Settled(len(off), sum(told), len(kept))
