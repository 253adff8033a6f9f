from django.core.management.base import BaseCommand

from bookings.series import continue_series


class Command(BaseCommand):
    help = "Put the departures of series into the calendar that have become due. May run at any time, also twice."

    def handle(self, **options) -> None:
        self.stdout.write(f"{continue_series()} departures of series added.")
