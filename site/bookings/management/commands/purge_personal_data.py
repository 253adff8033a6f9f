from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from bookings.retention import bookings_to_erase, erase_due


class Command(BaseCommand):
    help = "Erase name, e-mail and telephone of bookings whose walk was BOOKING_RETENTION_DAYS ago."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *, dry_run: bool, **options) -> None:
        days = settings.BOOKING_RETENTION_DAYS
        if dry_run:
            count = bookings_to_erase(timezone.now()).count()
            self.stdout.write(f"{count} bookings are older than {days} days and would be erased.")
            return
        self.stdout.write(f"{erase_due()} bookings older than {days} days erased.")
