from django.core.management.base import BaseCommand

from bookings.settling import settle_all


class Command(BaseCommand):
    help = (
        "Release places whose time is over and offer what is free to those who wait. Bookings do the same whenever "
        "they touch a departure; this reaches the others. May run at any time, also twice."
    )

    def handle(self, **options) -> None:
        self.stdout.write(f"{settle_all()} departures brought up to date.")
