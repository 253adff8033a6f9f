from django.core.management.base import BaseCommand

from staff.shipped import update_shipped_texts


class Command(BaseCommand):
    help = (
        "Bring shipped terms, phrases and reasons up to date; never one that the staff has changed."
    )

    def handle(self, *args, **options) -> None:
        updated = update_shipped_texts()
        self.stdout.write(f"{updated.changed} changed, {updated.added} added.")
