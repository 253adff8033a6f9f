"""Writing the history: one event for every change of state, in the transaction that makes the change."""

from datetime import datetime

from bookings.models import AuditEvent, Booking, Departure, EventKind
from bookings.parties import Actor


def event(
    kind: EventKind,
    actor: Actor,
    now: datetime,
    *,
    departure: Departure | None = None,
    booking: Booking | None = None,
    **details,
) -> AuditEvent:
    """Return an unsaved event; `details` are counts and codes, nothing personal."""
    return AuditEvent(
        kind=kind,
        actor_kind=actor.kind,
        actor_name=actor.name,
        at=now,
        departure_id=departure.pk if departure else booking and booking.departure_id,
        booking=booking,
        details=details,
    )


def record(*args, **kwargs) -> AuditEvent:
    """Write one event; the arguments are those of `event`."""
    entry = event(*args, **kwargs)
    entry.save()
    return entry


def record_all(events: list[AuditEvent]) -> None:
    """Write events of one database at once, in their order."""
    AuditEvent.objects.using(events[0].booking._state.db).bulk_create(events)
