import time

from django.core.management.base import BaseCommand

from bookings import outbox as mails_to_visitors
from bookings.class_visits import letters as mails_to_schools
from staff.mailing import outbox as mails_to_staff


class Command(BaseCommand):
    help = "Send the mails to visitors and to staff that are due. Run it every minute, or once with --watch."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--watch", type=int, metavar="SECONDS", help="stay and look again after so many seconds"
        )

    def handle(self, *, watch: int | None, **options) -> None:
        while True:
            sent, owed = self._send()
            if sent or not watch:
                self.stdout.write(f"{sent} mails sent, {owed} still owed.")
            if not watch:
                return
            time.sleep(max(1, watch))

    def _send(self) -> tuple[int, int]:
        """Return how many mails were sent, and how many are still owed, to everybody."""
        queues = (mails_to_visitors, mails_to_schools, mails_to_staff)
        return tuple(map(sum, zip(*(queue.send_due() for queue in queues), strict=True)))
