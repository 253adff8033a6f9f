from django.core.management.base import BaseCommand

from search import services


class Command(BaseCommand):
    help = "Make the search index anew from everything that is public."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{services.rebuild()} entries in the search index.")
