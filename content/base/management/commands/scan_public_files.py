from django.core.management.base import BaseCommand, CommandError

from content.base.scanning.runs import scan


class Command(BaseCommand):
    help = (
        "Read every stored and static file, report all that is metadata, and keep the result for the privacy promise. "
        "Fails when there is any."
    )

    def handle(self, *args, **options) -> None:
        number, dirty = 0, 0
        for name, found in scan():
            number += 1
            dirty += bool(found)
            for finding in found:
                self.stdout.write(f"{name}: {finding}")
        self.stdout.write(f"{number} files, {dirty} with findings.")
        if dirty:
            raise CommandError("Some files hold metadata; see above.")
