from bookings.models.attendance import Attendance, AttendanceState
from bookings.models.audit import ActorKind, AuditEvent, EventKind
from bookings.models.bookings import Booking, BookingState
from bookings.models.departures import CancelReason, Departure, DepartureState, DepartureStatus
from bookings.models.outbox import MailKind, OutboxMail

__all__ = [
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
