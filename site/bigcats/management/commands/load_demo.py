import time
from collections.abc import Callable
from importlib import import_module

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from content.demo.loading import foundation, reserve
from content.demo.loading.pictures import PictureSizes, load_pictures
from content.demo.loading.sample import Sample
from content.demo.loading.words import picture_words


def _pictures(sample: Sample) -> None:
    sample.pictures = load_pictures(picture_words(), sample.collection("Sample pictures"))
    sample.picture_sizes = PictureSizes(sample.pictures)


def _picture_sizes(sample: Sample) -> None:
    sample.picture_sizes.store()


# Each step: what is said while it runs, and the function. Order matters: later steps refer to earlier ones.
STEPS: list[tuple[str, Callable[[Sample], None] | str]] = [
    ("languages", foundation.load_languages),
    ("pictures", _pictures),
    ("home pages", foundation.load_home),
    ("sides", reserve.load_sides),
    ("protected areas", reserve.load_areas),
    ("species", reserve.load_species),
    ("population figures", reserve.load_population),
    ("reserve pages", reserve.load_reserve_pages),
    ("visit pages", reserve.load_standard_pages),
    ("trails", "content.demo.loading.trails"),
    ("galleries", "content.demo.loading.galleries"),
    ("schools", "content.demo.loading.schools"),
    ("stories", "content.demo.loading.stories"),
    ("known animals", "content.demo.loading.cats"),
    ("drafts of visits", "content.demo.loading.drafts"),
    ("edition of the data", "content.demo.loading.editions"),
    ("footer pages", reserve.load_footer_pages),
    ("staff", "staff.demo"),
    ("departures", "bookings.demo"),
    ("desks", "staff.desk.demo"),
    ("search index", "search.demo"),
    ("picture sizes", _picture_sizes),  # made in the background since the step "pictures"
]


class Command(BaseCommand):
    help = "Load the sample content. May be run again: what exists is left as it is."

    def handle(self, *args, **options) -> None:
        try:
            foundation.refuse_real_sites()
        except foundation.NotASampleSiteError as error:
            raise CommandError(
                "This database holds content that is not marked as sample; nothing was loaded."
            ) from error
        started = time.monotonic()
        sample = Sample()
        try:
            self.take_steps(sample)
        finally:
            if sample.picture_sizes:
                sample.picture_sizes.stop()
        self.stdout.write(f"Sample content is loaded ({time.monotonic() - started:.0f} s).")

    def take_steps(self, sample: Sample) -> None:
        for name, step in STEPS:
            self.stdout.write(f"  {name} …", ending="")
            self.stdout.flush()
            begun = time.monotonic()
            with transaction.atomic():
                (import_module(step).load if isinstance(step, str) else step)(sample)
            self.stdout.write(f" {time.monotonic() - begun:.1f} s")
