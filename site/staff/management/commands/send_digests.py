from django.core.management.base import BaseCommand

from staff.mailing.outbox import send_digests


class Command(BaseCommand):
    help = "Send the daily mails to staff who want one a day. Run it once a day."

    def handle(self, **options) -> None:
        self.stdout.write(f"{send_digests()} daily mails sent.")
