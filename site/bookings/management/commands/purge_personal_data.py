from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from bookings import databases
from bookings.class_visits.verbs import erase_visits, visits_to_erase
from bookings.reporting import erase_texts_due
from bookings.retention import bookings_to_erase, delete_documents, documents_due, erase_due


class Command(BaseCommand):
    help = (
        "Erase the persons of bookings whose walk was BOOKING_RETENTION_DAYS ago, and delete identity papers on "
        "their own day."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *, dry_run: bool, **options) -> None:
        days = settings.BOOKING_RETENTION_DAYS
        if dry_run:
            now, count, asked, papers = timezone.now(), 0, 0, 0
            for _alias in databases.in_turn():
                count += bookings_to_erase(now).count()
                papers += documents_due(now).count()
                asked += visits_to_erase(now).count()
            self.stdout.write(f"{count} bookings are older than {days} days and would be erased.")
            self.stdout.write(f"{asked} requests of schools are older and would be erased.")
            self.stdout.write(f"{papers} identity papers are due and would be deleted.")
            return
        papers = delete_documents()
        until = f", the last until {papers.last_day}" if papers.last_day else ""
        self.stdout.write(f"{papers.deleted} identity papers deleted, {papers.left} left{until}.")
        self.stdout.write(f"{erase_due()} bookings older than {days} days erased.")
        self.stdout.write(f"{erase_visits()} requests of schools older than {days} days erased.")
        self.stdout.write(f"Texts of {erase_texts_due()} incidents older than {days} days erased.")
