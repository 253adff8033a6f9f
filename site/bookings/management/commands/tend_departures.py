from django.core.management.base import BaseCommand

from bookings.deciding import decide_due
from bookings.papers_due import expire_papers
from bookings.series import continue_series


class Command(BaseCommand):
    help = (
        "Put the departures of series into the calendar that have become due, close permits whose papers are "
        "missing after their last day, and decide upon walks that need a least number of people. May run at any "
        "time, also twice."
    )

    def handle(self, **options) -> None:
        self.stdout.write(f"{continue_series()} departures of series added.")
        self.stdout.write(f"{expire_papers()} permits closed: the papers were not there in time.")
        decided = decide_due()
        self.stdout.write(
            f"{decided.guaranteed} departures guaranteed, {decided.cancelled} cancelled for want of people."
        )
