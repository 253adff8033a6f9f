"""Mails that leave beside the requests: the command that stays, on a real database."""

import os
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from bigcats.management.commands import send_mail_queue
from bookings import outbox, rush
from bookings.models import OutboxMail
from tests.bookings.factories import make_booking, make_departure

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def postman(settings, monkeypatch):
    """Return the command that stays, for so many rounds; and what it asked of the machine."""
    settings.MAILS_BESIDE_REQUESTS = True
    asked = {"nice": [], "slept": 0}
    parents: list[int] = []
    monkeypatch.setattr(os, "nice", asked["nice"].append)
    monkeypatch.setattr(os, "getppid", lambda: parents.pop(0) if parents else 1)

    def sleep(seconds: float) -> None:
        asked["slept"] += 1

    monkeypatch.setattr(send_mail_queue, "time", SimpleNamespace(sleep=sleep))

    def run(rounds: int) -> dict:
        parents[:] = [7] * (rounds + 1)
        call_command("send_mail_queue", watch=1, with_parent=True)
        return asked

    return run


def owed() -> int:
    return OutboxMail.objects.filter(sent_at=None).count()


def test_mails_leave_beside_the_requests_and_politely(postman, mailoutbox):
    bookings = [make_booking() for _party in range(3)]
    assert (owed(), len(mailoutbox)) == (3, 0)
    assert postman(1) == {"nice": [10], "slept": 1}
    assert owed() == 0
    assert sorted(mail.subject[-9:-1] for mail in mailoutbox) == sorted(
        placed.booking.reference for placed in bookings
    )


def test_a_long_queue_is_sent_without_a_rest(postman, mailoutbox, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    monkeypatch.setattr(rush, "ROUND", 1)
    for _party in range(5):
        make_booking()
    assert postman(3)["slept"] == 1
    assert (owed(), len(mailoutbox)) == (0, 5)


def test_a_dead_mail_server_is_left_in_peace_for_a_while(postman, mailoutbox):
    make_booking()
    cache.set(outbox.PAUSE_KEY, True, 60)
    assert postman(2)["slept"] == 2
    assert (owed(), len(mailoutbox)) == (1, 0)
    cache.delete(outbox.PAUSE_KEY)
    postman(1)
    assert (owed(), len(mailoutbox)) == (0, 1)


def test_a_database_that_is_away_is_waited_for(postman, mailoutbox, monkeypatch):
    real, failed = outbox.send_due, []

    def fail_once():
        if not failed:
            failed.append(True)
            raise DatabaseError("away")
        return real()

    monkeypatch.setattr(outbox, "send_due", fail_once)
    make_booking()
    postman(2)
    assert (owed(), len(mailoutbox)) == (0, 1)


def many_owed(departure, mails: int) -> list[int]:
    """Owe a great many confirmations at once, by real bookings; return their numbers in order."""
    for _party in range(mails):
        make_booking(departure, 1)
    return list(OutboxMail.objects.order_by("pk").values_list("pk", flat=True))[-mails:]


def sent_of(numbers: list[int]) -> list[int]:
    return [pk for pk in numbers if OutboxMail.objects.filter(pk=pk).exclude(sent_at=None).exists()]


def test_in_a_rush_a_few_mails_leave_in_order_and_none_rests_for_long(
    postman, settings, mailoutbox, monkeypatch, time_machine
):
    """By the queue: the clock is moved, nobody waits."""
    settings.MAILS_BESIDE_REQUESTS = True
    monkeypatch.setattr(rush, "MANY", 8)
    monkeypatch.setattr(rush, "ROUND", 3)
    begun = timezone.now()
    time_machine.move_to(begun, tick=False)
    departure = make_departure(capacity=100)
    early = many_owed(departure, 12)
    postman(1)
    assert sent_of(early) == early[: rush.IN_A_RUSH]
    time_machine.move_to(begun + rush.LONGEST_REST, tick=False)
    late = many_owed(departure, 12)  # the rush goes on
    postman(1)
    assert sent_of(early + late) == early, "what has rested long enough leaves, rush or not"
    time_machine.move_to(begun + rush.LONGEST_REST + rush.RECENT, tick=False)
    postman(1)
    assert sent_of(late) == late, "the rush is over"
    assert len(mailoutbox) == 24


def test_without_the_rule_all_mails_are_composed_amid_the_rush(
    postman, settings, mailoutbox, monkeypatch
):
    """The control."""
    settings.MAILS_BESIDE_REQUESTS = True
    monkeypatch.setattr(rush, "MANY", 1000)
    early = many_owed(make_departure(capacity=100), 12)
    postman(1)
    assert sent_of(early) == early
