import time

from django.core.management.base import BaseCommand

from bookings.outbox import send_due


class Command(BaseCommand):
    help = "Send the mails that are due. Run it every minute, or once with --watch."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--watch", type=int, metavar="SECONDS", help="stay and look again after so many seconds"
        )

    def handle(self, *, watch: int | None, **options) -> None:
        while True:
            sent, owed = send_due()
            if sent or not watch:
                self.stdout.write(f"{sent} mails sent, {owed} still owed.")
            if not watch:
                return
            time.sleep(max(1, watch))
