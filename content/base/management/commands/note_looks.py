from django.core.management.base import BaseCommand
from PIL import Image as PillowImage

from content.base.likeness import look_of
from content.base.models import Image


class Command(BaseCommand):
    help = "Note what pictures stored before look like, so that one sent twice is noticed."

    def handle(self, *args, **options) -> None:
        noted = 0
        for image in Image.objects.filter(look="").iterator():
            try:
                with image.open_file() as stored, PillowImage.open(stored) as opened:
                    image.look = look_of(opened)
            except OSError:
                self.stderr.write(f"{image.pk}: no file")
                continue
            if image.look:
                Image.objects.filter(pk=image.pk).update(look=image.look)
                noted += 1
        self.stdout.write(f"{noted} pictures noted.")
