import os
import time

from django.core.management.base import BaseCommand

from bigcats.regular_work import SCHEDULE, scheduler

LOOK_AT_PARENT_SECONDS = 5


class Command(BaseCommand):
    help = (
        "Do the regular work until stopped: mails, holds that run out, scheduled pages, series, erasing, checks. "
        "`make run` starts it; one for the whole site is enough."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="stop when the process that started it is gone",
        )

    def handle(self, *, with_parent: bool, **options) -> None:
        parent = os.getppid()
        keeper = scheduler()
        keeper.start()
        self.stdout.write(f"Keeping house: {', '.join(SCHEDULE)}.")
        try:
            while not with_parent or os.getppid() == parent:
                time.sleep(LOOK_AT_PARENT_SECONDS)
        except KeyboardInterrupt:
            pass
        finally:
            keeper.shutdown(wait=False)
