from django.core.management.base import BaseCommand, CommandError

from bookings.databases import aliases
from bookings.models import Departure
from bookings.reconciliation import day_differences, differences


class Command(BaseCommand):
    help = (
        "Compare each departure's counter with its bookings, and each day limit's with its departures; "
        "exits with 1 when they differ."
    )

    def handle(self, **options) -> None:
        found = [*differences(), *day_differences()]
        for difference in found:
            self.stdout.write(str(difference))
        if found:
            raise CommandError(
                f"{len(found)} departures or days do not agree with what they count."
            )
        count = sum(Departure.objects.using(alias).count() for alias in aliases())
        self.stdout.write(f"{count} departures agree with their bookings.")
