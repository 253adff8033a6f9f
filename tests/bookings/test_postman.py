"""Mails that leave beside the requests, by a real thread on a real database."""

import time

import pytest

from bookings import outbox
from bookings.models import OutboxMail
from tests.bookings.factories import make_booking

pytestmark = pytest.mark.django_db(transaction=True)


def wait_until(condition) -> bool:
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def test_mail_leaves_after_the_commit_by_another_thread(settings, mailoutbox):
    settings.MAILS_BESIDE_REQUESTS = True
    bookings = [make_booking() for _party in range(3)]
    assert wait_until(lambda: OutboxMail.objects.filter(sent_at=None).count() == 0)
    assert sorted(mail.subject[-9:-1] for mail in mailoutbox) == sorted(
        placed.booking.reference for placed in bookings
    )


def test_a_mail_that_cannot_be_sent_stays_owed_and_the_thread_goes_on(
    settings, mailoutbox, monkeypatch
):
    settings.MAILS_BESIDE_REQUESTS = True
    real, failed = outbox.send_at_once, []

    def fail_once(pk: int) -> None:
        if not failed:
            failed.append(pk)
            raise RuntimeError("broken")
        real(pk)

    monkeypatch.setattr(outbox, "send_at_once", fail_once)
    make_booking()
    make_booking()
    assert wait_until(lambda: OutboxMail.objects.filter(sent_at=None).count() == 1)
    assert list(OutboxMail.objects.filter(sent_at=None).values_list("pk", flat=True)) == failed
    outbox.send_due()
    assert len(mailoutbox) == 2
