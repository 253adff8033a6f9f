from django.core.management.base import BaseCommand

from bookings.papers_due import remind_of_names, remind_of_papers
from bookings.walk_mails import remind_due, thank_due


class Command(BaseCommand):
    help = (
        "Remind the parties of the walks of the next days, and thank those who were checked in the days before. "
        "May run at any time, also twice: each party gets each mail once."
    )

    def handle(self, **options) -> None:
        self.stdout.write(f"{remind_of_papers()} parties reminded of their papers.")
        self.stdout.write(f"{remind_of_names()} parties reminded of their names.")
        self.stdout.write(f"{remind_due()} parties reminded, {thank_due()} thanked.")
