from django.core.management.base import BaseCommand
from wagtail.images.models import SourceImageIOError

from content.base.models import Image
from content.base.renditions import make_renditions


class Command(BaseCommand):
    help = "Make the sizes that pictures lack, for instance after the list of sizes was changed."

    def handle(self, *args, **options) -> None:
        made, missing = 0, []
        for image in Image.objects.order_by("pk").iterator():
            try:
                made += make_renditions(image)
            except SourceImageIOError:
                missing.append(image.pk)
        self.stdout.write(f"{made} sizes made.")
        if missing:
            self.stderr.write(f"Files are missing of pictures {', '.join(map(str, missing))}.")
