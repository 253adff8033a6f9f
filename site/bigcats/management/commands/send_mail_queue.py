import logging
import os
import time

from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from bookings import outbox as mails_to_visitors
from bookings.class_visits import letters as mails_to_schools
from staff.mailing import outbox as mails_to_staff

logger = logging.getLogger("bigcats.postman")
POLITENESS = 10  # of the process that stays: who waits for a page comes before who waits for a mail


class Command(BaseCommand):
    help = (
        "Send the mails to visitors and to staff that are due. Run it every minute, or once with --watch; "
        "`make run` does the latter beside the server."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--watch", type=int, metavar="SECONDS", help="stay and look again after so many seconds"
        )
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="stop when the process that started it is gone",
        )

    def handle(self, *, watch: int | None, with_parent: bool, **options) -> None:
        if watch is None:
            self._tell(*_send())
            return
        parent = os.getppid()
        os.nice(POLITENESS)
        while not with_parent or os.getppid() == parent:
            sent, owed = _send_or_log()
            if sent:
                self._tell(sent, owed)
            if sent < mails_to_visitors.BATCH:
                time.sleep(max(1, watch))

    def _tell(self, sent: int, owed: int) -> None:
        self.stdout.write(f"{sent} mails sent, {owed} still owed.")


def _send() -> tuple[int, int]:
    """Return how many mails were sent, and how many are still owed, to everybody."""
    queues = (mails_to_visitors, mails_to_schools, mails_to_staff)
    return tuple(map(sum, zip(*(queue.send_due() for queue in queues), strict=True)))


def _send_or_log() -> tuple[int, int]:
    """Send what is due, unless the mail server was just found dead; a database that is away is waited for."""
    if cache.get(mails_to_visitors.PAUSE_KEY):
        return 0, 0
    close_old_connections()
    try:
        return _send()
    except DatabaseError as error:
        logger.error("The mails could not be looked up (%s); they stay owed.", type(error).__name__)
        return 0, 0
    finally:
        close_old_connections()
