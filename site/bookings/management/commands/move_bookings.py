from django.core.management.base import BaseCommand, CommandError

from bookings.relocating import CannotMove, move
from content.base.choices import SideCode


class Command(BaseCommand):
    help = (
        "Copy the bookings of a side from the main database into its own, once BOOKINGS_RU_DATABASE_URL or "
        "BOOKINGS_CN_DATABASE_URL is set and `migrate` has run. Stop the site meanwhile."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--side", required=True, choices=SideCode.values)
        parser.add_argument("--dry-run", action="store_true", help="do it all and take it back")
        parser.add_argument(
            "--remove-moved",
            action="store_true",
            help="delete from the main database what lies in the side's own; also after an earlier copy",
        )

    def handle(self, *, side: str, dry_run: bool, remove_moved: bool, **options) -> None:
        try:
            moved = move(side, is_trial=dry_run, removes=remove_moved)
        except CannotMove as error:
            raise CommandError(str(error)) from None
        for label, count in moved.rows.items():
            self.stdout.write(f"{label}: {count}")
        if moved.nobodys:
            self.stdout.write(f"{moved.nobodys} events of neither side stay in the main database.")
        done = (
            "would be moved" if dry_run else "moved and removed here" if remove_moved else "copied"
        )
        self.stdout.write(f"{sum(moved.rows.values())} rows of {side} {done}.")
