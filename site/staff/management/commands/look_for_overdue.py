from django.core.management.base import BaseCommand

from staff.overdue.telling import look


class Command(BaseCommand):
    help = (
        "Write to the officers of a side when people who were checked in are not back in time, and when they are. "
        "Tells of each walk once; may run at any time, also twice."
    )

    def handle(self, **options) -> None:
        raised, ended = look()
        self.stdout.write(f"{raised} alarms raised, {ended} ended.")
