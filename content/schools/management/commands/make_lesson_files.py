from django.core.management.base import BaseCommand, CommandError

from content.schools.models import LessonPage
from content.schools.services import make_files


class Command(BaseCommand):
    help = "Make the lesson files that are missing or out of date, such as after an update of their layout."

    def handle(self, *args, **options) -> None:
        lessons = list(LessonPage.objects.live().select_related("locale"))
        failures = make_files(lessons)
        if failures:
            raise CommandError(f"{failures} files could not be made; the log says why.")
        self.stdout.write(f"The files of {len(lessons)} lesson pages are up to date.")
