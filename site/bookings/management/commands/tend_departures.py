from django.core.management.base import BaseCommand

from bookings.deciding import decide_due
from bookings.series import continue_series


class Command(BaseCommand):
    help = (
        "Put the departures of series into the calendar that have become due, and decide upon walks that need a "
        "least number of people. May run at any time, also twice."
    )

    def handle(self, **options) -> None:
        self.stdout.write(f"{continue_series()} departures of series added.")
        decided = decide_due()
        self.stdout.write(
            f"{decided.guaranteed} departures guaranteed, {decided.cancelled} cancelled for want of people."
        )
