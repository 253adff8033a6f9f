from django.core.management.base import BaseCommand
from PIL import Image as PillowImage

from content.base.likeness import look_of
from content.base.models import Image
from content.base.scrubbing.strips import strips_of


class Command(BaseCommand):
    help = "Note what pictures stored before look like, so that one sent twice is noticed."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--strips",
            action="store_true",
            help="Look for information strips in every picture; those judged already are asked about again.",
        )

    def handle(self, *args, strips: bool, **options) -> None:
        noted = 0
        pictures = Image.objects.all() if strips else Image.objects.filter(look="")
        for image in pictures.iterator():
            try:
                with image.open_file() as stored, PillowImage.open(stored) as opened:
                    seen = {"look": look_of(opened)}
                    if strips:
                        seen["strip_top"], seen["strip_bottom"] = strips_of(opened)
            except OSError:
                self.stderr.write(f"{image.pk}: no file")
                continue
            noted += Image.objects.filter(pk=image.pk).update(**seen)
        self.stdout.write(f"{noted} pictures noted.")
