"""The verbs of class visits: a teacher asks, the office answers, the persons are erased. Each owes its mails."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from bookings import databases, history
from bookings.class_visits.letters import owe
from bookings.models import ClassVisit, EventKind, LetterKind, VisitState
from bookings.parties import SYSTEM, VISITOR, Actor
from bookings.staff_errors import AlreadyAnswered


def ask(visit: ClassVisit) -> ClassVisit:
    """Keep a new request and tell the teacher and the office; sent twice, by a double click, it is one request."""
    with databases.transaction_in(databases.alias_of(visit.side_id)):
        known = ClassVisit.objects.select_for_update().filter(key=visit.key).first()
        if known:
            return known
        now = timezone.now()
        visit.consent_at = visit.consent_at or now
        visit.save(force_insert=True)
        history.record(EventKind.CLASS_ASKED, VISITOR, now, visit=visit.pk, side=visit.side_id)
        if not visit.is_sample:
            owe(visit, LetterKind.RECEIVED, now)
            if visit.side.email:
                owe(visit, LetterKind.TO_OFFICE, now)
    return visit


def answer(visit_id: int, state: VisitState, words: str, actor: Actor) -> ClassVisit:
    """Answer a request once, in the teacher's language; the words go out by mail.

    Raises AlreadyAnswered when somebody else has, or when the person is erased.
    """
    with databases.transaction_for(visit_id):
        visit = ClassVisit.objects.select_for_update(of=("self",)).get(pk=visit_id)
        now = timezone.now()
        if visit.state != VisitState.ASKED or visit.erased_at:
            raise AlreadyAnswered(visit.answered_by)
        visit.state, visit.answer = state, words
        visit.answered_by, visit.answered_at = actor.name, now
        visit.save(update_fields=["state", "answer", "answered_by", "answered_at"])
        history.record(
            EventKind.CLASS_ANSWERED, actor, now, visit=visit.pk, side=visit.side_id, state=state
        )
        if not visit.is_sample:
            owe(visit, LetterKind.ANSWER, now)
    return visit


def visits_to_erase(now: datetime):
    """Return the requests that still name somebody although their day is longer ago than the retention period."""
    last = now.date() - timedelta(days=settings.BOOKING_RETENTION_DAYS)
    return ClassVisit.objects.filter(erased_at=None, wished_on__lt=last)


def erase_visits(now: datetime | None = None, actor: Actor = SYSTEM) -> int:
    """Erase the persons of every request whose time has come; return of how many. School and numbers stay."""
    now, count = now or timezone.now(), 0
    for alias in databases.in_turn():
        with databases.transaction_in(alias):
            due = list(visits_to_erase(now).select_for_update())
            for visit in due:
                _erase(visit, actor, now)
            count += len(due)
    return count


def _erase(visit: ClassVisit, actor: Actor, now: datetime) -> None:
    visit.name = visit.email = visit.phone = visit.words = visit.answer = ""
    visit.other_days, visit.erased_at = "", now
    visit.save()
    history.record(EventKind.CLASS_ERASED, actor, now, visit=visit.pk, side=visit.side_id)
