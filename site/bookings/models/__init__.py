from bookings.models.attendance import Attendance, AttendanceState
from bookings.models.audit import ActorKind, AuditEvent, EventKind
from bookings.models.bookings import (
    HOLDING_STATES,
    LIVE_STATES,
    PLACES,
    TIMED_STATES,
    Booking,
    BookingState,
)
from bookings.models.departures import CancelReason, Departure, DepartureState, DepartureStatus
from bookings.models.outbox import MailKind, OutboxMail

__all__ = [
    "HOLDING_STATES",
    "LIVE_STATES",
    "PLACES",
    "TIMED_STATES",
    "ActorKind",
    "Attendance",
    "AttendanceState",
    "AuditEvent",
    "Booking",
    "BookingState",
    "CancelReason",
    "Departure",
    "DepartureState",
    "DepartureStatus",
    "EventKind",
    "MailKind",
    "OutboxMail",
]
