from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from bookings import databases
from bookings.class_visits.verbs import erase_visits, visits_to_erase
from bookings.reporting import erase_texts_due
from bookings.retention import bookings_to_erase, erase_due


class Command(BaseCommand):
    help = "Erase name, e-mail and telephone of bookings whose walk was BOOKING_RETENTION_DAYS ago."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *, dry_run: bool, **options) -> None:
        days = settings.BOOKING_RETENTION_DAYS
        if dry_run:
            now, count, asked = timezone.now(), 0, 0
            for _alias in databases.in_turn():
                count += bookings_to_erase(now).count()
                asked += visits_to_erase(now).count()
            self.stdout.write(f"{count} bookings are older than {days} days and would be erased.")
            self.stdout.write(f"{asked} requests of schools are older and would be erased.")
            return
        self.stdout.write(f"{erase_due()} bookings older than {days} days erased.")
        self.stdout.write(f"{erase_visits()} requests of schools older than {days} days erased.")
        self.stdout.write(f"Texts of {erase_texts_due()} incidents older than {days} days erased.")
