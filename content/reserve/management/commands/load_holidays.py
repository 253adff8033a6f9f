from django.core.management.base import BaseCommand
from django.utils import timezone

from content.reserve.holidays import load_holidays
from content.reserve.models import Side


class Command(BaseCommand):
    help = (
        "Add the public holidays and moved working days of both countries to the calendar. "
        "Days that are in it already stay as staff left them."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("years", nargs="*", type=int, help="default: this year and the next")

    def handle(self, *args, **options) -> None:
        this_year = timezone.now().year
        for year in options["years"] or (this_year, this_year + 1):
            for side in Side.objects.all():
                self.stdout.write(f"{year} {side.pk}: {load_holidays(side, year)} days added")
