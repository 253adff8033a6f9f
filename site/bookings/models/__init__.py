from bookings.models.alarms import OverdueAlarm
from bookings.models.attendance import Attendance, AttendanceState
from bookings.models.attendance_events import AttendanceEvent, AttendanceKind
from bookings.models.audit import ActorKind, AuditEvent, EventKind
from bookings.models.bookings import (
    BOOKED_STATES,
    HOLDING_STATES,
    PLACES,
    TIMED_STATES,
    Booking,
    BookingState,
)
from bookings.models.class_visits import ClassVisit, ClassVisitLetter, LetterKind, VisitState
from bookings.models.consents import Consent, ConsentPurpose
from bookings.models.departures import Departure
from bookings.models.guides import Guide
from bookings.models.messages import DepartureMessage
from bookings.models.outbox import MailKind, OutboxMail
from bookings.models.people import (
    Band,
    Participant,
    PermitCase,
    PermitState,
    RefusalReason,
    TravelDocument,
)
from bookings.models.quotas import DayQuota, QuotaZone
from bookings.models.refunds import RefundNote
from bookings.models.reports import Incident, IncidentKind, Severity, Sighting, Sign, WalkReport
from bookings.models.series import DepartureSeries, SeriesState
from bookings.models.states import CancelReason, DepartureState, DepartureStatus
from bookings.models.walk_notes import NoteKind, WalkNote

__all__ = [
    "BOOKED_STATES",
    "HOLDING_STATES",
    "PLACES",
    "TIMED_STATES",
    "ActorKind",
    "Attendance",
    "AttendanceEvent",
    "AttendanceKind",
    "AttendanceState",
    "AuditEvent",
    "Band",
    "Booking",
    "BookingState",
    "CancelReason",
    "ClassVisit",
    "ClassVisitLetter",
    "Consent",
    "ConsentPurpose",
    "DayQuota",
    "Departure",
    "DepartureMessage",
    "DepartureSeries",
    "DepartureState",
    "DepartureStatus",
    "EventKind",
    "Guide",
    "Incident",
    "IncidentKind",
    "LetterKind",
    "MailKind",
    "NoteKind",
    "OutboxMail",
    "OverdueAlarm",
    "Participant",
    "PermitCase",
    "PermitState",
    "QuotaZone",
    "RefundNote",
    "RefusalReason",
    "SeriesState",
    "Severity",
    "Sighting",
    "Sign",
    "TravelDocument",
    "VisitState",
    "WalkNote",
    "WalkReport",
]
